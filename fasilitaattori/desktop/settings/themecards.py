"""Choosing a theme by its looks: a card with a little picture of the desk or of the big screen in each."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.appearance import BY_SYSTEM
from fasilitaattori.kit import fonts, paint
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import mnemonic_of
from fasilitaattori.kit.ring import paint_ring
from fasilitaattori.kit.rug import RugStep, lay_out, paint_rug
from fasilitaattori.kit.theme import Theme, load_theme
from fasilitaattori.kit.ticks import RadioButton, hover_repaints

WIDTH, PICTURE, CAPTION = 138, 92, 38  # a card at 100 %
LEAST = 114  # pixels: narrower than this, the picture would say nothing
EVENING: tuple[RugStep, ...] = (
    *((10, "kaikki", ""), (10, "yksin", ""), (15, "pari", ""), (40, "kaikki", ""), (15, "tauko", "")),
    *((25, "ryhma", ""), (10, "aani", ""), (15, "kaikki", ""), (10, "esitys", "")),
)
NOW = 45  # minutes into that evening


class ThemeCard(QRadioButton):
    """A theme. `projector`: the picture is of the big screen, else of a panel on the desk."""

    def __init__(self, look: Look, theme: str, words: str, projector: bool, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.look, self._theme, self._projector = look, load_theme(theme), projector
        self._sample = look.tr("Keskustelu")
        self.setProperty("ring_radius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        hover_repaints(self)
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return QSize(max(self.look.px(WIDTH), self._least()), PICTURE + self.look.px(CAPTION) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(LEAST, self._least()), self.sizeHint().height())

    def _least(self) -> int:
        words = QFontMetricsF(self.look.sans(15)).horizontalAdvance(self.text())
        return int(words) + self.look.px(20 + 8) + 22

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rect, own = QPainter(self), QRectF(self.rect()), self.look.theme
        picture = QRectF(0, 0, rect.width(), rect.height() - self.look.px(CAPTION))
        paint.frame(painter, rect, 8, own["kuusi-tint" if self.underMouse() else "surface"])
        with paint.saved(painter):
            painter.setClipPath(paint.bubble_path(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8))
            painter.setClipRect(picture, Qt.ClipOperation.IntersectClip)
            if self._projector:
                _paint_projector(painter, picture, self._theme, self._sample)
            else:
                _paint_desk(painter, picture, self._theme, self._sample)
        line = self.look.border(1.5)
        thick = paint.crisp(painter, line)
        painter.fillRect(QRectF(0, picture.bottom(), rect.width(), thick), own["edge"])
        on = self.isChecked()
        border = "kuusi" if on or self.underMouse() else "edge"
        paint.frame(painter, rect, 8, None, own[border], self.look.selected_border if on else line)
        self._paint_caption(painter, QRectF(0, picture.bottom(), rect.width(), rect.bottom() - picture.bottom()))

    def _paint_caption(self, painter: QPainter, room: QRectF) -> None:
        theme, px, on = self.look.theme, self.look.px, self.isChecked()
        side = float(px(20))
        ring = QRectF(11, room.center().y() - side / 2, side, side)
        edge = "kuusi" if on or self.underMouse() else "edge"
        paint.frame(painter, ring, side / 2, theme["surface"], theme[edge], 2)
        if on:
            inset = side / 4
            paint.frame(painter, ring.adjusted(inset, inset, -inset, -inset), side / 4, theme[edge])
        left = ring.right() + px(8)
        words = QRectF(left, room.top(), room.right() - left - 4, room.height())
        font, middle = self.look.sans(15), Qt.AlignmentFlag.AlignVCenter
        paint.text(painter, words, self.text(), font, theme["ink"], middle, mnemonic_of(self))


def _paint_desk(painter: QPainter, room: QRectF, theme: Theme, sample: str) -> None:
    """A panel with a title, a rug and two buttons."""
    line = 2.0 if theme.high_contrast else 1.0
    painter.fillRect(room, theme["ground"])
    panel = room.adjusted(11, 11, -11, -10)
    paint.frame(painter, panel, 4, theme["surface"], theme["line"], line)
    left, width = panel.left() + 9, panel.width() - 18
    _paint_sample(painter, QRectF(left, panel.top() + 6, width, 20), theme, sample)
    rug = lay_out(EVENING, width, 9, now=NOW, scale=0.45, fringe=False)
    paint_rug(painter, QPointF(left, panel.top() + 30), rug, theme)
    top = panel.bottom() - 24
    paint.frame(painter, QRectF(left, top, width * 0.48, 16), 3, theme["kuusi"])
    paint.frame(painter, QRectF(left + width * 0.48 + 5, top, width * 0.31, 16), 3, None, theme["edge"], 1.5)


def _paint_projector(painter: QPainter, room: QRectF, theme: Theme, sample: str) -> None:
    """A slide: words, the ring of chairs and the rug at the foot."""
    painter.fillRect(room, theme["surface"])
    inner = room.adjusted(13, 10, -13, -10)
    side = 44.0
    paint_ring(painter, QRectF(inner.right() - side, inner.top(), side, side), theme, 20, 12, "runs")
    _paint_sample(painter, QRectF(inner.left(), inner.top(), inner.width() - side - 4, side), theme, sample)
    rug = lay_out(EVENING, inner.width(), 10, now=NOW, scale=0.5, fringe=False)
    paint_rug(painter, QPointF(inner.left(), inner.bottom() - 12), rug, theme)


def _paint_sample(painter: QPainter, room: QRectF, theme: Theme, sample: str) -> None:
    """The title in the picture, as large as there is room for."""
    size = 15
    while size > 9 and QFontMetricsF(fonts.serif(size)).horizontalAdvance(sample) > room.width():
        size -= 1
    paint.text(painter, room, sample, fonts.serif(size), theme["ink"], Qt.AlignmentFlag.AlignVCenter)


class ThemeCards(QWidget):
    """A row of cards, and under them the choice that follows the system where there is one. `chosen(theme)`."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, choices: dict[str, str], name: str, projector: bool = False, parent: QWidget | None = None
    ) -> None:
        """`choices`: theme -> its words, translated."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._themes = list(choices)
        self._group = QButtonGroup(self)
        cards = QHBoxLayout()
        cards.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(cards)
        for number, (theme, words) in enumerate(choices.items()):
            button: QRadioButton
            if theme == BY_SYSTEM:
                button = RadioButton(look, words)
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                button = ThemeCard(look, theme, words, projector)
                cards.addWidget(button, 1)
            self._group.addButton(button, number)
        self._group.idClicked.connect(self._clicked)

    def button(self, theme: str) -> QRadioButton:
        """The button of a theme."""
        found = self._group.button(self._themes.index(theme))
        assert isinstance(found, QRadioButton)
        return found

    def value(self) -> str:
        """The theme that is on."""
        return self._themes[self._group.checkedId()]

    def set_value(self, theme: str) -> None:
        """Mark a theme, without telling."""
        self.button(theme).setChecked(True)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._themes[number])
