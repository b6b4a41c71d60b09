"""The candidates as rows: what it is called, its points when they are counted, and the field for hands in the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Rule, empty
from fasilitaattori.kit.shares import DotsRow
from fasilitaattori.kit.tags import Tag
from fasilitaattori.tools.vote.console.count_field import WIDTH, CountField

TOTAL_WIDTH = 62


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate (or one step of the scale). `total` None while the vote is open; `mark` "on", "tied" or ""."""

    key: str
    words: str
    hand: int
    total: int | None = None
    mark: str = ""
    small: str = ""
    filled: bool = False


class VoteRows(QWidget):
    """`changed` when the numbers of the room have been entered, all in one go: once the last one was given with Enter, or the
    fields were left; read them with `hands()` and `voters()`. `typed` with each number on the way there."""

    changed = Signal()
    typed = Signal()

    def __init__(self, look: Look, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._most = look, most
        self._keys: tuple[str, ...] | None = None
        self._closed = False
        self._names: dict[str, Label] = {}
        self._dots: dict[str, DotsRow] = {}
        self._below: dict[str, QWidget] = {}
        self._totals: dict[str, Label] = {}
        self._marks: dict[str, Tag] = {}
        self.fields: dict[str, CountField] = {}
        self.voters_field = CountField(look, most, look.tr("Käsin äänestäneitä yhteensä"))
        self.voters_field.committed.connect(self._said)
        self.voters_field.left.connect(self._mend)
        self.voters_field.submitted.connect(self.flush)
        self._unsaved = self._voters_said = False
        self._fixed: list[tuple[QWidget, int]] = []
        self.adds_up = False
        """Does everybody give just one, so that the voters are as many as the hands?"""
        self._column = QVBoxLayout()  # built anew with other candidates; the number of voters under it stays
        self._column.setSpacing(0)
        self._nothing = Label(look, "", "row", wrap=False)
        last = self._line(Label(look, look.tr("Käsin äänestäneitä"), "dense-strong"), self.voters_field, self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 6, 6)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addLayout(last)
        whole.addStretch(1)
        look.changed.connect(self._measure)

    @Slot()
    def _measure(self) -> None:
        """The text has another size."""
        for widget, width in self._fixed:
            widget.setFixedWidth(self.look.px(width))

    def show_rows(self, rows: Sequence[Row], voters: int, hand_title: str, total_title: str, closed: bool) -> None:
        """Shows the rows; built anew only when the candidates or their order change, never under somebody's fingers (unless the
        vote was `closed` just now)."""
        counted = any(row.total is not None for row in rows)
        just_closed, self._closed = closed and not self._closed, closed
        if self._is_writing() and not just_closed and set(self._keys or ()) == {row.key for row in rows}:
            rows = sorted(rows, key=lambda row: (self._keys or ()).index(row.key))
        keys = tuple(row.key for row in rows)
        if keys != self._keys:
            self.flush()
            self._keys = keys
            self._build(rows, hand_title, total_title)
        most = max((row.total or 0 for row in rows), default=0)
        for row in rows:
            self._show(row, most)
        if not self._unsaved:
            self.voters_field.set_value(voters)
            self._voters_said = voters not in (0, sum(row.hand for row in rows))
        self._total_title.setVisible(counted)
        self._nothing.setVisible(counted)

    def hands(self) -> dict[str, int]:
        """The numbers in the fields."""
        return {key: field.value() for key, field in self.fields.items()}

    def voters(self) -> int:
        """How many voted by hand."""
        return self.voters_field.value()

    @property
    def unsaved(self) -> bool:
        """Are there numbers that have been typed and not saved yet?"""
        return self._unsaved

    @Slot()
    def flush(self) -> None:
        """What has been typed counts now, as one act. May be called again."""
        if self._unsaved:
            self._unsaved = False
            self.changed.emit()

    @Slot()
    def _count(self) -> None:
        """A number of the room was given: where everybody gives one, the voters follow from them."""
        self._unsaved = True
        if self.adds_up and not self._voters_said:
            self.voters_field.put(sum(self.hands().values()))
        self.typed.emit()

    @Slot()
    def _said(self) -> None:
        self._unsaved = self._voters_said = True
        self.typed.emit()

    @Slot()
    def _mend(self) -> None:
        """A field was left: when it was not for the next one, the numbers are all there."""
        source = self.sender()
        if not any(field.hasFocus() for field in (*self.fields.values(), self.voters_field) if field is not source):
            self.flush()

    def begin(self, digit: str) -> bool:
        """A digit was pressed: it is the beginning of the first number."""
        first = next(iter(self.fields.values()), None)
        if first is None:
            return False
        first.begin(digit)
        return True

    def focus_first(self) -> bool:
        """To the first field."""
        first = next(iter(self.fields.values()), None)
        if first is None:
            return False
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _is_writing(self) -> bool:
        return any(field.hasFocus() for field in (*self.fields.values(), self.voters_field))

    # --- building ---

    def _build(self, rows: Sequence[Row], hand_title: str, total_title: str) -> None:
        look = self.look
        empty(self._column)
        self._fixed = self._fixed[:2]  # of the row that stays
        for table in (self._names, self._dots, self._below, self._totals, self._marks, self.fields):
            table.clear()
        right = Qt.AlignmentFlag.AlignRight
        hands = Label(look, hand_title, "small-strong", wrap=False, align=right)
        self._total_title = Label(look, total_title, "small-strong", wrap=False, align=right)
        self._column.addLayout(self._line(Label(look, "", "small"), hands, self._total_title))
        self._column.addWidget(Rule(look, token="ink"))
        for row in rows:
            self._add_row(row)
            self._column.addWidget(Rule(look))
        self._chain([*self.fields.values(), self.voters_field])

    def _line(self, cell: QWidget | QLayout, hand: QWidget, total: QWidget) -> QHBoxLayout:
        """A row: what it is about, a number of the room, a total; the numbers stand under each other."""
        px, middle = self.look.px, Qt.AlignmentFlag.AlignVCenter
        for widget, width in ((hand, WIDTH), (total, TOTAL_WIDTH)):
            widget.setFixedWidth(px(width))
            self._fixed.append((widget, width))
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(12)
        if isinstance(cell, QLayout):
            line.addLayout(cell, 1)
        else:
            line.addWidget(cell, 1)
        line.addWidget(hand, 0, middle)
        line.addWidget(total, 0, middle)
        return line

    def _add_row(self, row: Row) -> None:
        look, key, middle = self.look, row.key, Qt.AlignmentFlag.AlignVCenter
        self._names[key] = Label(look, row.words, "dense")
        self._dots[key], self._marks[key] = DotsRow(look, 13), Tag(look, "")
        self._totals[key] = Label(look, role="row", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        self.fields[key] = CountField(look, self._most, look.tr("Käsin: {name}", name=row.words))
        self.fields[key].committed.connect(self._count)
        self.fields[key].left.connect(self._mend)
        self._below[key] = QWidget()  # a layout whose widgets are all hidden would squeeze the name above it
        below = QHBoxLayout(self._below[key])
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self._dots[key], 1, middle)
        below.addWidget(self._marks[key], 0, middle)
        cell = QVBoxLayout()
        cell.setContentsMargins(0, 2, 0, 2)
        cell.setSpacing(3)
        cell.addWidget(self._names[key])
        cell.addWidget(self._below[key])
        self._column.addLayout(self._line(cell, self.fields[key], self._totals[key]))

    def _chain(self, fields: Sequence[CountField]) -> None:
        """Enter and Tab go from field to field; the last one is the number of voters."""
        for field, following in zip(fields, [*fields[1:], None], strict=True):
            if following is not None:
                field.submitted.connect(lambda f=following: f.setFocus(Qt.FocusReason.TabFocusReason))
                QWidget.setTabOrder(field, following)

    def _show(self, row: Row, most: int) -> None:
        tr, key = self.look.tr, row.key
        counted = row.total is not None
        parts = [(row.words, True, "")]
        if row.small:
            parts.append((f"\n{row.small}", False, "ink2"))
        self._names[key].set_parts(parts)
        if not self._unsaved:
            self.fields[key].set_value(row.hand)
        self._below[key].setVisible(counted)
        self._totals[key].setVisible(counted)
        self._marks[key].setVisible(bool(row.mark))
        if counted:
            self._dots[key].set_points(row.total or 0, most, row.filled or row.mark == "on")
            self._totals[key].set_text(str(row.total))
        if row.mark == "on":
            self._marks[key].set_tag(tr("jatkoon"), "kuusi", "arrow-right")
        elif row.mark == "tied":
            self._marks[key].set_tag(tr("tasan"), "savi", "scales")
