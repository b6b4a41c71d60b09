"""The idea wall on the live desk: notes come, are counted, found, approved and added by hand."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.ideas.console.items import WAITING
from fasilitaattori.tools.ideas.console.names import looks_like_name
from fasilitaattori.tools.ideas.console.note_delegate import WaitingDelegate
from fasilitaattori.tools.ideas.model import rules
from fasilitaattori.workshop import moderation
from fasilitaattori.workshop.agenda import new_step
from tests.unit.desktop.live.rig import Rig
from tests.unit.tools.ideas_wall import Key, Wall, send


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


def test_paper_notes_faster_than_they_are_saved(wall: Wall) -> None:
    wall.console.add_by_hand()
    field = wall.console.paper.field
    for text in ("Ensimm", "Toinen", "Kolm"):
        QTest.keyClicks(field, text)
        if text != "Kolm":
            QTest.keyClick(field, Key.Key_Return)
            QTest.keyClick(field, Key.Key_Return)  # a finger that bounces
    wall.until(lambda: field.text() == "Kolm")
    assert [idea.text for idea in wall.state.ideas.values()] == ["Ensimm", "Toinen"]


def test_a_paper_note_that_is_refused_may_be_given_again(wall: Wall) -> None:
    wall.console.add_by_hand()
    row = wall.console.paper
    row.themes.setCurrentIndex(1)
    QTest.keyClicks(row.field, "Sauna")
    gone = wall.theme(0)
    wall.rig.door.ask(wall.rig.stream, rules.remove_theme(wall.console.step_id, gone))  # before the note
    QTest.keyClick(row.field, Key.Key_Return)
    wall.until(lambda: gone not in wall.state.by_theme_id and not wall.rig.session.pending)
    assert row.field.text() == "Sauna"
    QTest.keyClick(row.field, Key.Key_Return)
    wall.until(lambda: row.field.text() == "")
    assert [idea.text for idea in wall.state.ideas.values()] == ["Sauna"]


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
    list(console.begin())
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
