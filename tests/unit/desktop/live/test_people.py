"""Väki: who is in and how their phones are, what may be done about it, and the door."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from fasilitaattori.desktop.live.people_acts import erase_text, remove_text
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.people_model import ALLOWED, MENU, NAME, NUMBER, PHONE, PRESENT
from fasilitaattori.i18n import translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.workshop import moderation, people
from fasilitaattori.workshop.closing import Paper
from tests.unit.desktop.conftest import Heard
from tests.unit.desktop.live.conftest import Live

Key = Qt.Key


class Roll:
    """The dialog of a running evening with four phones, and what a test reads in it."""

    def __init__(self, live: Live) -> None:
        self.live = live
        live.until(lambda: live.window.workbench.room is not None)
        live.page._open_people()
        live.until(lambda: isinstance(QApplication.activeModalWidget(), PeopleDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PeopleDialog)
        self.dialog, self.table, self.model = dialog, dialog.table, dialog.model

    def hear(self, **states: Heard) -> None:
        """Phones are like this from now on: p1=…, p2=…"""
        assert self.live.house.room is not None
        self.live.house.room.heard |= {int(key[1:]): heard for key, heard in states.items()}
        self.live.window.workbench.ticked.emit()

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """(number, name, phone) of each row as shown."""
        return [
            tuple(str(self.model.index(row, column).data() or "") for column in (NUMBER, NAME, PHONE))
            for row in range(self.model.rowCount())
        ]

    def choose(self, number: int) -> None:
        self.table.choose(number)
        self.table.setFocus()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.table, key)

    def question(self) -> Dialog:
        """The question that has been asked over the list."""
        self.live.until(lambda: QApplication.activeModalWidget() is not self.dialog)
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Dialog)
        return asked

    @property
    def toasts(self) -> list[str]:
        """What is told over the list."""
        shown = self.live.window.toasts.shown()
        return [toast.label.words() for toast in shown if toast.host is self.dialog and toast.isVisible()]

    def undo(self) -> None:
        """Presses Kumoa of the notice."""
        button = self.live.window.toasts.shown()[-1].button
        assert button is not None
        self.live.click(button)


@pytest.fixture
def roll(live: Live) -> Iterator[Roll]:
    made = Roll(live)
    made.hear(p1=Heard(), p2=Heard(), p3=Heard(), p4=Heard())
    yield made
    if QApplication.activeModalWidget() is made.dialog:
        made.dialog.accept()


def menu_words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_how_each_phone_is_in_words_and_trouble_first(roll: Roll) -> None:
    roll.live.do(people.add_person("Pöytä 2"))
    roll.hear(p1=Heard("here", 3, scripts=False), p2=Heard("away", 140), p4=Heard("lost", 45))
    assert roll.rows == [
        ("4", "Osallistuja 4", "yhteys poikki 45 s"),
        ("2", "Reino", "taustalla 2 min"),
        ("1", "Helmi", "paikalla, ilman skriptiä"),
        ("3", "Aino", "paikalla"),
        ("5", "Pöytä 2", "ilman puhelinta"),
    ]
    assert roll.dialog.summary.words().startswith("4 puhelinta: 2 paikalla, 1 taustalla, 1 yhteys poikki")
    icons = [roll.model.index(row, PHONE).data(Qt.ItemDataRole.DecorationRole).cacheKey() for row in range(4)]
    assert len(set(icons)) == 3  # each state has an icon of its own, beside its word


def test_what_somebody_has_answered_is_nowhere(roll: Roll) -> None:
    before = [
        [roll.model.index(row, column).data(role) for column in range(roll.model.columnCount())]
        for row in range(roll.model.rowCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.CheckStateRole)
    ]
    step = roll.live.state.current
    assert step is not None
    house = roll.live.house
    send = house.services.models["discussion"].sends["discussion.rules_accepted"]
    body = send.body()
    house.door.ask(roll.live.stream, lambda state: send.rule(state, state.plan.need(step.id), 2, body), author=2).result()
    roll.live.catch_up()
    roll.live.window.workbench.ticked.emit()
    after = [
        [roll.model.index(row, column).data(role) for column in range(roll.model.columnCount())]
        for row in range(roll.model.rowCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.CheckStateRole)
    ]
    assert 2 in roll.live.state.tool(step).accepted
    assert before == after


def test_others_changes_wait_for_the_second(roll: Roll) -> None:
    shown: list[int] = []
    roll.live.window.workbench._seconds.stop()  # the test is the clock
    roll.model.dataChanged.connect(lambda *_: shown.append(1))
    for name in ("A", "B", "C"):
        roll.live.do(people.change_person(1, name=name))
    assert not shown
    roll.live.window.workbench.ticked.emit()
    assert ("1", "C", "paikalla") in roll.rows
    assert len(shown) == 1


def test_a_row_keeps_its_choice_and_its_editor_when_it_moves(roll: Roll) -> None:
    roll.choose(3)
    roll.table.edit(roll.model.index(roll.model.row_of(3), NAME))
    (editor,) = roll.table.viewport().findChildren(QLineEdit)
    editor.setText("Aino-Mai")
    roll.hear(p1=Heard("away", 90), p3=Heard("lost", 30), p4=Heard("away", 90))
    assert roll.rows[0][0] == "3"
    chosen = roll.table.chosen()
    assert chosen is not None
    assert chosen.number == 3
    assert editor.isVisible()
    assert roll.table.visualRect(roll.model.index(0, NAME)).contains(editor.geometry().center())
    roll.live.press(Key.Key_Return, editor)
    roll.live.until(lambda: roll.live.state.people.all[3].name == "Aino-Mai")


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


def test_the_list_of_people_is_edited(roll: Roll) -> None:
    live, model = roll.live, roll.model
    assert model.rowCount() == 4
    assert model.index(3, NAME).data() == "Osallistuja 4"
    model.setData(model.index(3, NAME), "Tauno")
    live.until(lambda: live.state.people.all[4].name == "Tauno")
    model.setData(model.index(model.row_of(1), PRESENT), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    live.until(lambda: not live.state.people.all[1].present)
    live.until(lambda: model.index(model.row_of(1), PHONE).data() == "lähtenyt")
    model.setData(model.index(model.row_of(2), ALLOWED), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    live.until(lambda: live.state.people.all[2].name_in_minutes)
    roll.dialog.name_field.setText("Pöytä 2")
    live.click(roll.dialog.add_button)
    live.until(lambda: model.rowCount() == 5)
    roll.dialog.headcount._box.setValue(3)
    live.until(lambda: live.state.people.headcount == 3)
    live.until(lambda: "7 ihmistä" in roll.dialog.summary.words())


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


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_becomes_of_pending_things_is_said_in_every_language(language: str) -> None:
    assert remove_text(translator(language)).count("•") == 3


def test_the_list_fits_into_a_small_window_with_large_text(live: Live) -> None:
    live.window.resize(1280, 650)
    live.page.look.change(text_scale=2.0)
    roll = Roll(live)
    dialog = roll.dialog
    assert dialog.width() <= live.window.width()
    assert dialog.height() <= live.window.height()
    for widget in (dialog.door_button, dialog.add_button, dialog.headcount, dialog.menu_button, dialog.act_button):
        inside = widget.mapTo(dialog, QPoint(widget.width(), widget.height()))
        assert inside.x() <= dialog.width()
        assert inside.y() <= dialog.height()
        assert widget.height() >= widget.minimumSizeHint().height()
    dialog.accept()


def test_lost_phones_are_told_and_lead_to_the_people(live: Live) -> None:
    room = live.page.work.room
    live.until(lambda: live.window.workbench.room is not None)
    hall = live.house.room
    assert hall is not None
    hall.heard = {1: Heard(), 2: Heard("away", 300), 3: Heard(), 4: Heard()}
    room.show_phones()
    assert room.people_button.text() == "4 paikalla"  # a phone in a pocket is no trouble
    hall.heard[3] = Heard("lost", 50)
    room.show_phones()
    assert room.people_button.text() == "1 yhteys poikki"
    live.click(room.people_button)
    live.until(lambda: isinstance(QApplication.activeModalWidget(), PeopleDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_the_room_panel_tells_that_the_door_is_closed(live: Live) -> None:
    room = live.page.work.room
    assert not room.door.isVisible()
    close = next(action for action in room.make_menu().actions() if action.text() == "Sulje liittyminen")
    close.trigger()
    live.until(lambda: not live.state.people.door_open and room.door.isVisible())
    live.click(room.door.open_button)
    live.until(lambda: live.state.people.door_open and not room.door.isVisible())
