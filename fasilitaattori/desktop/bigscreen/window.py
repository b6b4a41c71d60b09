"""The window the room looks at: it paints one picture at a time and fades from one to the next. It never takes the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QRect, QRectF, QSize, QSizeF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.bigscreen.fade import Fade

FADE_MS = 240
SMALLEST = (640, 360)
Paint = Callable[[QPainter, QSizeF], object]


def painted(pixels: QSize, ratio: float, paint: Paint) -> QPixmap:
    """A picture of so many pixels, painted to its edges also when the display's factor makes no whole number of them."""
    picture = QPixmap(pixels)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    try:
        paint(painter, QSizeF(pixels) / ratio)
    finally:
        painter.end()
    return picture


class ScreenWindow(QWidget):
    """Shows what `paint(painter, size in logical pixels)` paints. `clicked` = somebody clicked on it; `dismissed` = its title
    bar was used to close it; `reshaped` = it has another size; `double_clicked` = somebody wants what is under it."""

    clicked = Signal()
    double_clicked = Signal()
    dismissed = Signal()
    reshaped = Signal()

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self._paint = paint
        self._now: QPixmap | None = None
        self._fading: Fade | None = None
        self._bare: QColor | None = None
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._fade.valueChanged.connect(self._step)
        self._fade.finished.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(*SMALLEST)
        self.full = False

    # --- where it is ---

    def fill(self, screen: QScreen) -> bool:
        """Full screen on this display, without frame, pointer or keyboard focus. False when it is there already."""
        if self.full and self.isVisible() and self.screen() is screen and self.geometry() == screen.geometry():
            return False
        self.hide()
        frameless = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        self.setWindowFlags(Qt.WindowType.Window | frameless)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.full = True
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen() would take the focus from the desk
        return True

    def float_on(self, area: QRect) -> None:
        """An ordinary window in the middle of `area`, two thirds of its width."""
        if not self.full and self.isVisible():
            return
        self.hide()
        self.setWindowFlags(Qt.WindowType.Window)
        self.unsetCursor()
        self.full = False
        width = max(SMALLEST[0], round(area.width() * 2 / 3))
        height = min(round(width * 9 / 16), area.height() - 80)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setGeometry(
            area.left() + (area.width() - width) // 2,
            area.top() + (area.height() - height) // 2,
            width,
            max(SMALLEST[1], height),
        )
        self.show()

    # --- what it shows ---

    def renew(self, milliseconds: int = 0, growing: Sequence[QRectF] = (), ground: QColor | None = None) -> None:
        """Paint anew, fading from what is shown in so many milliseconds (0 = at once). `growing` are boxes (logical pixels) in
        which bars grow over the `ground`."""
        self._bare = None
        if not self.isVisible():
            self._now = self._fading = None
            return
        if milliseconds > 0 and self._now is not None:
            before = self.grab_shown()
            self._fade.stop()
            self._now = self._rendered()
            self._fading = Fade(before, self._now, growing, ground)
            self._fade.setDuration(milliseconds)
            self._fade.start()
        elif self._fading is not None:
            before = self.grab_shown()  # a fade that goes on ends in the new picture
            self._now = self._rendered()
            self._fading = Fade(before, self._now)
        else:
            self._now = self._rendered()
        self.update()

    def wait(self, ground: QColor) -> None:
        """Show the picture there is, or nothing but the ground, until `renew`."""
        if self._now is None:
            self._bare = ground

    @property
    def picture(self) -> QPixmap | None:
        """The newest picture as painted, None while nothing is shown."""
        return self._now if self.isVisible() else None

    def grab_shown(self) -> QPixmap:
        """The picture as it stands, also in the middle of a fade."""
        if self._fading is not None:
            return self._fading.mixed()
        return self._now or self._rendered()

    def _rendered(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        return painted(self.size() * ratio, ratio, self._paint)

    @Slot(object)
    def _step(self, value: float) -> None:
        if self._fading is not None:
            self._fading.shown = value
            self.update(self._fading.region)

    @Slot()
    def _settle(self) -> None:
        self._fading = None
        self.update()

    # --- Qt ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._bare is not None:
            painter.fillRect(event.rect(), self._bare)
            return
        if self._now is None:
            self._now = self._rendered()
        painter.drawPixmap(0, 0, self._now)
        if self._fading is not None:
            self._fading.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._now = self._fading = None
        self.reshaped.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.ScreenChangeInternal):
            self._now = self._fading = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._now = self._fading = None  # it comes back with what is shown then

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():
            self.dismissed.emit()
        super().closeEvent(event)
