"""What a widget must know about appearance, in one object that is handed to it.

Theme, text size, motion, key hints and language change while the program runs, and the big screen has a
look of its own. Widgets read this object when they paint and repaint when it says `changed`.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QGuiApplication, QIcon, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from fasilitaattori.kit import fonts
from fasilitaattori.kit.icons import icon
from fasilitaattori.kit.qss import style_sheet
from fasilitaattori.kit.telling import Telling
from fasilitaattori.kit.theme import Theme, load_theme, theme_from_palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fasilitaattori.i18n import Translator

TEXT_SCALES = (1.0, 1.15, 1.3, 1.5, 2.0)


class Look(QObject):
    """Theme, text scale and habits of one surface (the desk, or the big screen).

    `tr` translates; every other value is read-only and changed through `change()`.
    """

    tr: Translator  # type: ignore[assignment]  # QObject has a tr of its own, which is never used here

    def __init__(
        self,
        tr: Translator,
        theme: str = "paiva",
        text_scale: float = 1.0,
        reduce_motion: bool = False,
        show_keys: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        fonts.load_fonts()
        self.changed = Telling()
        self.tr = tr
        self.theme: Theme = load_theme(theme)
        self.text_scale = _clamped(text_scale)
        self.reduce_motion = reduce_motion
        self.show_keys = show_keys
        self._app: QApplication | None = None
        self._everywhere = True
        self._sheet = ""
        self._dressed: list[QApplication | QWidget] = []

    def change(
        self,
        *,
        theme: str | None = None,
        text_scale: float | None = None,
        reduce_motion: bool | None = None,
        show_keys: bool | None = None,
        tr: Translator | None = None,
    ) -> None:
        """Changes what is given and tells everyone once."""
        for _ in self.changing(theme=theme, text_scale=text_scale, reduce_motion=reduce_motion, show_keys=show_keys, tr=tr):
            pass

    def changing(
        self,
        *,
        theme: str | None = None,
        text_scale: float | None = None,
        reduce_motion: bool | None = None,
        show_keys: bool | None = None,
        tr: Translator | None = None,
    ) -> Iterator[bool]:
        """The steps of `change`, each of which tells whether everything in sight is as it shall be. Until then nothing in sight
        should be painted: some is bare, or as it was before. What is out of sight follows."""
        if theme is not None:
            self.theme = load_theme(theme)
        if text_scale is not None:
            self.text_scale = _clamped(text_scale)
        if reduce_motion is not None:
            self.reduce_motion = reduce_motion
        if show_keys is not None:
            self.show_keys = show_keys
        if tr is not None:
            self.tr = tr
        if self._app is not None:
            self._choose_sheet(self._app)
            yield False  # what is bare takes the palette meanwhile
            for _ in self._dressing(in_sight=True):
                yield False
        if tr is not None:
            self.changed.emit()  # who hears of another language makes things anew, and nobody may still be in the one before
        else:
            for _ in self.changed.steps():
                yield False
        yield True
        for _ in self._dressing(in_sight=False):
            yield True

    def install(self, app: QApplication, *, everywhere: bool = True) -> None:
        """Gives the application this look: style, palette and font, and the style sheet unless parts of windows are dressed one
        by one (`everywhere` False, see `dress`). Called once, for the desk."""
        app.setStyle("Fusion")
        self._app, self._everywhere = app, everywhere
        self._choose_sheet(app)
        if everywhere:
            self._dressed = [app]
            app.setStyleSheet(self._sheet)

    def dress(self, part: QWidget) -> None:
        """Puts the style sheet on a part of a window, and on what is in it or opens from it (lists, menus, tooltips). What is
        around the parts stays bare: so another theme comes to one part at a time. While the application itself has no sheet,
        what is made for a part is styled once, when it gets there: otherwise Qt styles a widget anew, with all that is in it,
        whenever it is put into another one."""
        if not self._everywhere:
            self._dressed = [*(each for each in self._dressed if isValid(each)), part]
            part.setStyleSheet(self._sheet)

    def _choose_sheet(self, app: QApplication) -> None:
        """What the application has of its own, and the sheet that the parts shall have."""
        if follows_system_contrast():
            app.setPalette(QPalette())  # back to the system's own, which may have changed since ours was put over it
            self.theme = theme_from_palette(QGuiApplication.palette())
        app.setPalette(palette_of(self.theme))
        sheet = style_sheet(self.theme, self.text_scale)
        if sheet != self._sheet:  # else only habits have changed, or the language
            self._sheet = sheet
            app.setFont(fonts.sans(self.px(16)))

    def _dressing(self, *, in_sight: bool) -> Iterator[None]:
        """Puts the sheet on the parts that have another one: on those in sight, or on all that are left. Qt puts it on a bare
        part in a quarter of the time in which it changes one. And it forgets the sheet before only of a part that has been made
        ready to be seen, as one that has never been shown is not."""
        for part in tuple(self._dressed):
            if not isValid(part) or part.styleSheet() == self._sheet or (in_sight and not _is_in_sight(part)):
                continue
            if isinstance(part, QWidget):
                part.ensurePolished()
            part.setStyleSheet("")
            yield
            if isValid(part) and part.styleSheet() != self._sheet:
                part.setStyleSheet(self._sheet)  # another one perhaps, if there was another change meanwhile
            yield

    def px(self, pixels: float) -> int:
        """A measure of the mock-ups (100 %) at the present text scale, in whole pixels."""
        return round(pixels * self.text_scale)

    def sans(self, pixels: float, bold: bool = False) -> QFont:
        """The text font at `pixels` of the mock-ups, scaled."""
        return fonts.sans(pixels * self.text_scale, bold)

    def sans_width(self, words: str, pixels: float, bold: bool = False) -> float:
        """How wide words are in `sans`."""
        return fonts.sans_width(words, pixels * self.text_scale, bold)

    def serif(self, pixels: float, bold: bool = False) -> QFont:
        """The title font at `pixels` of the mock-ups, scaled."""
        return fonts.serif(pixels * self.text_scale, bold)

    def colour(self, token: str) -> QColor:
        """The colour of a token in the present theme."""
        return self.theme[token]

    def icon(self, name: str, token: str = "ink", size: int = 20) -> QIcon:
        """An icon for menus and fields at the present theme and scale."""
        return icon(name, self.theme, token, self.px(size))

    def duration(self, milliseconds: int) -> int:
        """How long a movement may last: 0 when motion is reduced, here or in the system's own settings."""
        return 0 if self.reduce_motion or system_reduces_motion() else milliseconds

    def border(self, pixels: float = 1.0) -> float:
        """A line width in logical pixels; thicker frames in the contrast theme."""
        return max(2.0, pixels) if self.theme.high_contrast else pixels

    @property
    def selected_border(self) -> float:
        """The width of the frame of what is selected: thicker in the contrast theme, where all frames are thick and nothing is
        tinted."""
        return 5.0 if self.theme.high_contrast else 3.0

    def is_dashed(self, able: bool) -> bool:
        """The frame of what cannot be used, in the contrast theme: nothing is paler or tinted there that could tell it."""
        return self.theme.high_contrast and not able


def _is_in_sight(part: QApplication | QWidget) -> bool:
    return not isinstance(part, QWidget) or part.isVisible()


def follows_system_contrast() -> bool:
    """True when the system runs a contrast theme of its own (Windows), which is then obeyed."""
    if QGuiApplication.platformName() != "windows":
        return False
    return system_wants_contrast()


def system_wants_contrast() -> bool:
    """True when the system is set to high contrast. False where it does not tell Qt."""
    return accessibility_hints().contrastPreference() == Qt.ContrastPreference.HighContrast


def accessibility_hints() -> QAccessibilityHints:
    """Qt's own, alive for as long as the program."""
    return _kept_hints()[1]


# WORKAROUND: the hints' Python side dies with that of the style hints they were asked from, and then they cannot be asked
# any more; so both are kept. Until PySide6 lets them live on their own (seen in 6.11.3).
@functools.cache
def _kept_hints() -> tuple[QStyleHints, QAccessibilityHints]:
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def system_reduces_motion() -> bool:
    """True when the system's animations are turned off (Windows, the only platform that tells Qt)."""
    on_windows = QGuiApplication.platformName() == "windows"
    return on_windows and not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def palette_of(theme: Theme) -> QPalette:
    """The palette of standard widgets, from the tokens."""
    palette = QPalette()
    role = QPalette.ColorRole
    for place, token in (
        (role.Window, "ground"),
        (role.WindowText, "ink"),
        (role.Base, "surface"),
        (role.AlternateBase, "well"),
        (role.Text, "ink"),
        (role.PlaceholderText, "ink2"),
        (role.Button, "surface"),
        (role.ButtonText, "ink"),
        (role.Highlight, "kuusi"),
        (role.HighlightedText, "on-kuusi"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "surface"),
        (role.Link, "jarvi"),
        (role.LinkVisited, "jarvi"),
        (role.Accent, "kuusi"),
    ):
        palette.setColor(place, theme[token])
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, theme["edge"])
    return palette


def _clamped(scale: float) -> float:
    return min(TEXT_SCALES[-1], max(TEXT_SCALES[0], scale))
