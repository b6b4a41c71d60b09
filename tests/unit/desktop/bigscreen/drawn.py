"""Slides painted for tests: the texts put on the picture, with their places and sizes."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.choose import slide_of
from fasilitaattori.desktop.bigscreen.fresh import Freshness
from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.i18n import translator
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.slides.sheet import Sheet, Written
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.theme import load_theme
from tests.unit.desktop.bigscreen.scenes import SCENES

Pixels = tuple[int, int]


def slide_named(name: str, language: str = "fi") -> Slide:
    """The slide of a scene."""
    return slide_of_scene(SCENES[name](language))


def slide_of_scene(scene: Scene) -> Slide:
    """The slide of a moment at which the screen has just been looked at for the first time."""
    return slide_of(scene, SCREENS, Freshness())


def pages_of(slide: Slide, size: Pixels, language: str = "fi") -> int:
    """How many pages the slide takes in a picture of so many pixels."""
    load_fonts()  # what was laid out in other letters would be remembered for all tests after this one
    return slide.pages_on(Sheet.of(QSizeF(*size), translator(language)))


def written(slide: Slide, size: Pixels, language: str = "fi", page: int = 0) -> list[Written]:
    """Paints a page and gives its texts, in u."""
    load_fonts()
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        return slide.paint(painter, QSizeF(*size), load_theme("paiva"), translator(language), page)
    finally:
        painter.end()


def everything(name: str, size: Pixels = (1920, 1080), language: str = "fi") -> str:
    """All the words of all pages of a scene, for looking for some of them."""
    slide = slide_named(name, language)
    pages = range(pages_of(slide, size, language))
    return " ".join(text.words for page in pages for text in written(slide, size, language, page))
