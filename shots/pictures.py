"""Pictures of what an evening stops at, in every theme and size."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from fasilitaattori.i18n import translator
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.theme import THEME_NAMES, load_theme
from shots.evening import Evening, Stop, let_work

DESKS = (QSize(1366, 768), QSize(1920, 1080))
SCREENS = (QSize(1024, 768), QSize(3840, 2160))
QUALITY = 70  # of 100, for PNG: how little time packing may take
DRAW_MS = 30


@dataclass(frozen=True)
class Wish:
    """What pictures are wanted: of names with `only` in them, in these languages and themes; "" and () = of all."""

    out: Path
    only: str = ""
    languages: Sequence[str] = ("fi", "sv", "en")
    themes: Sequence[str] = tuple(THEME_NAMES)

    def has(self, name: str) -> bool:
        return self.only in name

    def file(self, kind: str, name: str, language: str, theme: str, size: QSize) -> Path:
        """Where the picture goes: kind/name_language_theme_size.png."""
        folder = self.out / kind
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name}_{language}_{theme}_{size.width()}x{size.height()}.png"


@dataclass
class Photographer:
    """Takes the pictures and counts them."""

    wish: Wish
    language: str
    taken: int = field(default=0)

    def desk(self, stop: Stop, evening: Evening) -> None:
        if not self.wish.has(stop.name):
            return
        settings, window = evening.program.settings, evening.window
        for size in DESKS:
            window.resize(size)
            evening.catch_up()
            shown = evening.opened(stop)
            for theme in self.wish.themes:
                if settings.theme != theme:
                    settings.change(theme=theme)
                    window.pages.settle()
                    shown = self._again(stop, evening, shown)
                let_work(DRAW_MS)
                self._save("desk", stop.name, theme, size, _grabbed(window, shown).toImage())
            evening.closed(stop)
        window.resize(DESKS[0])

    def _again(self, stop: Stop, evening: Evening, shown: QWidget) -> QWidget:
        """What is shown in other colours now: a menu has its icons from the moment in which it was opened."""
        if not _is_menu(shown):
            return shown
        evening.closed(stop)
        return evening.opened(stop)

    def slide(self, name: str, slide: Slide) -> None:
        if not self.wish.has(name):
            return
        tr = translator(self.language)
        for size in SCREENS:
            for theme in self.wish.themes:
                image = QImage(size, QImage.Format.Format_RGB32)
                painter = QPainter(image)
                slide.paint(painter, QSizeF(size), load_theme(theme), tr, 0)
                painter.end()
                self._save("slide", name, theme, size, image)

    def _save(self, kind: str, name: str, theme: str, size: QSize, image: QImage) -> None:
        file = self.wish.file(kind, name, self.language, theme, size)
        if not image.save(str(file), "PNG", QUALITY):  # type: ignore[call-overload]
            raise OSError(f"{file} cannot be written")
        self.taken += 1
        print(f"{self.taken:5}  {self.language}  {theme:9}  {size.width():4}  {name}", flush=True)


def _grabbed(window: QWidget, shown: QWidget) -> QPixmap:
    """The window as it is, with the dialog in the middle of it, or the menu where it opened, when there is one."""
    picture = window.grab()
    if shown is not window:
        painter = QPainter(picture)
        rest = window.rect().size() - shown.size()
        middle = QPoint(rest.width() // 2, rest.height() // 2)
        place = shown.pos() - window.mapToGlobal(QPoint()) if _is_menu(shown) else middle
        place = QPoint(min(place.x(), rest.width()), min(place.y(), rest.height()))  # a window this large fills its display
        painter.drawPixmap(place, shown.grab())
        painter.end()
    return picture


def _is_menu(shown: QWidget) -> bool:
    return shown.windowType() == Qt.WindowType.Popup
