"""What is heavy begins when the window has been painted.

Python runs one thread at a time: whatever begins in the background sooner has the Qt thread wait for Python again and again,
just while somebody waits for the picture, which then comes two or three times later than its own work takes.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from fasilitaattori.kit.guarded import guarded

PATIENCE_MS = 1000  # a window that is minimised or covered is not painted at all


class AfterPainting(QObject):
    """Does what it is told once the widget has been painted next, in a turn of its own; soon where nobody sees the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._act: Callable[[], object] | None = None
        self._painted = QTimer(self, interval=0, singleShot=True)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._painted.timeout.connect(self._go)
        self._patience.timeout.connect(self._go)

    @property
    def busy(self) -> bool:
        """Is there something that waits?"""
        return self._act is not None

    def do(self, act: Callable[[], object]) -> None:
        """Do this after the next painting, and nothing that was to be done before it."""
        self.drop()
        self._act = act
        if self._widget.isVisible():
            self._widget.installEventFilter(self)
            self._widget.update(QRect(self._corner(), QSize(1, 1)))  # there may be nothing else to paint
            self._patience.start()
        else:
            self._painted.start()

    @Slot()
    def drop(self) -> None:
        """What waits is not done."""
        self._act = None
        self._widget.removeEventFilter(self)
        self._painted.stop()
        self._patience.stop()

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painted = isinstance(event, QPaintEvent) and event.region().contains(self._corner())
        if painted or event.type() == QEvent.Type.Hide:
            self._painted.start()  # what is on the widget is painted after it
        return False

    def _corner(self) -> QPoint:
        """What is painted last: a window is painted from left to right where that is done in parts."""
        return self._widget.rect().topRight()

    @Slot()
    def _go(self) -> None:
        act = self._act
        self.drop()
        if act is not None:
            act()
