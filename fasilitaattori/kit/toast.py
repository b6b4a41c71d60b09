"""Toasts: what just happened, at the bottom of the window, with a way to undo it.

They lie over the status bar, so that no button of a page is under them, stop while one looks at them, and errors stay until
they are closed. Of those that pass by themselves there is one at a time: the newest says what is so now. What stays lies beside
it where there is room, above it where there is not, and nothing lies over a main button. While a dialog is open the window
behind it takes no clicks; a dialog that says it holds toasts gets them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

Kind = Literal["done", "warning", "error"]
SHOWN_MS = 8000
MOST = 3
EDGE = 20  # pixels free at both sides
GAP = 9  # pixels between two
HOLDS_TOASTS = "holds_toasts"
"""Property of a dialog that shows toasts itself: how many pixels over its lower edge, at 100 %."""

# kind -> fill, frame, icon, icon colour
KINDS: dict[str, tuple[str, str, str, str]] = {
    "done": ("surface", "ink", "check-circle-fill", "kuusi"),
    "warning": ("savi-tint", "savi", "warning", "savi"),
    "error": ("puna-tint", "puna", "warning-circle", "puna"),
}


class Toast(QFrame):
    """One message over `host`. `closed` when it goes; `acted` when its button was pressed."""

    closed = Signal()
    acted = Signal()

    def __init__(
        self,
        look: Look,
        words: str,
        kind: Kind = "done",
        action: str = "",
        key: str = "",
        host: QWidget | None = None,
        about: str = "",
    ) -> None:
        super().__init__(host)
        self.look, self.kind, self.host, self.about = look, kind, host, about
        self.stays = kind == "error" or bool(about)
        self.on_action: Callable[[], object] | None = None
        look.dress(self)
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
        if self.stays or not action:
            cross = IconButton(look, "x", look.tr("Sulje"), "quiet", "small")
            cross.clicked.connect(self.close_now)
            row.addWidget(cross)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.close_now)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        if not self.stays:
            self._timer.start()

    def says(self, words: str, kind: Kind, action: str) -> bool:
        """Is this what it says?"""
        return (words, kind, action) == (self.label.words(), self.kind, self.button.words() if self.button is not None else "")

    def renew(self) -> None:
        """Stays as long as if it were new."""
        if self._timer.isActive():
            self._timer.start(SHOWN_MS)

    def wanted_width(self) -> int:
        """How wide it would be with its words on one line."""
        words = QFontMetricsF(self.label.font_used()).horizontalAdvance(self.label.words())
        return self.sizeHint().width() - self.label.sizeHint().width() + round(words) + self.look.px(40)

    def wanted_size(self, most: int) -> tuple[int, int]:
        """Width and height, in no more than `most` pixels of width."""
        width = min(most, max(self.look.px(440), self.wanted_width()))
        layout = self.layout()
        needed = layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
        return width, max(self.look.px(52), needed)

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
        if self.on_action is not None:
            self.on_action()
        self.close_now()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._hold(new is not None and self.isAncestorOf(new))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hold(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._hold(False)

    def _hold(self, hold: bool) -> None:
        if self.stays or self.property("gone"):
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
    """Shows toasts over `host` (the window's central widget), `bottom` pixels above its lower edge; over a dialog that holds
    them while one is open."""

    def __init__(self, look: Look, host: QWidget, bottom: int = 0) -> None:
        super().__init__(host)
        self.look, self._host, self._bottom = look, host, bottom
        self._shown: list[Toast] = []
        self._laid = QTimer(self, singleShot=True, interval=0)
        self._laid.timeout.connect(self._place)
        host.installEventFilter(self)
        look.changed.connect(self._place)

    def show(
        self,
        words: str,
        kind: Kind = "done",
        action: str = "",
        key: str = "",
        on_action: Callable[[], object] | None = None,
        about: str = "",
    ) -> Toast:
        """Shows a message; what passes by itself replaces what did before it, and what is on show already is renewed instead
        of said twice. Screen readers speak it at once. What is `about` something that lasts stays until it is closed, is
        dropped (see `drop`) or something newer is told of the same."""
        toast = next((shown for shown in self._shown if shown.says(words, kind, action)), None)
        if toast is not None and toast.host is not self._open_host():
            toast.close_now()  # behind the dialog nobody reaches it
            toast = None
        if toast is None:
            self.drop(about)
            toast = self._add(words, kind, action, key, about)
        else:
            toast.renew()
        toast.on_action = on_action
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(toast, words))
        return toast

    def drop(self, about: str) -> None:
        """What was told of this is over."""
        for toast in [shown for shown in self._shown if about and shown.about == about]:
            toast.close_now()

    def _add(self, words: str, kind: Kind, action: str, key: str, about: str) -> Toast:
        toast = Toast(self.look, words, kind, action, key, self._open_host(), about)
        passing = [shown for shown in self._shown if not shown.stays]
        for old in passing if not toast.stays else []:
            old.close_now()
        while len(self._shown) >= MOST:
            next((shown for shown in self._shown if not shown.stays), self._shown[0]).close_now()
        toast.closed.connect(self._closed)
        self._shown.append(toast)
        self._place()
        toast.show()
        toast.raise_()
        return toast

    def _open_host(self) -> QWidget:
        """The window, or the dialog in front of it that holds toasts."""
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog.property(HOLDS_TOASTS) is None:
            return self._host
        dialog.removeEventFilter(self)  # installed twice it would be told twice
        dialog.installEventFilter(self)
        return dialog

    def shown(self) -> tuple[Toast, ...]:
        """What is on show now, the oldest first."""
        return tuple(self._shown)

    @Slot()
    def _closed(self) -> None:
        self._shown = [toast for toast in self._shown if not toast.property("gone")]
        self._place()

    @Slot()
    def _place(self) -> None:
        for host in {toast.host or self._host for toast in self._shown}:
            above = self._bottom if host is self._host else self.look.px(int(host.property(HOLDS_TOASTS)))
            bottom, main = host.height() - above, _main_buttons(host)
            for row in self._rows(host):
                width = sum(size[0] for _, size in row) + GAP * (len(row) - 1)
                height = max(size[1] for _, size in row)
                area = _beside(QRect((host.width() - width) // 2, bottom - height, width, height), main, host.width())
                left = area.left()
                for toast, (wide, high) in row:
                    toast.setGeometry(left, area.top() + height - high, wide, high)
                    left += wide + GAP
                bottom = area.top() - GAP

    def _rows(self, host: QWidget) -> list[list[tuple[Toast, tuple[int, int]]]]:
        """The toasts of a host with their sizes, in rows from the bottom up: the newest in the lowest one, at its right."""
        room, rows, taken = host.width() - 2 * EDGE, list[list[tuple[Toast, tuple[int, int]]]](), 0
        for toast in reversed([shown for shown in self._shown if (shown.host or self._host) is host]):
            size = toast.wanted_size(room)
            if rows and taken + GAP + size[0] <= room:
                rows[-1].insert(0, (toast, size))
                taken += GAP + size[0]
            else:
                rows.append([(toast, size)])
                taken = size[0]
        return rows

    def _bring_home(self, dialog: QObject) -> None:
        """The dialog goes: what it showed goes on over the window."""
        for toast in [shown for shown in self._shown if shown.host is dialog]:
            toast.host = self._host
            toast.setParent(self._host)
            toast.show()
            toast.raise_()
        self._place()

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.LayoutRequest:
            self._laid.start()  # another page, whose main button is elsewhere: once it has been laid out
        elif event.type() == QEvent.Type.Hide and watched is not self._host:
            self._bring_home(watched)
        return False


def _main_buttons(host: QWidget) -> list[QRect]:
    """Where the main buttons on show are, in the host's own pixels."""
    main = [button for button in host.findChildren(Button) if button.role == "primary" and button.window() is host.window()]
    on_show = [button for button in main if button.isVisible() and not button.visibleRegion().isEmpty()]
    return [QRect(button.mapTo(host, QPoint()), button.size()) for button in on_show]


def _beside(area: QRect, main: list[QRect], width: int) -> QRect:
    """The place nearest to `area` that covers no main button: at its side, else above; `area` when there is none."""
    for top in (area.top(), *sorted((button.top() - GAP - area.height() for button in main), reverse=True)):
        if not 0 <= top <= area.top():
            continue
        for left in (area.left(), width - EDGE - area.width(), EDGE):
            place = QRect(left, top, area.width(), area.height())
            if not any(place.intersects(button) for button in main):
                return place
    return area
