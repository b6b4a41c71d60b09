"""Methods of one's own in the real window: kept from a plan, shared as a file, taken in, renamed, removed and put back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.methods.page import MethodsPage
from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.desktop.window import MainWindow

from ..acting import until
from ..conftest import House

OpenAt = Callable[[str, str], Any]
NAME = "Kyläkoulun uusi elämä"


@pytest.fixture
def plan(house: House, open_at: OpenAt) -> PlanPage:
    """The example evening at its plan."""
    page = open_at(house.evening("kylailta", date="2027-03-12", goal="Kuullaan kylää."), "suunnittele")
    assert isinstance(page, PlanPage)
    return page


def _methods(window: MainWindow, qtbot: QtBot) -> MethodsPage:
    window.workbench.go("menetelmat")
    until(qtbot, lambda: window.pages.name == "menetelmat")
    page = window.pages.page
    assert isinstance(page, MethodsPage)
    return page


def _keep(plan: PlanPage, qtbot: QtBot, told: list[Notice]) -> None:
    dialog = plan.own.ask_to_keep()
    assert dialog.name.text() == NAME
    assert dialog.summary.text() == "Kuullaan kylää."
    dialog.name.setText("  ")
    dialog.accept()
    assert dialog.isVisible()
    dialog.name.setText(NAME)
    dialog.accept()
    until(qtbot, lambda: bool(told))
    assert told[-1].words == f"Tallennettiin oma menetelmä {NAME}"


def test_a_plan_is_kept_and_stands_among_ones_own(plan: PlanPage, window: MainWindow, qtbot: QtBot, told: list[Notice]) -> None:
    page = _methods(window, qtbot)
    assert not page.filters.own.isVisible()
    page.choose("eratauko")
    assert not page.detail.more_button.isVisible()
    _keep(plan, qtbot, told)
    until(qtbot, page.filters.own.isVisible)
    assert page.detail.method_id == "kylakoulun-uusi-elama"
    assert page.detail.more_button.isVisible()
    page.filters.own.click()
    assert [card.method.id for card in page.grid.findChildren(type(page.grid.card("eratauko"))) if card.isVisible()] == [
        "kylakoulun-uusi-elama"
    ]


def test_a_method_that_comes_while_the_page_is_made_is_on_it(
    plan: PlanPage, window: MainWindow, qtbot: QtBot, told: list[Notice]
) -> None:
    page = MethodsPage(window.workbench, whole=False)
    qtbot.addWidget(page)
    steps = page.build()
    next(steps)
    _keep(plan, qtbot, told)
    for _ in steps:
        pass
    assert page.detail.method_id == "kylakoulun-uusi-elama"
    assert page.grid.card("kylakoulun-uusi-elama").is_selected()


def test_sharing_and_taking_in(
    plan: PlanPage, house: House, window: MainWindow, qtbot: QtBot, told: list[Notice], tmp_path: Path
) -> None:
    _keep(plan, qtbot, told)
    page = _methods(window, qtbot)
    target = tmp_path / "jaettu.toml"
    offered = []

    def save_there(parent: object, title: str, name: str, on_path: Callable[[Path], None]) -> None:
        offered.append(name)
        on_path(target)

    page.own.ask_file = save_there
    page.choose("kylakoulun-uusi-elama")
    actions = {action.text(): action for action in page.detail.menu().actions()}
    actions["Jaa tiedostona"].trigger()
    assert offered == ["kylakoulun-uusi-elama.toml"]
    assert target.exists()
    page.filters.import_button.click()
    assert told[-1].words == f"Tuotiin menetelmä {NAME}"
    assert page.detail.method_id == "kylakoulun-uusi-elama-2"
    target.write_text("[", encoding="utf-8")
    page.filters.import_button.click()
    assert told[-1].kind == "error"
    assert told[-1].words.startswith("jaettu.toml: Tiedosto loppuu kesken.")


def test_renaming_and_removing(plan: PlanPage, house: House, window: MainWindow, qtbot: QtBot, told: list[Notice]) -> None:
    _keep(plan, qtbot, told)
    page = _methods(window, qtbot)
    page.choose("kylakoulun-uusi-elama")
    dialog = page.own.ask_to_rename("kylakoulun-uusi-elama")
    assert dialog is not None
    dialog.name.setText("Kylän ilta")
    dialog.accept()
    until(qtbot, lambda: page.grid.card("kylakoulun-uusi-elama").accessibleName() == "Kylän ilta")
    page.detail.removal_requested.emit("kylakoulun-uusi-elama")
    assert told[-1].words == "Poistettiin menetelmä Kylän ilta"
    assert house.services.methods().method("kylakoulun-uusi-elama") is None
    assert page.detail.method_id != "kylakoulun-uusi-elama"
    offer = told[-1].offer
    assert offer is not None
    offer.act()
    assert house.services.methods().method("kylakoulun-uusi-elama") is not None
    assert page.detail.method_id == "kylakoulun-uusi-elama"


def test_the_guide_to_a_method_is_saved_as_a_pdf(window: MainWindow, qtbot: QtBot, told: list[Notice], tmp_path: Path) -> None:
    page = _methods(window, qtbot)
    page.own.ask_file = lambda parent, title, name, on_path: on_path(tmp_path / name)
    page.choose("eratauko")
    page.detail.guide_button.click()
    until(qtbot, lambda: bool(told))
    assert told[-1].words.startswith("Tallennettu: eratauko.pdf")
    assert (tmp_path / "eratauko.pdf").read_bytes().startswith(b"%PDF")
