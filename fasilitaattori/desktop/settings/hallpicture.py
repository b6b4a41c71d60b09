"""The hall from the side: the picture, the rows of chairs, and who sits too far to read the notes on the wall."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fasilitaattori.desktop.settings.backrow import SIZES, reach
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.look import Look

FLOOR, FOOT = 132.0, 92.0  # heights at 100 %: the floor, and the lower edge of the picture
TALLEST, LOWEST = 66.0, 16.0  # of the picture; it is to scale between
USUAL = 1.5 / 12  # picture height by distance that is drawn at its tallest
ROWS = 4
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def metres(tr: Translator, value: float) -> str:
    """A length as it is told: 12 m, 1,5 m."""
    return tr("{number} m", number=tr.number(value, 0 if value == round(value) else 1))


def heights_words(tr: Translator, distance: float, picture: float) -> str:
    """ "12 m = 8 kuvan korkeutta"."""
    heights = distance / picture
    whole = abs(heights - round(heights)) < 0.05
    number = tr.number(heights, 0 if whole else 1)
    return tr("{distance} = {number} kuvan korkeutta", distance=metres(tr, distance), number=number)


class HallPicture(QWidget):
    """Redraws itself at `set_hall`."""

    def __init__(self, look: Look, distance: float, picture: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._distance, self._picture = look, distance, picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)
        self.set_hall(distance, picture)

    def set_hall(self, distance: float, picture: float) -> None:
        """Show a hall: metres from the picture to the back row, and the picture's height in metres."""
        self._distance, self._picture = distance, picture
        self.setAccessibleName(heights_words(self.look.tr, distance, picture))
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(300), round(FLOOR + 4 + 2 * (self._line() - 20)) + self._line())

    def minimumSizeHint(self) -> QSize:
        words = QFontMetricsF(self.look.sans(15)).horizontalAdvance(self.accessibleName())
        return QSize(max(200, int(words) + 4), self.sizeHint().height())

    def _line(self) -> int:
        return max(20, self.look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        down = float(self._line() - 20)  # larger words over the picture push the hall down
        painter.translate(0, down)
        width = float(self.width())
        tall = max(LOWEST, min(TALLEST, TALLEST * self._picture / self._distance / USUAL))
        wall, eye = 14.0, QPointF(width - 46, FLOOR - 34)
        lit = QPolygonF([QPointF(wall + 9, FOOT - tall), eye, QPointF(wall + 9, FOOT)])
        painter.setPen(QPen(theme["jarvi"], self.look.border(1.5)))
        painter.setBrush(theme["jarvi-tint"])
        painter.drawPolygon(lit)
        painter.fillRect(QRectF(wall, FOOT - tall, 9, tall), theme["ink"])
        painter.fillRect(QRectF(10, FLOOR, width - 20, 2), theme["edge"])
        self._paint_rows(painter, wall + 9, width - 38)
        font = self.look.sans(15)
        line = self._line()
        over = QRectF(wall + 18, FOOT - tall - line, width, line)
        paint.text(painter, over, metres(self.look.tr, self._picture), font, theme["ink"], _LEFT)
        under = QRectF(0, FLOOR + 4, width, line)
        paint.text(painter, under, self.accessibleName(), font, theme["ink"], _CENTRE)

    def _paint_rows(self, painter: QPainter, start: float, back: float) -> None:
        """Chairs from the middle of the hall on; outlined where notes on the wall cannot be read. Somebody sits at the back."""
        theme = self.look.theme
        share = reach(SIZES[-1].u, self._picture) / self._distance
        for number in range(ROWS):
            at = 0.35 + 0.65 * number / (ROWS - 1)
            x = start + (back - start) * at
            last = number == ROWS - 1
            colour = theme["ink" if last else "kuusi"]
            near = last or at <= share
            seat, rest = QRectF(x - 8, FLOOR - 20, 16, 16), QRectF(x - 12, FLOOR - 27, 24, 4.5)
            paint.frame(painter, seat, 4, colour if near else theme["surface"], colour, 1.5)
            paint.frame(painter, rest, 2, colour if near else theme["surface"], colour, 1.5)
            if last:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(QPointF(x, FLOOR - 36), 7, 7)
