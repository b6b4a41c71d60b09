"""The plan in the real window: everything the facilitator changes is one event in the log."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.plan.adding import add_menu, empty_step
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.info import Info, set_info

from .conftest import Planning

OpenAt = Callable[[str, str], Any]


def test_the_first_step_is_open_with_its_times(planning: Planning) -> None:
    panel = planning.page.panel
    assert panel.name.text() == "Tervetuloa ja esittäytyminen"
    assert panel.clock.text() == "18.00–18.10"
    assert planning.page.head.tag.text() == "150 min · mahtuu aikaan"
    assert planning.page.title.text() == "Ohjelma 18.00–20.30"
    assert not planning.page.ending.isVisible()


def test_a_name_is_one_event_when_it_is_left(planning: Planning, qtbot: QtBot) -> None:
    before = planning.events()
    name = planning.page.panel.name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Alku")
    assert planning.events() == before
    QTest.keyClick(name, Qt.Key.Key_Return)
    planning.until(lambda: planning.titles()[0] == "Alku")
    assert planning.events() == before + 1


def test_an_empty_name_is_told_under_the_field(planning: Planning, qtbot: QtBot) -> None:
    name = planning.page.panel.name
    name.setFocus()
    name.clear()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert name.property("state") == "error"
    assert name.accessibleDescription() == "Vaihe tarvitsee nimen."
    assert planning.titles()[0] == "Tervetuloa ja esittäytyminen"


def test_minutes_shift_what_follows_and_can_be_undone(planning: Planning, told: list[Notice]) -> None:
    planning.select("Kahvitauko")
    planning.page.panel.minutes.value_changed.emit(30)
    planning.until(lambda: planning.step("Kahvitauko").minutes == 30)
    planning.until(lambda: planning.page.head.tag.text() == "160 min · 10 min yli")
    planning.select("Ideaseinä")
    assert planning.page.panel.clock.text() == "19.35–19.55"
    planning.window.workbench.undo()
    planning.until(lambda: planning.step("Kahvitauko").minutes == 20)
    assert told[-1].words == "Kumottu: vaiheen muutos"
    planning.window.workbench.redo()
    planning.until(lambda: planning.step("Kahvitauko").minutes == 30)


def test_one_button_makes_an_evening_fit_both_ways(planning: Planning, told: list[Notice]) -> None:
    button = planning.page.head.fit_button
    planning.select("Kahvitauko")
    planning.page.panel.minutes.value_changed.emit(40)
    planning.until(button.isVisible)
    assert button.words() == "Lyhennä tasaisesti"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    planning.until(lambda: sum(step.minutes for step in planning.steps()) == 150)
    planning.until(lambda: not button.isVisible())
    assert planning.window.focusWidget() is planning.page.head.rug  # beside it, and it shows what has changed
    planning.until(lambda: bool(told))
    assert told[-1].words.startswith("Vaiheita lyhennettiin 20 min. Ennallaan: ")
    assert "Mitä tällä tehdään?" in told[-1].words
    planning.page.acts.remove(planning.step("Kahvitauko").id)
    planning.until(lambda: button.isVisible() and button.words() == "Pidennä tasaisesti")
    button.click()
    planning.until(lambda: sum(step.minutes for step in planning.steps()) == 150)
    planning.window.workbench.undo()
    planning.until(button.isVisible)


def test_a_pinned_time_and_one_that_cannot_be_read(planning: Planning) -> None:
    planning.select("Ideaseinä")
    pin = planning.page.panel.pin
    pin.setText("iltapäivällä")
    pin.commit()
    assert pin.property("state") == "error"
    pin.setText("19.40")
    pin.commit()
    planning.until(lambda: planning.step("Ideaseinä").pinned == "19:40")
    row = planning.page.agenda.row(planning.step("Ideaseinä").id)
    assert row is not None
    assert row.accessibleDescription().startswith("15 min väljää ennen klo 19.40")


def test_keys_walk_stretch_and_move(planning: Planning, qtbot: QtBot) -> None:
    first = planning.page.agenda.row(planning.steps()[0].id)
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert planning.page.selected == planning.step("Pelisäännöt").id
    second = planning.page.agenda.row(planning.page.selected)
    assert second is not None
    QTest.keyClick(second, Qt.Key.Key_Plus)
    planning.until(lambda: planning.step("Pelisäännöt").minutes == 10)
    QTest.keyClick(second, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    planning.until(lambda: planning.titles()[2] == "Pelisäännöt")
    QTest.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    planning.until(lambda: planning.titles()[1] == "Pelisäännöt")
    QTest.keyClick(second, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    planning.until(lambda: planning.titles()[1:3] == ["Pelisäännöt", "Pelisäännöt"])
    copy = planning.page.agenda.row(planning.page.selected)
    assert copy is not None
    QTest.keyClick(copy, Qt.Key.Key_Delete)
    planning.until(lambda: planning.titles().count("Pelisäännöt") == 1)


def test_dragging_moves_a_step(planning: Planning, qtbot: QtBot) -> None:
    agenda = planning.page.agenda
    row = agenda.row(planning.step("Kahvitauko").id)
    target = agenda.row(planning.step("Pelisäännöt").id)
    assert row is not None
    assert target is not None
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    there = target.mapToGlobal(QPoint(200, 4))
    row.dragged.emit(row.row.id, row.mapToGlobal(QPoint(200, 40)))
    row.dragged.emit(row.row.id, there)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=row.mapFromGlobal(there))
    planning.until(lambda: planning.titles()[1] == "Kahvitauko")


def test_a_step_of_every_tool_can_be_added(planning: Planning) -> None:
    planning.select("Pelisäännöt")
    menu = add_menu(planning.page.look, planning.page.services.methods(), "fi", planning.page.add, planning.page)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:7] == [
        *("Puhe tai ohje", "Keskustelu", "Kysymyskortit", "Ideaseinä", "Äänestys", "Kysely", "Tauko"),
    ]
    menu.actions()[4].trigger()
    planning.until(lambda: planning.titles()[2] == "Äänestys")
    planning.until(lambda: planning.page.selected == planning.step("Äänestys").id)
    assert planning.page.panel.name.text() == "Äänestys"
    planning.until(lambda: planning.window.focusWidget() is planning.page.panel.name)
    assert planning.page.panel.name.selectedText() == "Äänestys"  # the first thing to write is what it is called


def test_a_vote_after_a_wall_of_ideas_is_on_its_themes(planning: Planning) -> None:
    page = planning.page
    page.add(empty_step("vote", "Ensin"))
    planning.until(lambda: "Ensin" in planning.titles())
    wall = empty_step("ideas", "Seinä")
    page.add(wall)
    planning.until(lambda: page.selected == wall.id)
    page.add(empty_step("vote", "Sitten"))
    planning.until(lambda: "Sitten" in planning.titles())
    assert planning.step("Ensin").settings == {}
    assert planning.step("Sitten").settings == {"source": "themes"}


@pytest.mark.qt_log_ignore("does not support")
def test_an_empty_plan_is_begun_by_hand_as_well(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    page = open_at(house.workshop(set_info(title="Ilta", start="18.00")), "suunnittele")
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.empty.own_button.isVisible()
    page.empty.step_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Tauko").trigger()
    menu.close()
    qtbot.waitUntil(lambda: [step.tool for step in window.workbench.state.plan.steps()] == ["pause"])


def test_an_empty_plan_is_begun_where_agenda_and_panel_take_turns(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot
) -> None:
    house.settings.text_size = 200
    window.resize(1024, 768)
    page = open_at(house.workshop(set_info(title="Ilta", start="18.00")), "suunnittele")
    qtbot.waitUntil(page.heading.isVisible)
    page.heading.left.emit()
    qtbot.waitUntil(page.empty.isVisible)
    assert not page.heading.isVisible()
    house.settings.text_size = 100
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: page.heading.isVisible() and page.empty.isVisible())


def test_an_empty_plan_takes_a_method_of_ones_own(
    window: MainWindow, house: Any, open_at: OpenAt, told: list[Notice], qtbot: QtBot
) -> None:
    kept = open_at(house.evening("kylailta"), "suunnittele")
    kept.own.keep("Meidän ilta", "Kuullaan kylää.")
    page = open_at(house.workshop(set_info(title="Ilta", start="18.00", end="20.30")), "suunnittele")
    qtbot.waitUntil(page.empty.own_button.isVisible)
    (action,) = page.empty.own_menu().actions()
    assert action.text() == "Meidän ilta"
    action.trigger()
    qtbot.waitUntil(lambda: len(window.workbench.state.plan.steps()) == 12)
    assert window.workbench.state.info.method == "Meidän ilta"
    qtbot.waitUntil(lambda: bool(told) and told[-1].words == "Lisättiin 12 vaihetta")


def test_the_missing_ending_is_offered(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.workshop(set_info(title="Ilta", start="18.00"))
    page = open_at(stream, "suunnittele")
    qtbot.waitUntil(page.empty.isVisible)
    qtbot.waitUntil(page.heading.isVisible)
    page.add(new_step("Keskustelu", "discussion"))
    qtbot.waitUntil(page.ending.isVisible)
    page.ending_button.click()
    qtbot.waitUntil(lambda: not page.ending.isVisible())
    assert window.workbench.state.plan.steps()[-1].title == "Mitä tällä tehdään?"


def test_the_heading_is_changed_field_by_field(planning: Planning, qtbot: QtBot) -> None:
    page = planning.page

    def info() -> Info:
        return planning.window.workbench.state.info

    page.head.edit_button.click()
    heading = page.heading
    planning.until(heading.isVisible)
    heading.title_line.setText("Uusi nimi")
    heading.title_line.commit()
    planning.until(lambda: info().title == "Uusi nimi")
    planning.until(lambda: planning.window.windowTitle().startswith("Uusi nimi"))
    heading.start.setText("1730")
    heading.start.commit()
    planning.until(lambda: info().start == "17:30")
    planning.until(lambda: page.title.text().startswith("Ohjelma 17.30"))
    heading.day.line.setText("ei päivä")
    heading.day.line.commit()
    assert heading.day.line.accessibleDescription() == "Päivää ei ole. Kirjoita se muodossa 12.3.2026."
    heading.title_line.clear()
    heading.title_line.commit()
    assert info().title == "Uusi nimi"
    heading.left.emit()
    planning.until(page.panel.isVisible)


def test_the_running_step_is_marked_and_stays(planning: Planning, house: Any, qtbot: QtBot) -> None:
    house.door.ask(planning.window.workbench.open_session.stream, running.start()).result()
    first = planning.steps()[0].id
    row = planning.page.agenda.row(first)
    assert row is not None
    planning.until(lambda: row.row.state == "now")
    planning.page.select(first)
    planning.until(lambda: not planning.page.panel.remove_button.isEnabled())
    assert planning.page.head.live_button.text() == "Jatka ohjausta"
    planning.page.acts.remove(first)
    qtbot.waitUntil(lambda: bool(planning.window.toasts.shown()))
    assert "Käynnissä olevaa vaihetta ei voi poistaa" in planning.window.toasts.shown()[-1].label.text()


def test_undoing_what_would_take_contributions_asks_first(planning: Planning, house: Any, qtbot: QtBot) -> None:
    bench, wall = planning.window.workbench, planning.step("Ideaseinä").id
    planning.page.copy(wall)
    planning.until(lambda: planning.titles().count("Ideaseinä") == 2 and planning.page.selected != planning.steps()[0].id)
    copy = planning.page.selected
    assert copy != wall
    house.door.ask(bench.open_session.stream, running.go_to(copy)).result()
    house.contribute(bench.open_session.stream, copy, "Sauna kylälle")
    planning.until(lambda: bench.state.run.current == copy)
    bench.undo()  # the wall is left
    planning.until(lambda: bench.state.run.current is None)
    bench.undo()  # now the copy itself would go, and the idea on it
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    assert dialog.windowTitle() == "Kumotaanko vaiheen lisäys?"
    dialog.safe_button.click()
    assert bench.state.plan.get(copy) is not None
    bench.undo()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() not in (None, dialog))
    again = QApplication.activeModalWidget()
    assert isinstance(again, Dialog)
    again.act_button.click()
    planning.until(lambda: bench.state.plan.get(copy) is None)
    bench.redo()
    planning.until(lambda: bench.state.plan.get(copy) is not None)


def test_one_column_at_two_hundred_per_cent(planning: Planning, house: Any, qtbot: QtBot) -> None:
    planning.window.resize(1280, 650)
    house.settings.text_size = 200
    page = planning.page
    qtbot.waitUntil(lambda: not page.panel.isVisible())
    assert page.agenda.isVisible()
    page.edit_button.click()
    assert page.panel.isVisible()
    assert not page.agenda.isVisible()
    page.panel.back_button.click()
    assert page.agenda.isVisible()


def test_leaving_the_page_saves_what_is_half_typed(planning: Planning, qtbot: QtBot) -> None:
    notes = planning.page.panel.notes
    notes.setFocus()
    notes.setPlainText("Muista avain")
    planning.window.workbench.go("tyopajat")
    planning.until(lambda: planning.steps()[0].notes == "Muista avain")
