"""What the sheets of parts are made with: panels, margins, and the ring of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.kit.focus import paint_focus_ring
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel


class Ringed(QWidget):
    """A widget with the focus ring painted around it."""

    def __init__(self, look: Look, inner: QWidget, radius: float = 6) -> None:
        super().__init__()
        self.look, self.radius = look, radius
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 5, 5, 5)
        row.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_focus_ring(QPainter(self), QRectF(self.rect()), self.look.theme["focus"], self.radius)


def panel_of(look: Look, title: str) -> Panel:
    """A panel with its title."""
    panel = Panel(look, margins=(16, 13, 16, 15), spacing=11)
    panel.body.addWidget(Label(look, title, "card"))
    return panel


def padded(inner: QWidget, margin: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(margin, margin, margin, margin)
    row.addWidget(inner)
    return box
