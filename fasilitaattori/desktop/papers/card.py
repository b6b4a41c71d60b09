"""A paper on its card: how it looks, what it is for, and whether it is among those to be given out."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.papers.kinds import Choice, Kind, size_words
from fasilitaattori.desktop.papers.sheetview import PAPER, Pictures
from fasilitaattori.desktop.parts import holder
from fasilitaattori.kit import paint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Card
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.ticks import CheckBox

BESIDE_WIDTH = 112  # pixels at 100 % of the page when the words stand beside it
LEAST_HEIGHT = 150
EDGE = 12
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_WHITE = QColor("#FFFFFF")


class Thumb(QWidget):
    """The first page, small; the edge of a second one behind it when there are more."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._page, self._small, self._scaled, self._more = QImage(), QImage(), QImage(), False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.updateGeometry)

    def show_pages(self, pages: Pictures) -> None:
        """Shows the first of these pages; no page = an empty sheet."""
        page, self._small = pages[0] if pages else QImage(), pages.small
        if page.cacheKey() != self._page.cacheKey() or self._more != (len(pages) > 1):
            self._page, self._scaled, self._more = page, QImage(), len(pages) > 1
            self.update()

    def set_beside(self, beside: bool) -> None:
        """No wider than its least height needs: the words stand beside it, not under it."""
        across = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(BESIDE_WIDTH), self.look.px(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        width = min(self.width() - 6.0, (self.height() - 6.0) / PAPER)
        rect = QRectF((self.width() - width - 5) / 2, (self.height() - width * PAPER - 5) / 2, width, width * PAPER)
        if self._more:
            paint.frame(painter, rect.translated(5, 5), 0, _WHITE, theme["edge"], 1.5)
        if self._page.isNull():
            paint.frame(painter, rect, 0, theme["well"], theme["line"], 1.5, dashed=True)
            return
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(rect.width() * ratio), round(rect.height() * ratio))
        if self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            page = self._small if self._small.width() >= wanted.width() else self._page  # a small one is scaled much sooner
            self._scaled = page.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(rect, self._scaled)
        paint.frame(painter, rect, 0, None, theme["edge"], 1.5)


class PaperCard(Card):
    """`clicked` = show it beside; `checked_changed(key, on)` = give it out or not; `width_changed`."""

    checked_changed = Signal(str, bool)
    width_changed = Signal()

    def __init__(self, look: Look, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(look, "", margins=(EDGE, EDGE, EDGE, EDGE), parent=parent)
        self.kind = kind
        self.thumb = Thumb(look)
        self.box = CheckBox(look)
        self.title = Label(look, "", "card")
        self.reason = Label(look, "", "small", "ink2")
        self.facts = Label(look, "", "small", "ink2")
        self.given = Label(look, "", "small", "ink2", icon="check-circle", icon_tone="kuusi")
        self.warning = Label(look, "", "small", icon="warning", icon_tone="savi")
        line = QHBoxLayout()
        line.setSpacing(9)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.title, 1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(3)
        words.addLayout(line)
        for label in (self.reason, self.facts, self.warning, self.given):
            words.addWidget(label)
        words.addStretch(1)
        self._words = holder(words)
        self._whole = QBoxLayout(_DOWN)
        self._whole.addWidget(self.thumb, 1)
        self._whole.addWidget(self._words)
        self.body.addLayout(self._whole, 1)
        self.set_beside(False)
        self.show_given("")
        self.show_warning("")
        self.box.clicked.connect(self._tell)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_beside(self, beside: bool) -> None:
        """The words beside the page, or under it."""
        self.thumb.set_beside(beside)
        self._whole.setDirection(_ACROSS if beside else _DOWN)
        self._whole.setSpacing(14 if beside else 10)
        self._whole.setStretch(0, 0 if beside else 1)
        self._whole.setStretch(1, 1 if beside else 0)
        self._words.setMinimumHeight(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()

    def words_height(self) -> int:
        """How high its words are at the present width."""
        layout = self._words.layout()
        return layout.totalHeightForWidth(max(1, self.width() - 2 * EDGE)) if layout is not None else 0

    def set_words_height(self, height: int) -> None:
        """As high as those of the other cards, so that all pages are of one size."""
        self._words.setMinimumHeight(height)

    def show_paper(self, name: str, choice: Choice, pages: Pictures, reason: str) -> None:
        """Shows the paper as it is chosen, or the reason why it cannot be made."""
        tr = self.look.tr
        self.title.set_text(name)
        self.setAccessibleName(name)
        self.thumb.show_pages(pages)
        able = bool(pages)
        self.box.setEnabled(able)
        self.box.setChecked(choice.checked and able)
        self.box.setAccessibleName(tr("Valitse: {paper}", paper=name))
        self.box.setToolTip(tip(reason))
        parts = [size_words(choice, tr)]
        if len(pages) > 1:
            parts.append(tr.n("{n} sivu", "{n} sivua", len(pages)))
        if self.kind.versions:
            parts.append(tr("julkinen") if choice.public else tr("sisäinen"))
        self.facts.set_text(" · ".join(parts))
        self.facts.setVisible(able)
        self.reason.set_text(reason)
        self.reason.setVisible(bool(reason))

    def show_given(self, words: str) -> None:
        """When it was last saved or printed; "" = never."""
        self.given.set_text(words)
        self.given.setVisible(bool(words))

    def show_warning(self, words: str, whole: str = "") -> None:
        """That what was given out may mislead, in a few words; `whole` says why. "" = it does not."""
        self.warning.set_text(words)
        self.warning.setVisible(bool(words))
        self.set_warned(bool(words))
        self.setToolTip(tip(whole))
        self.setAccessibleDescription(whole or self.look.tr(self.kind.about))

    def show_lacking(self, whole: str) -> None:
        """That there are signs in the paper that cannot be printed: `whole` says which, "" = there are none."""
        self.show_warning(self.look.tr("Merkkejä puuttuu") if whole else "", whole)

    @Slot(bool)
    def _tell(self, on: bool) -> None:
        self.checked_changed.emit(self.kind.key, on)
