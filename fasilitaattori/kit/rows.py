"""Lines and scrolling columns of rows, as the panels of the desk use them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.look import Look


class Rule(QWidget):
    """A thin dividing line, lying or upright."""

    def __init__(self, look: Look, upright: bool = False, token: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._token = look, token
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.theme[self._token])


class Column(QScrollArea):
    """A column that scrolls up and down when its rows need more room. Put rows into `rows` (a QVBoxLayout)."""

    def __init__(
        self, name: str = "", margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        inner = QWidget()
        inner.setObjectName("plain")
        self.rows = QVBoxLayout(inner)
        self.rows.setContentsMargins(*margins)
        self.rows.setSpacing(spacing)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self._hint = 0

    def set_hint(self, height: int) -> None:
        """How high it would like to be; it scrolls when it gets less."""
        if height != self._hint:
            self._hint = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._hint) if self._hint else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)


def empty(layout: QLayout) -> None:
    """Takes every widget (and the widgets of the layouts inside) out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
