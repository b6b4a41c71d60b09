"""QR codes: black on white in every theme, with the quiet zone that phones need to find them."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.paint import saved

QUIET = 4
"""Light modules around the code (ISO/IEC 18004)."""

_BLACK, _WHITE = QColor(0, 0, 0), QColor(255, 255, 255)  # the only colours that are the same in every theme

Matrix = tuple[tuple[bool, ...], ...]


@lru_cache(maxsize=16)
def qr_matrix(words: str) -> Matrix:
    """The dark modules of the code for `words`, without the quiet zone; error correction M.

    Raises ValueError when the text is too long for any QR code (over 2,331 bytes).
    """
    # heavy: imported when the first code is drawn
    import qrcode
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(words)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise ValueError("too long for a QR code") from error
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def paint_qr(painter: QPainter, rect: QRectF, matrix: Matrix, frame: float = 2, ink: QColor = _BLACK) -> None:
    """Draws a code with its quiet zone into the square of `rect`, framed with `ink`.

    Modules are whole device pixels, so that no module is blurred; the rest of the square goes to the quiet zone.
    """
    ratio = painter.device().devicePixelRatioF()
    side = min(rect.width(), rect.height())
    square = QRectF(rect.left() + (rect.width() - side) / 2, rect.top() + (rect.height() - side) / 2, side, side)
    count = len(matrix)
    module = max(1, int((side - 2 * frame) * ratio / (count + 2 * QUIET))) / ratio
    left = round((square.left() + (side - module * count) / 2) * ratio) / ratio
    top = round((square.top() + (side - module * count) / 2) * ratio) / ratio
    with saved(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(square, _WHITE)
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(left + x * module, top + y * module, module, module), _BLACK)
        if frame:
            pen = QPen(ink, frame)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            half = frame / 2
            painter.drawRect(square.adjusted(half, half, -half, -half))


class QrPanel(QWidget):
    """A QR code of `size` pixels. `name` says what it leads to; show the address beside it as text, always."""

    def __init__(self, look: Look, words: str = "", size: int = 180, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._words, self._size = look, words, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_code(words, name)
        look.changed.connect(self.update)

    def set_code(self, words: str, name: str = "") -> None:
        """Shows another code; "" leaves the square empty."""
        self._words = words
        self.setAccessibleName(name or self.look.tr("QR-koodi: {address}", address=words))
        self.update()

    def words(self) -> str:
        """What the code says."""
        return self._words

    def set_size(self, size: int) -> None:
        """Becomes this many pixels wide and high."""
        if size != self._size:
            self._size = size
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._words:
            ink = self.look.theme["ink"] if not self.look.theme.dark else _BLACK
            paint_qr(QPainter(self), QRectF(self.rect()), qr_matrix(self._words), 2, ink)
