"""Toasts: what just happened, at the bottom of the window, with a way to undo it.

They never cover the main button's row for long, stop while one looks at them, and errors stay until they are closed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

Kind = Literal["done", "warning", "error"]
SHOWN_MS = 8000
MOST = 3

# kind -> fill, frame, icon, icon colour
KINDS: dict[str, tuple[str, str, str, str]] = {
    "done": ("surface", "ink", "check-circle-fill", "kuusi"),
    "warning": ("savi-tint", "savi", "warning", "savi"),
    "error": ("puna-tint", "puna", "warning-circle", "puna"),
}


class Toast(QFrame):
    """One message. `closed` when it goes; `acted` when its button was pressed."""

    closed = Signal()
    acted = Signal()

    def __init__(
        self, look: Look, words: str, kind: Kind = "done", action: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self.kind = look, kind
        self.setAccessibleName(words)
        _, _, icon, tone = KINDS[kind]
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(11)
        self.label = Label(look, words, "body", icon=icon, icon_tone=tone)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        self.button: Button | None = None
        if action:
            self.button = Button(look, action, size="small", key=key)
            self.button.clicked.connect(self._act)
            row.addWidget(self.button)
        if kind == "error" or not action:
            cross = IconButton(look, "x", look.tr("Sulje"), "quiet", "small")
            cross.clicked.connect(self.close_now)
            row.addWidget(cross)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.close_now)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        if kind != "error":
            self._timer.start()

    def is_waiting(self) -> bool:
        """True while it is counting down to close by itself."""
        return self._timer.isActive()

    @Slot()
    def close_now(self) -> None:
        """Takes it away; may be called twice."""
        if not self.property("gone"):
            self.setProperty("gone", True)
            self._timer.stop()
            self.hide()
            self.closed.emit()
            self.deleteLater()

    @Slot()
    def _act(self) -> None:
        self.acted.emit()
        self.close_now()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._hold(new is not None and self.isAncestorOf(new))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hold(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._hold(False)

    def _hold(self, hold: bool) -> None:
        if self.kind == "error" or self.property("gone"):
            return
        if hold:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, border, _, _ = KINDS[self.kind]
        theme = self.look.theme
        paint.frame(QPainter(self), QRectF(self.rect()), 8, theme[fill], theme[border], 2)


class Toasts(QObject):
    """Shows toasts over `host` (the window's central widget), `bottom` pixels above its lower edge."""

    def __init__(self, look: Look, host: QWidget, bottom: int = 50) -> None:
        super().__init__(host)
        self.look, self._host, self._bottom = look, host, bottom
        self._shown: list[Toast] = []
        host.installEventFilter(self)
        look.changed.connect(self._place)

    def show(
        self,
        words: str,
        kind: Kind = "done",
        action: str = "",
        key: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> Toast:
        """Shows a message; a new "done" replaces the one before it. Screen readers speak it at once."""
        for toast in [shown for shown in self._shown if kind == "done" and shown.kind == "done"]:
            toast.close_now()
        while len(self._shown) >= MOST:
            self._shown[0].close_now()
        toast = Toast(self.look, words, kind, action, key, self._host)
        if on_action is not None:
            toast.acted.connect(on_action)
        toast.closed.connect(self._closed)
        self._shown.append(toast)
        self._place()
        toast.show()
        toast.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, words))
        return toast

    def shown(self) -> tuple[Toast, ...]:
        """What is on show now, the oldest first."""
        return tuple(self._shown)

    @Slot()
    def _closed(self) -> None:
        self._shown = [toast for toast in self._shown if not toast.property("gone")]
        self._place()

    @Slot()
    def _place(self) -> None:
        bottom = self._host.height() - self._bottom
        for toast in reversed(self._shown):
            width = min(self._host.width() - 40, max(self.look.px(440), toast.sizeHint().width()))
            layout = toast.layout()
            needed = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
            height = max(self.look.px(52), needed)
            toast.setGeometry((self._host.width() - width) // 2, bottom - height, width, height)
            bottom -= height + 9

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
