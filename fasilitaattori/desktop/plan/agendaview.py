"""The agenda as a list of blocks that can be walked, stretched and moved, with the mouse or with keys alone."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.desktop.plan.agenda import Row
from fasilitaattori.desktop.plan.steprow import StepRow
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import DropLine

EDGE = 40  # pixels from the upper and lower edge in which moving a block scrolls
STRIDE = 12


class AgendaView(Scrolled):
    """`chosen(id)` the step the facilitator works on; `move_requested(id, before id or "")` when a block was
    dropped; the rest comes from the rows (`shift_requested(id, way)`: one place up or down)."""

    chosen = Signal(str)
    move_requested = Signal(str, str)
    shift_requested = Signal(str, int)
    stepped = Signal(str, int)
    removal_requested = Signal(str)
    copy_requested = Signal(str)
    edit_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, parent)
        self.look, self._inside = look, inside
        self.setAccessibleName(look.tr("Ohjelma"))
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 4, 6, 6)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._rows: dict[str, StepRow] = {}
        self._order: list[str] = []
        self._selected = ""
        self._target = -1
        self._line = DropLine(look, parent=self._inside)
        self._line.hide()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; those that stay are only changed."""
        order = [row.id for row in rows]
        for gone in set(self._rows) - set(order):
            widget = self._rows.pop(gone)
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for place, row in enumerate(rows):
            widget = self._rows.get(row.id) or self._make(row)
            widget.show_row(row)
            if self._column.indexOf(widget) != place:
                self._column.insertWidget(place, widget)
        if order != self._order:
            self._order = order
            self._mend_tab_order()

    def _make(self, row: Row) -> StepRow:
        widget = StepRow(self.look, row, self._inside)
        self._rows[row.id] = widget
        widget.chosen.connect(self.chosen)
        widget.walked.connect(self._walk)
        widget.moved.connect(self.shift_requested)
        widget.dragged.connect(self._drag)
        widget.dropped.connect(self._drop)
        widget.stepped.connect(self.stepped)
        widget.removal_requested.connect(self.removal_requested)
        widget.copy_requested.connect(self.copy_requested)
        widget.edit_requested.connect(self.edit_requested)
        widget.set_selected(row.id == self._selected)
        return widget

    def _mend_tab_order(self) -> None:
        widgets = [self._rows[key] for key in self._order]
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def select(self, step_id: str, reveal: bool = False) -> None:
        """Mark a step as the one worked on."""
        self._selected = step_id
        for key, widget in self._rows.items():
            widget.set_selected(key == step_id)
        if reveal and step_id in self._rows:
            self.reveal(step_id)

    def reveal(self, step_id: str) -> None:
        """Scroll a step into view."""
        layout = self._inside.layout()
        if layout is not None:
            layout.activate()
        self.ensureWidgetVisible(self._rows[step_id], 0, 8)

    def row(self, step_id: str) -> StepRow | None:
        """The widget of a step."""
        return self._rows.get(step_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line.hide()

    # --- keys ---

    @Slot(str, int)
    def _walk(self, step_id: str, way: int) -> None:
        place = self._order.index(step_id) + way
        if 0 <= place < len(self._order):
            widget = self._rows[self._order[place]]
            widget.setFocus()
            self.ensureWidgetVisible(widget, 0, 8)

    # --- the mouse ---

    @Slot(str, QPoint)
    def _drag(self, step_id: str, place: QPoint) -> None:
        self._rows[step_id].set_lifted(True)
        self._scroll_near(place)
        y = self._inside.mapFromGlobal(place).y()
        self._target = sum(1 for key in self._order if self._middle(key) < y)
        if self._target < len(self._order):
            line = self._rows[self._order[self._target]].y()
        else:
            last = self._rows[self._order[-1]]
            line = last.y() + last.height()
        left = self._rows[step_id].block_rect().left()
        self._line.setGeometry(left, max(0, line - 4), self._inside.width() - left - 6, 4)
        self._line.raise_()
        self._line.show()

    def _middle(self, step_id: str) -> float:
        widget = self._rows[step_id]
        return widget.y() + widget.height() / 2

    def _scroll_near(self, place: QPoint) -> None:
        y, bar = self.viewport().mapFromGlobal(place).y(), self.verticalScrollBar()
        if y < EDGE:
            bar.setValue(bar.value() - STRIDE)
        elif y > self.viewport().height() - EDGE:
            bar.setValue(bar.value() + STRIDE)

    @Slot(str, bool)
    def _drop(self, step_id: str, done: bool) -> None:
        target, self._target = self._target, -1
        self._rows[step_id].set_lifted(False)
        self._line.hide()
        if done and target >= 0:
            self.move_requested.emit(step_id, self._order[target] if target < len(self._order) else "")
