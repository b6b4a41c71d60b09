"""The list of a column measures little, and every row lies where it would if everything were measured at every change."""

from itertools import accumulate

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.note import NoteContent
from fasilitaattori.tools.ideas.console.items import Item
from fasilitaattori.tools.ideas.console.measured_rows import BATCH, MeasuredRows
from fasilitaattori.tools.ideas.console.note_list import NoteList

Hint = QAbstractItemView.ScrollHint
_words = st.sampled_from(["Sauna", "Kylän olohuone, ovi auki päivisin ja iltaisin", "Sana " * 40])
_walls = st.lists(st.dictionaries(st.integers(0, 30), _words, max_size=25), min_size=1, max_size=6)


class Column:
    """A list with a width of its own; counts the rows it measures."""

    def __init__(self, look: Look) -> None:
        self.list = NoteList(look, "Lista")
        self.measured = 0
        self._height = self.list.row_height
        self.list.row_height = self._measure  # type: ignore[method-assign]
        self.list.resize(240, 300)
        self.list.show()

    def _measure(self, row: int, width: int) -> int:
        self.measured += 1
        return self._height(row, width)

    def fill(self, words: dict[int, str]) -> None:
        self.list.notes.show_items([Item(f"{key}", NoteContent(words[key])) for key in sorted(words)])

    def settle(self) -> None:
        """Until there is nothing left to measure."""
        self.list.executeDelayedItemsLayout()
        for _ in range(1000):
            if not self.list._idle.isActive():
                break
            QTest.qWait(1)
        assert not self.list._idle.isActive()

    def tops(self) -> list[int]:
        """Where rows begin when each is as high as its note says."""
        width = self.list.viewport().width()
        return list(accumulate((self._height(row, width) for row in range(self.list.notes.rowCount())), initial=0))

    def rect(self, row: int) -> QRect:
        return self.list.visualRect(self.list.notes.index(row))


@pytest.fixture
def look(qapp: QApplication) -> Look:
    made = Look(translator("fi"))
    made.install(qapp)
    return made


@pytest.fixture
def column(look: Look, qtbot: QtBot) -> Column:
    made = Column(look)
    qtbot.addWidget(made.list)
    qtbot.waitExposed(made.list)
    made.settle()
    return made


def rows(count: int, words: str = "Kylän olohuone, ovi auki päivisin ja iltaisin") -> dict[int, str]:
    return dict.fromkeys(range(count), words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(_walls)
def test_rows_lie_one_under_another_whatever_comes_and_goes(column: Column, walls: list[dict[int, str]]) -> None:
    shown = column.list
    for words in walls:
        column.fill(words)
        column.settle()
        tops, offset = column.tops(), shown.verticalScrollBar().value()
        assert shown.verticalScrollBar().maximum() == max(0, tops[-1] - shown.viewport().height())
        for row in range(len(words)):
            assert column.rect(row).top() == tops[row] - offset
            assert column.rect(row).height() == tops[row + 1] - tops[row]
            assert shown.indexAt(column.rect(row).topLeft()).row() == row
            assert shown.indexAt(column.rect(row).bottomRight()).row() == row
        assert not shown.indexAt(QPoint(5, tops[-1] - offset)).isValid()
        for y in (-50, 0, 100, 299, 5000):
            centres = [abs(column.rect(row).center().y() - y) for row in range(len(words))]
            nearest = shown.row_near(y)
            assert nearest == -1 if not words else centres[nearest] == min(centres)


def test_what_comes_is_measured_and_nothing_else(column: Column) -> None:
    column.fill(rows(1000))
    column.settle()
    assert column.tops()[-1] == column.list.visualRect(column.list.notes.index(999)).bottom() + 1
    column.measured = 0
    column.fill(rows(1003))
    column.settle()
    assert column.measured == 3
    column.measured = 0
    column.fill({**rows(1003), 500: "Toinen"})
    column.settle()
    assert column.measured == 1


def test_many_at_once_are_measured_in_parts_but_what_is_seen_first(column: Column) -> None:
    column.fill(rows(1000, "Sana " * 40))
    column.list.executeDelayedItemsLayout()
    assert column.measured <= 5 * BATCH  # on a busy machine some turns have passed already
    column.settle()
    assert column.measured >= 1000
    bar = column.list.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    column.list.resize(200, 300)
    column.list.executeDelayedItemsLayout()
    column.list.grab()
    width = column.list.viewport().width()
    here = column.list.indexAt(QPoint(5, 5)).row()
    assert here > BATCH
    assert column.rect(here).height() == column._height(here, width)


class Paints(QObject):
    """Is a widget painted again?"""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_what_is_seen_is_not_painted_again_for_rows_below_it(column: Column, qtbot: QtBot) -> None:
    column.fill(rows(500, "Sana " * 40) | rows(40))  # the rows below are higher than they are taken to be
    column.list.executeDelayedItemsLayout()
    QApplication.processEvents()
    column.list.viewport().repaint()  # which measures what is seen
    QApplication.processEvents()
    paints = Paints(column.list.viewport())
    qtbot.waitUntil(lambda: column.rect(499).top() == column.tops()[499])
    QApplication.processEvents()
    assert paints.times == 0


def test_the_lists_of_a_wall_take_turns(look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[set[MeasuredRows]] = [set()]
    measure_more = MeasuredRows._measure_more

    def note(rows: MeasuredRows) -> None:
        before = rows._unsure
        measure_more(rows)
        if rows._unsure != before:
            turns[-1].add(rows)

    monkeypatch.setattr(MeasuredRows, "_measure_more", note)
    columns = [Column(look) for _ in range(4)]
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: turns.append(set()))
    clock.start()
    for each in columns:
        qtbot.addWidget(each.list)
        each.fill(rows(400))
    for each in columns:
        each.settle()
    assert set().union(*turns) == {each.list for each in columns}
    assert max(len(turn) for turn in turns) == 1


def test_nothing_is_measured_while_the_column_is_not_seen(look: Look, qtbot: QtBot) -> None:
    made = Column(look)
    qtbot.addWidget(made.list)
    made.list.hide()
    made.fill(rows(50))
    QApplication.processEvents()
    assert made.measured == 0
    made.list.show()
    qtbot.waitExposed(made.list)
    made.settle()
    assert made.rect(49).top() == made.tops()[49]


def test_another_size_of_text_measures_everything_anew(column: Column, look: Look) -> None:
    column.fill(rows(5))
    column.settle()
    before = column.tops()
    look.change(text_scale=1.5)
    column.settle()
    assert column.tops() != before
    assert [column.rect(row).top() for row in range(5)] == column.tops()[:5]


def test_the_row_gone_to_is_seen(column: Column) -> None:
    column.fill(rows(300))
    shown, area = column.list, column.list.viewport().rect()
    assert shown.go_to("250")  # before all rows above it are measured
    assert area.contains(column.rect(250))
    column.settle()
    shown.scrollTo(shown.notes.index(100), Hint.PositionAtTop)
    assert column.rect(100).top() == area.top()
    shown.scrollTo(shown.notes.index(200), Hint.PositionAtBottom)
    assert column.rect(200).bottom() == area.bottom()
    shown.scrollTo(shown.notes.index(150), Hint.PositionAtCenter)
    assert abs(column.rect(150).center().y() - area.center().y()) <= 1
    value = shown.verticalScrollBar().value()
    shown.scrollTo(shown.notes.index(150))
    assert shown.verticalScrollBar().value() == value
    shown.scrollTo(shown.notes.index(0))
    assert shown.verticalScrollBar().value() == 0


def test_keys_walk_through_the_rows(column: Column) -> None:
    column.fill(rows(4))
    column.settle()
    shown = column.list
    shown.go_to("1")
    for key, row in ((Qt.Key.Key_Down, 2), (Qt.Key.Key_End, 3), (Qt.Key.Key_Down, 3), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Up, 0)):
        QTest.keyClick(shown, key)
        assert shown.currentIndex().row() == row


def test_a_frame_picks_the_rows_it_reaches(column: Column) -> None:
    column.fill(rows(6))
    column.settle()
    shown = column.list
    shown.setSelection(QRect(column.rect(1).center(), column.rect(3).topLeft()), QItemSelectionModel.SelectionFlag.Select)
    assert shown.picked() == ["1", "2", "3"]
    shown.setSelection(QRect(5, 5000, 3, 3), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert shown.picked() == []


def test_the_rows_that_stay_stay_picked_and_current(column: Column) -> None:
    column.fill(rows(6))
    column.settle()
    column.list.go_to("3")
    QTest.keyClick(column.list, Qt.Key.Key_Space)
    column.fill(dict.fromkeys((0, 3, 5, 7), "Sauna"))
    column.settle()
    assert column.list.picked() == ["3"]
    assert column.list.currentIndex().row() == 1


def test_a_note_that_changed_behind_another_page_has_its_height_when_it_is_seen_again(column: Column) -> None:
    column.fill({**rows(3), 1: "Sauna"})
    column.settle()
    column.list.hide()
    column.fill({**rows(3), 1: "Sana " * 40})
    column.list.show()
    column.settle()
    column.list.grab()
    tops = column.tops()
    assert [column.rect(row).top() for row in range(3)] == tops[:3]
    assert column.rect(1).height() == tops[2] - tops[1]


@pytest.mark.parametrize(
    "after",
    [
        {**rows(200), **dict.fromkeys(range(40), "Sauna")},
        {key: words for key, words in rows(200).items() if key not in range(5, 20)},
        {**rows(200), **dict.fromkeys(range(-9, 0), "Sana " * 40)},
    ],
    ids=["lower", "gone", "more"],
)
def test_what_is_seen_stays_where_it_is_whatever_happens_above_it(column: Column, after: dict[int, str]) -> None:
    column.fill(rows(200))
    column.settle()
    shown = column.list
    shown.verticalScrollBar().setValue(column.rect(100).top() + 7)

    def seen() -> tuple[str, int]:
        index = shown.indexAt(QPoint(5, 20))
        return shown.notes.item(index.row()).id, shown.visualRect(index).top()

    before = seen()
    column.fill(after)
    column.settle()
    assert seen() == before


def test_at_the_beginning_the_beginning_is_seen(column: Column) -> None:
    column.fill(rows(200))
    column.settle()
    column.fill({-1: "Sauna", **rows(200)})
    column.settle()
    assert column.list.verticalScrollBar().value() == 0
