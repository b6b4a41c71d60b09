"""The idea wall on the live desk, with real notes from a real log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.ideas.console.dialogs import NoteDialog, ThemeDialog
from fasilitaattori.tools.ideas.console.items import HIDDEN, WAITING
from fasilitaattori.tools.ideas.console.menus import note_menu
from fasilitaattori.tools.ideas.console.names import looks_like_name
from fasilitaattori.tools.ideas.console.note_delegate import WaitingDelegate
from fasilitaattori.tools.ideas.console.note_model import notes_mime
from fasilitaattori.tools.ideas.model import State, rules
from fasilitaattori.workshop import moderation
from fasilitaattori.workshop.agenda import new_step
from tests.unit.desktop.live.rig import Rig

Key = Qt.Key
SETTINGS = {"prompt": "Mitä?", "themes": ["Kohtaaminen", "Työ"]}


class Wall:
    """The console with its rig."""

    def __init__(self, rig: Rig, console: IdeasConsole) -> None:
        self.rig, self.console = rig, console
        self.told: list[str] = []
        console.told.connect(lambda words, _: self.told.append(words))

    @property
    def state(self) -> State:
        found = self.rig.tool
        assert isinstance(found, State)
        return found

    def ids(self, key: str) -> list[str]:
        column = self.console.wall.column(key)
        return column.list.notes.ids() if column is not None else []

    def theme(self, place: int) -> str:
        return self.state.themes[place].id

    def pick(self, key: str, *rows: int) -> None:
        column = self.console.wall.column(key)
        assert column is not None
        for row in rows:
            index = column.list.notes.index(row)
            column.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def press(self, key: Qt.Key) -> None:
        focused = next(column.list for column in self.console.wall.columns() if column.list.hasFocus())
        QTest.keyClick(focused, key)

    def until(self, there: object) -> None:
        assert callable(there)
        self.rig.until(lambda: bool(there()))
        self.rig.settle()


@pytest.fixture
def wall(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Wall]:
    """The wall is on; Helmi and Reino are here with phones."""
    look = Look(translator("fi"))
    look.install(qapp)
    rig = Rig(tmp_path, qtbot, [new_step("Ideat", "ideas", 20, "yksin", settings=SETTINGS)])
    rig.join("Helmi", "Reino")
    rig.start()
    step = rig.state.current
    assert step is not None
    console = IdeasConsole(look, rig.session, step)
    qtbot.addWidget(console)
    rig.session.changed.connect(lambda touched: console.refresh(touched) if console.concerns(touched) else None)
    console.resize(980, 560)
    console.show()
    qtbot.waitExposed(console)
    yield Wall(rig, console)
    rig.close()


def send(wall: Wall, *texts: str) -> list[str]:
    """Notes from phones."""
    return [wall.rig.send("ideas.added", 1, text=text)[0] for text in texts]


def test_notes_come_and_are_counted(wall: Wall) -> None:
    assert not wall.console.bar.isVisible()
    found = send(wall, "Sauna", "Kahvila")
    assert wall.ids("") == found
    assert wall.console.top.counts.words() == "2 lappua  2 seinällä"
    assert wall.console.side.sent.words() == "1 / 2 vastannut"
    wall.console.set_low(True)
    assert not wall.console.side.sent.isHidden()


def test_one_who_is_out_is_not_counted_among_those_who_have_answered(wall: Wall) -> None:
    send(wall, "Sauna")
    wall.rig.send("ideas.added", 2, text="Kahvila")
    assert wall.console.side.sent.words() == "2 / 2 vastannut"
    wall.rig.do(moderation.remove_person(2))
    wall.rig.until(lambda: wall.console.side.sent.words() == "1 / 1 vastannut")


def test_a_new_note_is_new_for_a_while(wall: Wall) -> None:
    send(wall, "Sauna")
    column = wall.console.wall.column("")
    assert column is not None
    assert column.list.notes.item(0).content.state == "new"
    wall.rig.clock.advance(9)
    wall.console.tick(wall.rig.clock.ms())
    assert column.list.notes.item(0).content.state == "wall"


def test_rows_that_stay_are_not_touched(wall: Wall) -> None:
    send(wall, "Sauna", "Kahvila")
    wall.rig.clock.advance(20)
    wall.console.tick(wall.rig.clock.ms())
    column = wall.console.wall.column("")
    assert column is not None
    touched: list[tuple[int, int]] = []
    column.list.notes.dataChanged.connect(lambda top, bottom, _: touched.append((top.row(), bottom.row())))
    inserted: list[tuple[int, int]] = []
    column.list.notes.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    send(wall, "Ranta")
    assert inserted == [(2, 2)]
    assert touched == []


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
    assert wall.told == ["1 lappu piilotettu"]


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
    assert wall.console.wall.picked() == []
    wall.pick("", 0)
    assert wall.console.bar.split_button.isVisible()
    QTest.mouseClick(wall.console.bar.split_button, Qt.MouseButton.LeftButton)
    wall.until(lambda: len(wall.ids("")) == 3)


def test_waiting_notes_are_approved_by_key_by_click_and_all_at_once(wall: Wall) -> None:
    wall.console.side.approval_changed.emit(True)
    wall.until(lambda: wall.console.settings.approval)
    first, second, third, doubt = send(wall, "Sauna", "Kahvila", "Ranta", "Pekan pajasta verstas")
    assert wall.ids(WAITING) == [first, second, third, doubt]
    column = wall.console.wall.column(WAITING)
    assert column is not None
    assert column.tag.text() == "4 uutta"
    assert [column.list.notes.item(row).suspect for row in range(4)] == [False, False, False, True]
    wall.console.wall.go_to(first)
    wall.press(Key.Key_A)
    wall.until(lambda: wall.ids("") == [first])
    delegate = column.list.itemDelegate()
    assert isinstance(delegate, WaitingDelegate)
    row = QRectF(column.list.visualRect(column.list.notes.index(0)))
    place = next(rect for rect, act, _, _ in delegate.buttons(row, column.list.notes.item(0), False) if act == "show")
    QTest.mouseClick(column.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    wall.until(lambda: wall.ids("") == [first, second])
    QTest.mouseClick(column.all_button, Qt.MouseButton.LeftButton)
    wall.until(lambda: wall.ids("") == [first, second, third])
    assert wall.ids(WAITING) == [doubt]
    wall.until(lambda: wall.told)
    assert wall.told[-1] == "1 lappu hyväksytty. 1 jäi tarkistettavaksi: näyttää nimeltä"


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


def test_search_leaves_what_matches(wall: Wall) -> None:
    _, second, _ = send(wall, "Sauna kylälle", "Kahvila kylälle", "Ranta")
    wall.console.top.search.setText("KYLÄ kahv")
    assert wall.ids("") == [second]
    wall.console.top.search.clear()
    assert len(wall.ids("")) == 3


def test_paper_notes_one_after_another(wall: Wall) -> None:
    assert wall.console.add_by_hand()
    row = wall.console.paper
    assert row.field.hasFocus()
    row.themes.setCurrentIndex(1)
    for text in ("Ensimmäinen", "Toinen"):
        row.field.setText(text)
        QTest.keyClick(row.field, Key.Key_Return)
        wall.until(lambda: row.field.text() == "")
        assert row.field.hasFocus()
    wall.until(lambda: len(wall.ids(wall.theme(0))) == 2)
    assert all(idea.by_desk for idea in wall.state.ideas.values())
    row.field.setText("kesken")
    QTest.keyClick(row.field, Key.Key_Escape)
    assert not row.isVisible()
    wall.console.add_by_hand()
    assert row.field.text() == "kesken"


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


def test_the_menu_offers_what_the_letters_do(wall: Wall) -> None:
    (note,) = send(wall, "Sauna")
    pressed: list[str] = []
    look, idea = wall.console.look, wall.state.ideas[note]
    menu = note_menu(wall.console, look, idea, [note], wall.state.themes, pressed.append, lambda: None, pressed.append)
    for action in menu.actions():
        action.trigger()
    assert pressed == ["N", "M", "H"]


def test_phones_are_let_in_and_out(wall: Wall) -> None:
    assert wall.console.side.phones.isChecked()
    assert wall.console.phone_words() == "kirjoita idea"
    QTest.mouseClick(wall.console.side.phones, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    wall.until(lambda: not wall.rig.state.run.is_open(wall.console.step_id))
    assert wall.console.phone_words() == ""


def test_no_notes_and_no_themes_says_so(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    look = Look(translator("fi"))
    rig = Rig(tmp_path, qtbot, [new_step("Ideat", "ideas", 20)])
    rig.start()
    step = rig.state.current
    assert step is not None
    console = IdeasConsole(look, rig.session, step)
    qtbot.addWidget(console)
    console.show()
    assert console.nothing.isVisible()
    rig.close()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Pekan pajasta verstas kaikille", True),
        ("Annetaan Liisalle avain", True),
        ("Kysytään Toivolta", True),
        ("Toivo paremmasta", False),
        ("Anna tilaa kaikille", False),
        ("Kerran viikossa kahvila Kuikkaperälle", False),
        ("Leikkipuisto kuntoon", False),
        ("Kyllikin leipomo", True),
        ("kuntosali vanhaan luokkaan", False),
    ],
)
def test_a_name_is_suspected(text: str, named: bool) -> None:
    assert looks_like_name(text) is named


def test_those_who_are_here_are_known_by_name() -> None:
    assert not looks_like_name("Ämpärin paja")
    assert looks_like_name("Zaidan paja", ["Zaida"])


def shown(kind: type[Dialog]) -> Dialog:
    """The dialog of a kind that is on show."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())
