"""The chooser of methods in the real window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.methods.cards import MethodCard
from fasilitaattori.desktop.methods.page import MethodsPage
from fasilitaattori.desktop.newworkshop import NewWorkshop
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.agenda import add_steps, new_step
from fasilitaattori.workshop.info import set_info


@pytest.fixture
def page(window: MainWindow) -> MethodsPage:
    """The page without an open workshop."""
    window.workbench.go("menetelmat")
    found = window.pages.page
    assert isinstance(found, MethodsPage)
    return found


def test_a_method_is_shown_at_once(page: MethodsPage) -> None:
    assert page.detail.method_id
    assert page.grid.card(page.detail.method_id).is_selected()
    assert page.detail.add_button.text() == "Uusi työpaja tästä"


def test_without_a_workshop_a_new_one_is_asked_for(page: MethodsPage, window: MainWindow, qtbot: QtBot) -> None:
    page.choose("aivoriihi")
    page.detail.add_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), NewWorkshop))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewWorkshop)
    dialog.heading_fields()["title"].setText("Ideailta")
    dialog.act_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    state = window.workbench.state
    assert (state.info.title, state.info.method) == ("Ideailta", "Aivoriihi")
    assert sum(step.minutes for step in state.plan.steps()) == 60  # as long as the method can be; two hours are at hand


def test_a_first_method_names_the_workshop_and_fits_the_time(
    window: MainWindow, house: Any, open_at: Callable[[str, str], Any], told: list[Notice], qtbot: QtBot
) -> None:
    stream = house.workshop(set_info(title="Kyläilta", start="18.00", end="19.30", expected=12))
    page = open_at(stream, "menetelmat")
    assert page.filters.wish().people == 12
    assert page.filters.wish().minutes == 90
    page.choose("eratauko")
    assert page.detail.minutes() == 90
    page.detail.add_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    state = window.workbench.state
    assert state.info.method == "Erätauko-dialogi"
    assert sum(step.minutes for step in state.plan.steps()) == 90
    assert told[-1].offer is not None
    told[-1].offer.act()
    qtbot.waitUntil(lambda: not window.workbench.state.plan.steps())
    assert window.workbench.state.info.method == ""


def test_a_later_method_goes_where_the_plan_said(
    window: MainWindow, house: Any, open_at: Callable[[str, str], Any], qtbot: QtBot
) -> None:
    first, last = new_step("Alku", "talk"), new_step("Loppu", "talk")
    stream = house.workshop(set_info(title="Kyläilta", method="Oma"), add_steps([first, last]))
    window.workbench.insert_before = last.id
    page = open_at(stream, "menetelmat")
    page.choose("palaute")
    page.detail.add_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    titles = [step.title for step in window.workbench.state.plan.steps()]
    assert titles[0] == "Alku"
    assert titles[-1] == "Loppu"
    assert len(titles) > 2
    assert window.workbench.state.info.method == "Oma"


def test_the_steps_follow_the_length_chosen(page: MethodsPage, qtbot: QtBot) -> None:
    page.choose("eratauko")
    assert page.detail.minutes() == 120
    total = sum(int(label.text()) for label in page.detail.findChildren(Label) if label.text().isdigit())
    assert total < 120  # the last steps are folded away
    page.detail.show_all()
    numbers = [int(label.text()) for label in page.detail.findChildren(Label) if label.text().isdigit()]
    assert sum(numbers) == 120


def test_filters_sink_what_does_not_suit(page: MethodsPage) -> None:
    page.filters.people.set_value(8)
    page.filters.people.value_changed.emit(8)
    assert page.filters.clear_button.isEnabled()
    assert not page.none.isVisible()
    page.filters.clear_button.click()
    assert page.filters.people.value() == 0


def test_when_nothing_suits_it_is_said(page: MethodsPage) -> None:
    page.filters.search.setText("shakki")
    assert page.none.isVisible()
    page.none.button.click()
    assert not page.none.isVisible()
    assert page.filters.search.text() == ""


def test_arrow_keys_walk_the_cards(page: MethodsPage, qtbot: QtBot) -> None:
    first = page.grid.card(page.detail.method_id)
    qtbot.waitUntil(first.isVisible)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    walked = page.window().focusWidget()
    assert isinstance(walked, MethodCard)
    assert walked is not first
    QTest.keyClick(walked, Qt.Key.Key_Return)
    assert page.detail.method_id == walked.method.id


def test_a_broken_file_is_told_and_stops_nothing(
    house_of: Callable[..., Any], tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    folder = tmp_path / "data"
    (folder / "methods").mkdir(parents=True)
    (folder / "methods" / "oma.toml").write_text('id = "oma"\nnimi = 3\n', encoding="utf-8")
    made = house_of(folder)
    window = MainWindow(made.services, look)
    qtbot.addWidget(window)
    window.show()
    window.workbench.go("menetelmat")
    page = window.pages.page
    assert isinstance(page, MethodsPage)
    told = [label.text() for label in page.findChildren(Label) if "oma.toml" in label.text()]
    assert len(told) == 1
    assert page.grid.card("eratauko").isVisible()
    window.shut()


def test_words_are_found_in_all_their_forms_once_the_dictionary_is_there(page: MethodsPage, qtbot: QtBot) -> None:
    assert page.words.forms is None
    page.filters.search.setText("kahviloissa")
    qtbot.waitUntil(lambda: page.words.forms is not None)
    shown = {card.method.id for card in page.grid.findChildren(MethodCard) if card.isVisible()}
    assert {"oppimiskahvila", "penkkikahvila"} <= shown
    assert not page.none.isVisible()
