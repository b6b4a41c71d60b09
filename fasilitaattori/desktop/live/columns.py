"""The places of the live desk side by side, or behind tabs when there is no room: what is in sight is decided in `shape`."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.live import shape as shapes
from fasilitaattori.desktop.live.shape import NOW, RECORD, ROOM, STEP, Shape
from fasilitaattori.desktop.parts import holder
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.look import Look

FREE = 16_777_215  # Qt's own word for "as wide as you like"


class Columns(QWidget):
    """`turned` when other places came into sight. `fill` it with the four panels, then `set_shape` and `turn_to`."""

    turned = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._panels: dict[str, QWidget] = {}
        self._shape = Shape(3, low=False, narrow=False, tabbed=False, roomy=False)
        self._slim = self._asked = False
        self._place, self._back = STEP, STEP
        tr = look.tr
        self._words = {NOW: tr("Nyt"), STEP: tr("Vaihe"), RECORD: tr("Kirjaa"), ROOM: tr("Huone")}
        self.tabs = Segmented(look, [(key, words) for key, words in self._words.items()], STEP, small=True)
        self.right_tabs = Segmented(look, [(RECORD, self._words[RECORD]), (ROOM, self._words[ROOM])], RECORD, small=True)
        for tabs in (self.tabs, self.right_tabs):
            tabs.chosen.connect(self.turn_to)
            look.dress(tabs)
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(14)
        self.right = holder(self._right)
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs)
        column.addLayout(self._row, 1)

    def fill(self, now: QWidget, step: QWidget, record: QWidget, room: QWidget) -> None:
        """Takes the four panels."""
        self._panels = {NOW: now, STEP: step, RECORD: record, ROOM: room}
        self._row.addWidget(now)
        self._row.addWidget(step, 1)
        self._row.addWidget(self.right)
        self._right.addWidget(self.right_tabs)
        self._right.addWidget(record, 1)
        self._right.addWidget(room)

    def set_shape(self, shape: Shape, slim: bool) -> None:
        """The room changed, or the console (`slim`: it takes the whole width)."""
        if shape.columns != self._shape.columns or self.tabs.value() == "":
            keys = [key for key in self._words if shape.columns == 1 or key != NOW]
            self.tabs.set_choices([(key, self._words[key]) for key in keys], self._place)
        self._shape, self._slim = shape, slim
        self._row.setSpacing(12 if shape.low else 14)
        self._right.setSpacing(12 if shape.low else 14)
        self._arrange()

    @Slot(str)
    def turn_to(self, place: str) -> None:
        """Bring a place into sight (from the tabs, or because a key asks for it)."""
        if place in (RECORD, ROOM):
            self._back = self._place if self._place in (NOW, STEP) else self._back
            self._asked = True
        self._place = place
        self._arrange()

    @Slot()
    def turn_back(self) -> None:
        """Out of the record: what was in sight before comes back."""
        self._asked = False
        if self._shape.columns < 3:
            self._place = self._back
        self._arrange()

    def is_in_sight(self, place: str) -> bool:
        """Can one see it?"""
        return place in shapes.shown(self._shape, self._slim, self._place, self._asked)

    def _arrange(self) -> None:
        shape, px = self._shape, self.look.px
        seen = shapes.shown(shape, self._slim, self._place, self._asked)
        for place, panel in self._panels.items():
            panel.setVisible(place in seen)
        self.right.setVisible(bool(seen & {RECORD, ROOM}))
        three = shape.columns == 3
        widths = shapes.widths_of(shape, self._slim)
        _set_width(self._panels[NOW], px(widths.now) if shape.columns > 1 else 0)
        _set_width(self.right, px(widths.right) if three else 0)
        self.tabs.setVisible(not three)
        self.tabs.set_value(self._place if shape.columns == 1 or self._place != NOW else STEP)
        self.right_tabs.setVisible(three and shape.tabbed)
        self.right_tabs.set_value(ROOM if self._place == ROOM else RECORD)
        self.turned.emit()


def _set_width(widget: QWidget, width: int) -> None:
    """A fixed width, or (0) as wide as there is room."""
    widget.setMinimumWidth(width)
    widget.setMaximumWidth(width or FREE)
