"""Väki: who is in and how their phones are; the list keeps its place while others come and go."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.people_model import ALLOWED, NAME, PHONE, PRESENT
from fasilitaattori.workshop import people
from tests.unit.desktop.conftest import Heard
from tests.unit.desktop.live.live import Live
from tests.unit.desktop.live.roll import Key, Roll


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
