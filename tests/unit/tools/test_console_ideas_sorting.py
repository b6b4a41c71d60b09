"""Sorting the notes of the wall: by letters, by arrows, by dragging, into themes, together and out of sight."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from fasilitaattori.tools.ideas.console.dialogs import NoteDialog, ThemeDialog
from fasilitaattori.tools.ideas.console.items import HIDDEN
from fasilitaattori.tools.ideas.console.menus import note_menu
from fasilitaattori.tools.ideas.console.note_model import notes_mime
from fasilitaattori.tools.ideas.model import rules
from tests.unit.tools.ideas_wall import Key, Wall, send, shown


def test_letters_act_on_the_note_with_the_focus(wall: Wall) -> None:
    first, second = send(wall, "Sauna", "Kahvila")
    wall.console.wall.go_to(second)
    wall.press(Key.Key_1)
    wall.until(lambda: wall.ids(wall.theme(0)) == [second])
    wall.console.wall.go_to(second)
    wall.press(Key.Key_2)
    wall.until(lambda: wall.ids(wall.theme(1)) == [second])
    wall.console.wall.go_to(second)
    wall.press(Key.Key_0)
    wall.until(lambda: wall.ids("") == [first, second])
    wall.console.wall.go_to(first)
    wall.press(Key.Key_N)
    wall.until(lambda: wall.state.raised == first)
    wall.press(Key.Key_H)
    wall.until(lambda: wall.ids("") == [second])
    wall.until(lambda: wall.told == ["1 lappu piilotettu"])


def test_arrows_walk_and_space_picks(wall: Wall) -> None:
    notes = send(wall, "Sauna", "Kahvila")
    wall.rig.do(rules.move(wall.console.step_id, [notes[1]], wall.theme(0)))
    wall.console.wall.go_to(notes[0])
    wall.press(Key.Key_Space)
    assert wall.console.wall.picked() == [notes[0]]
    wall.press(Key.Key_Right)
    column = wall.console.wall.column(wall.theme(0))
    assert column is not None
    assert column.list.current() == notes[1]
    wall.press(Key.Key_Space)
    assert wall.console.wall.picked() == notes
    assert wall.console.bar.isVisible()
    assert wall.console.bar.words.words() == "2 lappua valittu"
    QTest.keyClick(column.list, Key.Key_Escape)
    assert wall.console.wall.picked() == []
    assert not wall.console.bar.isVisible()


def test_picked_notes_are_merged_and_split(wall: Wall) -> None:
    first, second, _ = send(wall, "Sauna", "Kylän sauna", "Ranta")
    wall.pick("", 0, 1)
    QTest.mouseClick(wall.console.bar.merge_button, Qt.MouseButton.LeftButton)
    wall.until(lambda: wall.state.ideas[second].merged_into == first)
    column = wall.console.wall.column("")
    assert column is not None
    assert column.list.notes.item(0).content.badge == "2 samaa"
    wall.until(lambda: wall.console.wall.picked() == [])
    wall.pick("", 0)
    assert wall.console.bar.split_button.isVisible()
    QTest.mouseClick(wall.console.bar.split_button, Qt.MouseButton.LeftButton)
    wall.until(lambda: len(wall.ids("")) == 3)


def test_a_note_dropped_on_a_theme_moves_there_and_comes_on_the_wall(wall: Wall) -> None:
    wall.console.side.approval_changed.emit(True)
    wall.until(lambda: wall.console.settings.approval)
    (note,) = send(wall, "Sauna")
    column = wall.console.wall.column(wall.theme(1))
    assert column is not None
    data = notes_mime([note])
    copy, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    column.list.dropEvent(QDropEvent(QPointF(20, 20), copy, data, left, none))
    wall.until(lambda: wall.ids(wall.theme(1)) == [note])
    assert not wall.state.ideas[note].pending


def test_hidden_notes_are_shown_and_restored(wall: Wall) -> None:
    (note,) = send(wall, "Sauna")
    wall.console.wall.go_to(note)
    wall.press(Key.Key_H)
    wall.until(wall.console.top.hidden_chip.isVisible)
    assert wall.console.top.hidden_chip.text() == "Piilossa 1"
    QTest.mouseClick(wall.console.top.hidden_chip, Qt.MouseButton.LeftButton)
    assert wall.ids(HIDDEN) == [note]
    wall.console.wall.go_to(note)
    wall.press(Key.Key_A)
    wall.until(lambda: wall.ids("") == [note])


def test_a_typo_is_corrected_and_the_original_kept(wall: Wall) -> None:
    (note,) = send(wall, "Suana")
    wall.console.wall.go_to(note)
    wall.press(Key.Key_M)
    dialog = shown(NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.text.setPlainText("Sauna")
    QTest.mouseClick(dialog.act_button, Qt.MouseButton.LeftButton)
    wall.until(lambda: wall.state.ideas[note].text == "Sauna")
    assert wall.state.ideas[note].original == "Suana"


def test_themes_are_added_renamed_and_removed(wall: Wall) -> None:
    (note,) = send(wall, "Sauna")
    QTest.mouseClick(wall.console.top.theme_button, Qt.MouseButton.LeftButton)
    dialog = shown(ThemeDialog)
    assert isinstance(dialog, ThemeDialog)
    assert not dialog.act_button.isEnabled()
    dialog.line.setText("Liikunta")
    QTest.keyClick(dialog.line, Key.Key_Return)
    wall.until(lambda: len(wall.state.themes) == 3)
    theme = wall.theme(2)
    wall.rig.do(rules.move(wall.console.step_id, [note], theme))
    wall.console._named(theme, "Ulkona")
    column = wall.console.wall.column(theme)
    assert column is not None
    wall.until(lambda: column.title.words() == "Ulkona")
    wall.rig.do(rules.remove_theme(wall.console.step_id, theme))
    assert wall.console.wall.column(theme) is None
    assert wall.ids("") == [note]


def test_picked_notes_become_a_theme_in_one_step_of_undo(wall: Wall) -> None:
    first, second, third = send(wall, "Sauna", "Kahvila", "Latu")
    wall.rig.do(rules.hide(wall.console.step_id, [third]))
    wall.pick("", 0, 1)
    QTest.mouseClick(wall.console.top.theme_button, Qt.MouseButton.LeftButton)
    dialog = shown(ThemeDialog)
    assert isinstance(dialog, ThemeDialog)
    dialog.line.setText("Palvelut")
    QTest.keyClick(dialog.line, Key.Key_Return)
    wall.until(lambda: len(wall.state.themes) == 3)
    assert wall.ids(wall.theme(2)) == [first, second]
    assert not wall.console.wall.picked()
    wall.rig.session.undo()
    wall.until(lambda: len(wall.state.themes) == 2)
    assert wall.ids("") == [first, second]


def test_hidden_notes_come_on_the_wall_with_a_theme_made_of_them(wall: Wall) -> None:
    (note,) = send(wall, "Sauna")
    wall.rig.do(rules.hide(wall.console.step_id, [note]))
    wall.console._named("", "Palvelut", [note])
    wall.until(lambda: len(wall.state.themes) == 3 and wall.ids(wall.theme(2)) == [note])
    wall.rig.session.undo()
    wall.until(lambda: len(wall.state.themes) == 2 and wall.state.ideas[note].hidden)


def test_the_menu_offers_what_the_letters_do(wall: Wall) -> None:
    (note,) = send(wall, "Sauna")
    pressed: list[str] = []
    look, idea = wall.console.look, wall.state.ideas[note]
    menu = note_menu(wall.console, look, idea, [note], wall.state.themes, pressed.append, lambda: None, pressed.append)
    for action in menu.actions():
        action.trigger()
    assert pressed == ["N", "M", "H"]


def test_the_keys_stay_on_the_wall_when_the_last_note_without_a_theme_gets_one(wall: Wall) -> None:
    first, second = send(wall, "Sauna", "Kahvila")
    wall.console.wall.go_to(first)
    wall.press(Key.Key_2)
    wall.until(lambda: wall.ids("") == [second])
    wall.press(Key.Key_2)
    wall.until(lambda: wall.console.wall.column("") is None)
    assert wall.console.wall.chosen() == [second]  # a key too many moves nothing that lies in its theme
    wall.press(Key.Key_1)
    wall.until(lambda: wall.ids(wall.theme(0)) == [second])


def test_the_keys_stay_on_the_wall_when_nothing_waits_any_more(wall: Wall) -> None:
    wall.rig.do(rules.set_approval(wall.console.step_id, True))
    waiting = send(wall, "Sauna")
    wall.rig.do(rules.set_approval(wall.console.step_id, False))
    wall.console.wall.go_to(waiting[0])
    wall.press(Key.Key_1)
    wall.until(lambda: wall.console.wall.column("waiting") is None)
    assert wall.console.wall.chosen() == waiting
    wall.press(Key.Key_H)
    wall.until(lambda: wall.state.ideas[waiting[0]].hidden)


def test_what_comes_where_the_keys_are_is_in_hand(wall: Wall) -> None:
    wall.rig.do(rules.set_approval(wall.console.step_id, True))
    first = send(wall, "Sauna")
    wall.console.wall.go_to(first[0])
    wall.press(Key.Key_A)
    wall.until(lambda: wall.ids("waiting") == [])
    second = send(wall, "Kahvila", "Ranta")
    assert wall.console.wall.chosen() == second[:1]
    wall.press(Key.Key_A)
    wall.until(lambda: wall.ids("waiting") == second[1:])
