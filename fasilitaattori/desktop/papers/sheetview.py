"""A page of a paper on the desk, as large as it fits; pressing it shows it large enough to read."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from fasilitaattori.desktop.services import Papers, Wish
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.icons import paint_icon
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.pictures import decoded
from fasilitaattori.workshop.state import Workshop

PAPER = 2**0.5  # height of an A sheet for a width of 1
PAGE_WIDTH = 794  # pixels of an A4 page at 96 pixels an inch
SMALL = 4
MOST_SIGNS = 12  # that are listed
_WHITE = QColor("#FFFFFF")  # paper is white in every theme


class Pictures(list[QImage]):
    """The pages of a paper; `lacking` are signs that no font of the program has, `places` the pages on which sections begin.
    `small` is the first page a quarter as wide and high, a null image unless it was asked for."""

    def __init__(self, pages: Iterable[QImage], lacking: tuple[str, ...] = (), places: Mapping[str, int] | None = None) -> None:
        super().__init__(pages)
        self.lacking, self.places = lacking, places or {}
        self.small = QImage()


def pictures(papers: Papers, state: Workshop, wish: Wish, ppi: float, small: bool = False) -> Callable[[], Pictures]:
    """The work of making a paper's pages as pictures, for the background pool; with a `small` one of the first page too."""

    def work() -> Pictures:
        pages = papers.preview(state, wish, ppi)
        made = Pictures((decoded(png) for png in pages), pages.lacking, pages.places)
        if small and pages:
            made.small = decoded(pages[0], SMALL)
        return made

    return work


def lacking_words(signs: Sequence[str], tr: Translator, *, elsewhere: bool) -> str:
    """What is said of signs that cannot be printed; `elsewhere`: the paper can be had in a form that keeps them."""
    if not signs:
        return ""
    shown = " ".join(signs[:MOST_SIGNS]) + (" …" if len(signs) > MOST_SIGNS else "")
    words = tr("Näitä merkkejä ei voi painaa, ja niiden paikalla on ruutu: {signs}", signs=shown)
    return f"{words} {tr('Wordissa ja verkkosivulla ne säilyvät.')}" if elsewhere else words


class Sheet(QPushButton):
    """The page itself: a picture with a frame. `clicked` to see it large."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._page = QImage()
        self._scaled = QImage()
        self._words, self._icon = "", ""
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setEnabled(False)
        look.changed.connect(self.update)

    @property
    def page(self) -> QImage:
        """The picture on show; a null one while there is none."""
        return self._page

    def show_page(self, page: QImage, name: str) -> None:
        """Shows a page; `name` is read aloud."""
        if page.cacheKey() != self._page.cacheKey():
            self._page, self._scaled = page, QImage()
        self._words = ""
        self.setAccessibleName(name)
        self.setEnabled(True)
        self.update()

    def show_words(self, words: str, icon: str) -> None:
        """Says why there is no page (yet)."""
        self._page, self._scaled, self._words, self._icon = QImage(), QImage(), words, icon
        self.setAccessibleName(words)
        self.setEnabled(False)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(120), round(self.look.px(120) * PAPER))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(60), round(self.look.px(60) * PAPER))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        if self._page.isNull():
            paint.frame(painter, rect, 0, theme["surface"], theme["line"], 1)
            self._paint_words(painter)
            return
        border = "kuusi" if self.underMouse() and self.isEnabled() else "edge"
        painter.fillRect(rect, _WHITE)
        painter.drawImage(QPoint(0, 0), self._fitted())
        paint.frame(painter, rect, 0, None, theme[border], 2 if border == "kuusi" else 1.5)

    def _fitted(self) -> QImage:
        ratio = self.devicePixelRatioF()
        wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
        if self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._page.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled

    def _paint_words(self, painter: QPainter) -> None:
        if not self._words:
            return
        px, theme = self.look.px, self.look.theme
        side, middle = px(22), self.height() / 2
        if self._icon:
            paint_icon(painter, QRectF((self.width() - side) / 2, middle - side - px(4), side, side), self._icon, theme["ink2"])
        painter.setPen(theme["ink2"])
        painter.setFont(self.look.sans(14))
        room = self.rect().adjusted(px(8), round(middle) + px(4), -px(8), -px(4))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._words)


class SheetView(QWidget):
    """Room for a page: the page keeps its shape, stands at the top and in the middle. As large as the whole room allows, or
    (`set_wide`) as wide as the room, up to its true size: then it needs a scrolling column around it."""

    def __init__(self, look: Look, least_width: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._least, self._wide = look, least_width, False
        self.sheet = Sheet(look, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._place)

    def sizeHint(self) -> QSize:
        width = self.look.px(self._least)
        return QSize(width, round(width * PAPER))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least // 2, round(self._least / 2 * PAPER))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def set_wide(self, wide: bool) -> None:
        """As wide as the room."""
        if wide != self._wide:
            self._wide = wide
            self._place()

    @Slot()
    def _place(self) -> None:
        if self._wide:
            width = min(self.width() - 10, self.look.px(PAGE_WIDTH))
            self.setMinimumHeight(round(width * PAPER) + 10)
        else:
            self.setMinimumHeight(0)
            width = min(self.width() - 10, round((self.height() - 10) / PAPER))
        height = round(width * PAPER)
        self.sheet.setGeometry(QRect((self.width() - width) // 2, 5, width, height))


def page_of(pages: Sequence[QImage], index: int) -> int:
    """The page to show when there may be fewer now."""
    return max(0, min(index, len(pages) - 1))
