"""The candidates as rows: what it is called, its points when they are counted, and the field for hands in the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Rule, empty
from fasilitaattori.kit.shares import DotsRow
from fasilitaattori.kit.tags import Tag
from fasilitaattori.tools.vote.console.count_field import WIDTH, CountField

NAME, HAND, TOTAL = range(3)


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
    """`changed` when a number of the room was entered; read them with `hands()` and `voters()`."""

    changed = Signal()

    def __init__(self, look: Look, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._most = look, most
        self._keys: tuple[str, ...] | None = None
        self._counted = False
        self._names: dict[str, Label] = {}
        self._dots: dict[str, DotsRow] = {}
        self._totals: dict[str, Label] = {}
        self._marks: dict[str, Tag] = {}
        self.fields: dict[str, CountField] = {}
        self.voters_field = CountField(look, most, look.tr("Käsin äänestäneitä yhteensä"))
        self.voters_field.committed.connect(self.changed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 6, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(NAME, 1)

    def show_rows(self, rows: Sequence[Row], voters: int, hand_title: str, total_title: str) -> None:
        """Shows the rows; built anew only when the candidates or their order change, never under somebody's fingers."""
        counted = any(row.total is not None for row in rows)
        just_counted, self._counted = counted and not self._counted, counted
        if self._is_writing() and not just_counted and set(self._keys or ()) == {row.key for row in rows}:
            rows = sorted(rows, key=lambda row: (self._keys or ()).index(row.key))
        keys = tuple(row.key for row in rows)
        if keys != self._keys:
            self._keys = keys
            self._build(rows, hand_title, total_title)
        most = max((row.total or 0 for row in rows), default=0)
        for row in rows:
            self._show(row, most)
        self.voters_field.set_value(voters)
        self._total_title.setVisible(counted)

    def hands(self) -> dict[str, int]:
        """The numbers in the fields."""
        return {key: field.value() for key, field in self.fields.items()}

    def voters(self) -> int:
        """How many voted by hand."""
        return self.voters_field.value()

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
        look, tr, grid = self.look, self.look.tr, self._grid
        grid.removeWidget(self.voters_field)
        self.voters_field.setParent(self)
        empty(grid)
        for table in (self._names, self._dots, self._totals, self._marks, self.fields):
            table.clear()
        right = Qt.AlignmentFlag.AlignRight
        self._total_title = Label(look, total_title, "small-strong", wrap=False, align=right)
        for title, column in (
            (Label(look, hand_title, "small-strong", wrap=False, align=right), HAND),
            (self._total_title, TOTAL),
        ):
            title.setMinimumWidth(look.px(WIDTH))
            grid.addWidget(title, 0, column, right)
        grid.addWidget(Rule(look, token="ink"), 1, 0, 1, 3)
        line = 2
        for row in rows:
            self._add_row(row, line)
            grid.addWidget(Rule(look), line + 1, 0, 1, 3)
            line += 2
        label = Label(look, tr("Käsin äänestäneitä"), "dense-strong")
        grid.addWidget(label, line, NAME, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.voters_field, line, HAND, right)
        grid.setRowMinimumHeight(line, look.px(42))
        self._chain([*self.fields.values(), self.voters_field])
        self.voters_field.show()

    def _add_row(self, row: Row, line: int) -> None:
        look, key, middle = self.look, row.key, Qt.AlignmentFlag.AlignVCenter
        self._names[key] = Label(look, row.words, "dense")
        self._dots[key], self._marks[key] = DotsRow(look, 13), Tag(look, "")
        self._totals[key] = Label(look, role="row", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        self.fields[key] = CountField(look, self._most, look.tr("Käsin: {name}", name=row.words))
        self.fields[key].committed.connect(self.changed)
        cell = QVBoxLayout()
        cell.setContentsMargins(0, 6, 0, 6)
        cell.setSpacing(3)
        cell.addWidget(self._names[key])
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._dots[key], 1, middle)
        below.addWidget(self._marks[key], 0, middle)
        cell.addLayout(below)
        self._grid.addLayout(cell, line, NAME)
        self._grid.addWidget(self.fields[key], line, HAND, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self._totals[key], line, TOTAL, middle | Qt.AlignmentFlag.AlignRight)
        self._grid.setRowMinimumHeight(line, look.px(42))

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
        self.fields[key].set_value(row.hand)
        self._dots[key].setVisible(counted)
        self._totals[key].setVisible(counted)
        self._marks[key].setVisible(bool(row.mark))
        if counted:
            self._dots[key].set_points(row.total or 0, most, row.filled or row.mark == "on")
            self._totals[key].set_text(str(row.total))
        if row.mark == "on":
            self._marks[key].set_tag(tr("jatkoon"), "kuusi", "arrow-right")
        elif row.mark == "tied":
            self._marks[key].set_tag(tr("tasan"), "savi", "scales")
