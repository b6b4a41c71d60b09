"""How the settings are set out: panels beside or under each other, parts with lines between, rows that wrap."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Icon, Line, row
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel

GAP = 16
PART_MARGINS = (18, 11, 18, 12)
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Turning(QWidget):
    """Widgets beside each other where they fit, else one under the other."""

    def __init__(self, widgets: Sequence[QWidget], gap: int, even: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets, self._even = tuple(widgets), even
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        for widget in widgets:
            self._box.addWidget(widget)
        self._turn()

    @property
    def is_stacked(self) -> bool:
        """Are the widgets one under the other now?"""
        return self._box.direction() == _DOWN

    def _needed(self) -> int:
        """The width at which all fit beside each other."""
        widths = [self._wanted(widget) for widget in self._widgets]
        total = len(widths) * max(widths) if self._even else sum(widths)
        return total + self._box.spacing() * (len(widths) - 1)

    def _wanted(self, widget: QWidget) -> int:
        """The least width at which a widget stands beside another."""
        return widget.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:
        widest = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(widest, self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()  # what the widgets need may be another width now
        return super().event(event)

    def _turn(self) -> None:
        direction = _DOWN if self.width() < self._needed() else _ACROSS
        if direction != self._box.direction():
            self._box.setDirection(direction)


class Beside(Turning):
    """Panels of equal width that fill the page's height; one under the other when the page is narrow or the text large."""

    def __init__(self, panels: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(panels, GAP, True, parent)
        self._box.addStretch(0)
        self._share()

    def _turn(self) -> None:
        super()._turn()
        self._share()

    def _share(self) -> None:
        for place in range(len(self._widgets)):
            self._box.setStretch(place, 0 if self.is_stacked else 1)
        if self._box.count() > len(self._widgets):
            self._box.setStretch(len(self._widgets), 1 if self.is_stacked else 0)


class SettingRow(Turning):
    """A name and its control at the right; the control goes under the name when both do not fit."""

    def __init__(self, name: Label, control: QWidget, parent: QWidget | None = None) -> None:
        self._name = name
        super().__init__((name, control), 10, False, parent)

    def _wanted(self, widget: QWidget) -> int:
        return super()._wanted(widget) if isinstance(widget, Segmented) else widget.sizeHint().width()

    def _turn(self) -> None:
        super()._turn()
        policy = self._name.sizePolicy()
        wide = QSizePolicy.Policy.Preferred if self.is_stacked else QSizePolicy.Policy.MinimumExpanding
        if policy.horizontalPolicy() != wide:
            policy.setHorizontalPolicy(wide)
            self._name.setSizePolicy(policy)


class Parts(Panel):
    """A panel of parts with lines between them."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(1, 0, 1, 0), spacing=0, parent=parent)
        self.setAccessibleName(name)

    def add_part(self, *items: QWidget | QLayout, title: str = "", spacing: int = 8) -> QVBoxLayout:
        """A part under the ones before, with a heading if it has one. Gives its column."""
        if self.body.count():
            self.body.addWidget(Line(self.look))
        column = QVBoxLayout()
        column.setContentsMargins(*PART_MARGINS)
        column.setSpacing(spacing)
        if title:
            column.addWidget(Label(self.look, title, "section"))
        for item in items:
            if isinstance(item, QWidget):
                column.addWidget(item)
            else:
                column.addLayout(item)
        self.body.addLayout(column)
        return column

    def finish(self) -> None:
        """No more parts: what is left of the height stays empty."""
        self.body.addStretch(1)


def fact(look: Look, icon: str, words: str, title: str = "") -> QLayout:
    """Something to know: an icon and a sentence, with a bold line over it if it has a title."""
    column = QVBoxLayout()
    column.setSpacing(1)
    if title:
        column.addWidget(Label(look, title, "strong"))
    column.addWidget(Label(look, words, "dense" if title else "body", "ink2" if title else "ink"))
    mark = Icon(look, icon, "kuusi", 20)
    whole = row(mark, column, spacing=12)
    whole.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    whole.setStretch(1, 1)
    return whole
