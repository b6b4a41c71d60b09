"""Väki: what may be done about somebody and to the door, asked first and taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from fasilitaattori.desktop.live.newcomers_dialog import NewcomersDialog
from fasilitaattori.desktop.live.people_acts import erase_text, remove_text
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.people_model import MENU
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import moderation, people
from fasilitaattori.workshop.closing import Paper
from tests.unit.desktop.live.live import Live
from tests.unit.desktop.live.roll import Key, Roll, menu_words


def test_h_silences_and_lets_be_heard(roll: Roll) -> None:
    roll.choose(2)
    roll.press(Key.Key_H)
    roll.live.until(lambda: roll.live.state.people.all[2].muted)
    roll.live.until(lambda: roll.toasts == ["Hiljennetty: Reino"])
    assert ("2", "Reino · hiljennetty", "paikalla") in roll.rows
    roll.press(Key.Key_H)
    roll.live.until(lambda: not roll.live.state.people.all[2].muted)
    roll.live.until(lambda: roll.toasts == ["Hiljennys poistettu: Reino"])


def test_the_menu_says_what_can_be_done(roll: Roll) -> None:
    roll.live.do(people.add_person("Pöytä 2"))
    roll.live.window.workbench.ticked.emit()
    menus = {}
    for number in (2, 5):
        roll.choose(number)
        line = roll.table.chosen()
        assert line is not None
        menus[number] = menu_words(roll.dialog.acts.make_menu(line))
    assert menus[2] == ["Hiljennä\tH", "Poista puhelin…\tDelete", "Muuta nimeä\tF2", "Poista tiedot…"]
    assert menus[5] == ["Muuta nimeä\tF2", "Poista tiedot…"]


@pytest.mark.qt_log_ignore("does not support")
def test_the_dots_of_a_row_open_its_menu(roll: Roll) -> None:
    row = roll.model.row_of(2)
    place = roll.table.visualRect(roll.model.index(row, MENU)).center()
    QTest.mouseClick(roll.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    roll.live.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Hiljennä\tH" in menu_words(menu)
    menu.close()
    roll.press(Key.Key_Return)
    roll.live.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    opened = QApplication.activePopupWidget()
    assert opened is not None
    opened.close()


def test_removing_asks_once_and_can_be_taken_back(roll: Roll) -> None:
    roll.choose(2)
    roll.press(Key.Key_Delete)
    asked = roll.question()
    assert asked.windowTitle() == "Poistetaanko puhelin: Reino?"
    assert asked.focusWidget() is asked.safe_button
    for word in ("laput", "puheenvuorojonossa", "äänestyksessä"):
        assert word in asked.sentence.words()
    roll.live.click(asked.act_button)
    roll.live.until(lambda: roll.live.state.people.all[2].removed)
    roll.live.until(lambda: roll.toasts == ["Puhelin poistettu: Reino"])
    assert roll.rows[-2:] == [("1 poistettu puhelin", "", ""), ("2", "Reino", "poistettu")]
    assert roll.table.columnSpan(roll.model.rowCount() - 2, 0) == roll.model.columnCount()
    assert roll.dialog.summary.words().startswith("3 puhelinta: 3 paikalla")
    roll.undo()
    roll.live.until(lambda: not roll.live.state.people.all[2].removed)
    roll.live.until(lambda: roll.rows[1] == ("2", "Reino", "paikalla"))


def test_the_safe_answer_removes_nobody(roll: Roll) -> None:
    roll.choose(2)
    roll.press(Key.Key_Delete)
    asked = roll.question()
    QTest.keyClick(asked, Key.Key_Escape)
    assert not roll.live.state.people.all[2].removed
    assert roll.dialog.isVisible()


def test_a_removed_one_is_let_back(roll: Roll) -> None:
    roll.live.do(moderation.remove_person(3))
    roll.live.window.workbench.ticked.emit()
    roll.choose(3)
    line = roll.table.chosen()
    assert line is not None
    assert menu_words(roll.dialog.acts.make_menu(line)) == ["Päästä takaisin\tP", "Poista tiedot…"]
    roll.press(Key.Key_H)  # silencing does not suit a removed one
    roll.press(Key.Key_P)
    roll.live.until(lambda: not roll.live.state.people.all[3].removed)
    assert not roll.live.state.people.all[3].muted
    roll.live.until(lambda: "poistettu" not in str(roll.rows))


def test_the_keys_leave_those_without_a_phone_alone(roll: Roll) -> None:
    roll.live.do(people.add_person("Pöytä 2"))
    roll.live.window.workbench.ticked.emit()
    roll.choose(5)
    roll.press(Key.Key_H)
    roll.press(Key.Key_Delete)
    assert QApplication.activeModalWidget() is roll.dialog
    assert not roll.live.state.people.all[5].muted


def test_the_door_closes_and_opens(roll: Roll) -> None:
    button = roll.dialog.door_button
    assert button.words() == "Sulje liittyminen"
    roll.live.click(button)
    roll.live.until(lambda: not roll.live.state.people.door_open)
    roll.live.until(lambda: button.words() == "Avaa liittyminen")
    assert roll.dialog.door.words().startswith("Liittyminen on suljettu")
    roll.live.until(lambda: len(roll.toasts) == 1)
    roll.undo()
    roll.live.until(lambda: roll.live.state.people.door_open)


def test_notices_of_the_list_go_on_over_the_window(roll: Roll) -> None:
    roll.live.click(roll.dialog.door_button)
    roll.live.until(lambda: len(roll.toasts) == 1)
    toast = roll.live.window.toasts.shown()[0]
    roll.dialog.accept()
    assert toast.isVisible()
    assert toast.window() is roll.live.window


def test_erasing_asks_and_blanks_the_name(roll: Roll) -> None:
    live, dialog = roll.live, roll.dialog
    assert not dialog.erase_button.isEnabled()
    roll.choose(2)
    live.click(dialog.erase_button)
    question = roll.question()
    assert question.windowTitle() == "Poistetaanko tiedot: Reino?"
    assert question.focusWidget() is question.safe_button
    live.click(question.act_button)
    live.until(lambda: 2 not in live.state.people.all or not live.state.people.all[2].name)
    on_disk = b"".join(file.read_bytes() for file in live.house.folder.glob("fasilitaattori.db*"))
    assert b"Helmi" in on_disk
    assert b"Reino" not in on_disk


def test_what_erasing_cannot_reach_is_listed() -> None:
    tr = translator("fi")
    papers = [Paper("minutes", "pdf", "/home/k/muistio.pdf", "2026-03-12T20:51:00+02:00")]
    copies = [Path(f"backups/fasilitaattori-{n}.db") for n in range(8)]
    said = erase_text(tr, papers, copies)
    assert "/home/k/muistio.pdf (12.3.2026 klo 20.51)" in said
    assert "fasilitaattori-0.db" in said
    assert "ja 2 muussa" in said
    assert "varmuuskopio" not in erase_text(tr, [], [])
    said = erase_text(tr, [], [], [f"Reino tuo avaimen {n} {'x' * 80}" for n in range(8)])
    assert "• Reino tuo avaimen 0 xxx" in said
    assert "xx…" in said
    assert "• ja 2 muussa" in said


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_becomes_of_pending_things_is_said_in_every_language(language: str) -> None:
    assert remove_text(translator(language)).count("•") == 3


def test_the_room_panel_tells_that_the_door_is_closed(live: Live) -> None:
    room = live.page.work.room
    assert not room.door.isVisible()
    close = next(action for action in room.make_menu().actions() if action.text() == "Sulje liittyminen")
    close.trigger()
    live.until(lambda: not live.state.people.door_open and room.door.isVisible())
    live.click(room.door.open_button)
    live.until(lambda: live.state.people.door_open and not room.door.isVisible())


def test_a_crowd_that_just_came_goes_at_once_and_comes_back_at_once(roll: Roll) -> None:
    live = roll.live
    live.do(people.change_person(1, name="Helmi K."))  # is known
    live.click(roll.dialog.newcomers_button)
    asked = roll.question()
    assert isinstance(asked, NewcomersDialog)
    assert asked.focusWidget() is asked.safe_button
    assert asked.told.words() == "Sinä aikana on tullut 3 puhelinta, joista ei ole lähetetty mitään."
    live.names("", "")  # more come while it is open
    live.window.workbench.ticked.emit()
    assert asked.act_button.words() == "Poista 5 puhelinta"
    live.click(asked.act_button)
    live.until(lambda: roll.toasts == ["Poistettu 5 puhelinta"])
    assert [number for number, person in live.state.people.all.items() if not person.removed] == [1]
    live.do(people.add_person("Pöytä 2"))  # somebody else's change does not stand in the way
    roll.undo()
    live.until(lambda: not any(person.removed for person in live.state.people.all.values()))
    live.until(lambda: roll.toasts == ["Kumottu: puhelinten poistaminen"])


def test_where_nobody_has_come_by_phone_nobody_can_be_removed(planned: Live) -> None:
    planned.do(people.add_person("Pöytä 2"))
    dialog = PeopleDialog(planned.window.workbench, planned.window)
    assert not dialog.newcomers_button.isEnabled()
    assert dialog.newcomers_button.toolTip() == "Kukaan ei ole tullut mukaan puhelimella"
    planned.names("Helmi")
    dialog.show_people()
    assert dialog.newcomers_button.isEnabled()
    dialog.reject()


def test_where_nobody_new_is_silent_there_is_nothing_to_remove(roll: Roll) -> None:
    for number in range(1, 5):
        roll.live.do(people.change_person(number, name=f"Tuttu {number}"))
    roll.live.click(roll.dialog.newcomers_button)
    asked = roll.question()
    assert isinstance(asked, NewcomersDialog)
    assert asked.told.words() == "Sinä aikana ei ole tullut puhelimia, joista ei olisi lähetetty mitään."
    assert not asked.act_button.isEnabled()
    QTest.keyClick(asked, Key.Key_Escape)
    assert not any(person.removed for person in roll.live.state.people.all.values())
