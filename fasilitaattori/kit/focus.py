"""The focus ring: 3 pixels, 2 pixels away from the thing, around whatever the keyboard speaks to.

Qt's style sheets cannot draw outside a widget, so one overlay per application lies over the focused widget. It shows after
keyboard use and in text fields, and not when a button was clicked with the mouse.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.paint import saved

GAP, WIDTH = 2, 3
HEIR = "takes_over_focus"
"""Property of a widget while it takes the focus over from one whose place it takes."""

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
}
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


def paint_focus_ring(painter: QPainter, rect: QRectF, colour: QColor, radius: float) -> None:
    """The ring along the inside of `rect`, for a thing with corner radius `radius` that lies GAP further in."""
    half = WIDTH / 2
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = radius + GAP + half
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), corner, corner)


class _Ring(QWidget):
    """The painted ring; never takes the mouse or the focus."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self.ground, self.radius, self.token = look, parent, 6.0, "focus"
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_focus_ring(QPainter(self), QRectF(self.rect()), self.look.theme[self.token], self.radius)


class FocusRing(QObject):
    """Keeps the ring around the focused widget. Make one per application, after the look is installed.

    A widget may set the properties `ring_radius` (its own corner radius), `ring_token` (another colour),
    `ring_inset` (pixels of empty margin inside it) and `paints_focus` (it paints its own focus, no ring).
    `close()` takes it away.
    """

    def __init__(self, look: Look, app: QApplication) -> None:
        super().__init__(app)
        self.look, self._app = look, app
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._ring: _Ring | None = None
        self._wanted = self._closed = False
        app.focusChanged.connect(self._focus_moved)
        look.changed.connect(self._place)

    def close(self) -> None:
        """Takes the ring away for good; may be called twice."""
        if not self._closed:
            self._closed = True
            self._app.focusChanged.disconnect(self._focus_moved)
            self._forget()

    def is_shown_around(self, widget: QWidget) -> bool:
        """True when the ring is around this widget now."""
        return self._target is widget and self._ring is not None and self._ring.isVisible()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if new is None or new.property("paints_focus"):
            return
        self._target = _outer_field(new)
        self._watch(new)
        gone = old is not None and isValid(old) and not (old.isVisible() and old.isEnabled())
        moved = not gone and not new.property(HEIR)  # else nobody moved the focus: what had it has gone
        asked = not QGuiApplication.mouseButtons() if moved else self._wanted
        self._wanted = asked or self._in_field()
        self._place()

    def _watch(self, focused: QWidget) -> None:
        widget: QWidget | None = focused
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            if widget.isWindow():
                break
            widget = widget.parentWidget()

    def _forget(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and not self._wanted:
            self._wanted = True
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and not self._in_field():
            self._wanted = False
            self._place()
        return False

    def _in_field(self) -> bool:
        return isinstance(self._target, _FIELDS)

    @Slot()
    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target):
            return
        if self._ring is None or not isValid(self._ring):
            if not self._wanted:
                return
            self._ring = _Ring(self.look, _ground_of(target))
        ring, ground = self._ring, self._ring.ground
        if not self._wanted or not target.isVisible() or not ground.isAncestorOf(target):
            ring.hide()
            return
        ring.radius = float(target.property("ring_radius") or 6)
        ring.token = str(target.property("ring_token") or "focus")
        out = GAP + WIDTH - int(target.property("ring_inset") or 0)
        corner = target.mapTo(ground, QPoint(0, 0))
        place = QRect(corner, target.size()).adjusted(-out, -out, out, out) & ground.rect()  # at an edge inside
        if ring.geometry() != place:
            ring.setGeometry(place)
        ring.raise_()
        ring.show()


def _outer_field(widget: QWidget) -> QWidget:
    """The whole field when the focus is inside one (a spin box's own line edit)."""
    parent = widget.parentWidget()
    return parent if isinstance(parent, QAbstractSpinBox | QComboBox) else widget


def _ground_of(widget: QWidget) -> QWidget:
    """Where the ring lies: the inside of the nearest scrolling area, or else the window."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        above = parent.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return parent
        parent = above
    return parent if parent is not None else widget
