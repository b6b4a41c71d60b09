"""Hands counted in the room, on the live desk: typed with digits and Enter alone, saved as one act, told apart from phones."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fasilitaattori.tools.vote.model import State
from fasilitaattori.workshop import people, running
from tests.unit.tools.consoles import ShowConsole, console_of, vote

Key = Qt.Key


def test_hands_are_entered_with_digits_and_enter_alone(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    console = console_of(shown)
    assert console.add_by_hand()
    fields = [*console.rows.fields.values(), console.rows.voters_field]
    for field, digits in zip(fields, ("4", "", "2", "", "3"), strict=True):
        assert field.hasFocus()
        if digits:
            QTest.keyClicks(field, digits)
        QTest.keyClick(field, Key.Key_Return)
    shown.until(lambda: shown.rig.state.tool(shown.console.step).hand_voters == 3)
    state = shown.rig.state.tool(shown.console.step)
    assert list(state.hands.values()) == [4, 2]
    assert shown.told == ["Käsiäänet kirjattiin"]
    assert not console.warning.isVisible()


def test_a_count_of_the_room_is_one_act(show_console: ShowConsole) -> None:
    """Typed number by number, saved once, undone at once."""
    shown = show_console(vote(kind="one"))
    console = console_of(shown)
    before = len(shown.rig.session.replica.events)
    assert console.type_digit("1")
    fields = [*console.rows.fields.values()]
    assert fields[0].hasFocus()
    QTest.keyClicks(fields[0], "2")
    QTest.keyClick(fields[0], Key.Key_Tab)
    QTest.keyClicks(fields[1], "21")
    assert console.hand_hint.words() == "Käsin 12, paikalla 6. Enter vie seuraavaan, viimeinen kirjaa."
    for field in fields[1:]:
        QTest.keyClick(field, Key.Key_Return)
    assert console.rows.voters() == 33  # each gives one: the voters follow
    assert "enemmän kuin paikalla (6)" in console.warning.words()
    shown.rig.do(people.set_headcount(54))  # while it is being typed; nothing typed is lost
    assert [field.value() for field in fields[:2]] == [12, 21]
    assert len(shown.rig.session.replica.events) == before + 1
    QTest.keyClick(console.rows.voters_field, Key.Key_Return)
    shown.until(lambda: shown.rig.state.tool(shown.console.step).hand_voters == 33)
    shown.until(lambda: not console.warning.isVisible())
    assert len(shown.rig.session.replica.events) == before + 2
    shown.rig.session.undo()
    shown.until(lambda: not shown.rig.state.tool(shown.console.step).hands)
    shown.until(lambda: [field.value() for field in fields] == [0] * len(fields))


def test_leaving_the_numbers_saves_them_once(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    console = console_of(shown)
    before = len(shown.rig.session.replica.events)
    assert console.type_digit("3")
    fields = [*console.rows.fields.values()]
    QTest.keyClick(fields[0], Key.Key_Return)
    QTest.keyClicks(fields[1], "5")
    console.close_button.setFocus()
    shown.until(lambda: list(shown.rig.state.tool(shown.console.step).hands.values()) == [3, 5])
    assert len(shown.rig.session.replica.events) == before + 1


def test_numbers_that_cannot_be_right_are_told(show_console: ShowConsole) -> None:
    shown = show_console(vote(dots=1))
    console = console_of(shown)
    first = next(iter(console.rows.fields.values()))
    first.setText("9")
    first.editingFinished.emit()
    shown.until(console.warning.isVisible)
    assert console.warning.words() == "Kirjoita vielä, kuinka moni äänesti käsin."
    console.rows.voters_field.setText("5")
    console.rows.voters_field.editingFinished.emit()
    shown.until(lambda: "5 äänestäjää" in console.warning.words())


def test_hands_stand_apart_from_phones(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    shown.rig.send("vote.cast", 1, choices={state.candidates[0].id: 1})
    console = console_of(shown)
    first = next(iter(console.rows.fields.values()))
    first.setText("2")
    first.editingFinished.emit()
    console.rows.voters_field.setText("2")
    console.rows.voters_field.editingFinished.emit()
    shown.rig.do(running.close_step())
    shown.until(lambda: "puhelimilla 1, käsin 2" in shown.words)
    assert console.turnout.words() == "1 / 6 äänestänyt · 2 käsin"


def test_rows_do_not_move_under_the_fingers(show_console: ShowConsole) -> None:
    shown = show_console(vote())
    shown.rig.do(running.close_step())
    console = console_of(shown)
    order = list(console.rows.fields)
    last = console.rows.fields[order[-1]]
    last.setFocus()
    last.setText("7")
    last.editingFinished.emit()
    shown.until(lambda: shown.rig.state.tool(shown.console.step).hands)
    assert list(console.rows.fields) == order
    assert last.hasFocus()
