"""From the settings to how the desk looks and sounds: one place that knows which choice becomes what."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLocale, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from fasilitaattori.i18n import language_for, translator
from fasilitaattori.kit.look import Look, accessibility_hints, system_wants_contrast
from fasilitaattori.kit.sounds import Sounds
from fasilitaattori.settings import Settings

BY_SYSTEM = "jarjestelma"
LOOKS = ("theme", "text_size", "reduce_motion", "show_keys", "language")
CUE_SETTINGS = {
    "knock": "sound_five_minutes",
    "two-knocks": "sound_one_minute",
    "kantele": "sound_time_up",
    "click": "sound_speaking_time",
}
"""Cue -> the setting that turns it on."""


def make_look(settings: Settings) -> Look:
    """The desk's look as the settings say."""
    return Look(
        translator(settings.language),
        theme_of(settings),
        settings.text_size / 100,
        settings.reduce_motion,
        settings.show_keys,
    )


def theme_of(settings: Settings) -> str:
    """The chosen theme; by the system means Kontrasti where the system asks for contrast, Ilta where it is dark, else Päivä."""
    if settings.theme != BY_SYSTEM:
        return settings.theme
    if system_wants_contrast():
        return "kontrasti"
    return "ilta" if system_is_dark() else "paiva"


def system_is_dark() -> bool:
    """Is the system's own colour scheme a dark one? False where it does not tell."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def dress_for_the_first_time(settings: Settings) -> None:
    """What a new user's system asks for: its language, and contrast if it is set to that."""
    first: dict[str, object] = {"language": language_for(QLocale.system().uiLanguages())}
    if system_wants_contrast():
        first["theme"] = BY_SYSTEM
    settings.change(**first)


class Appearance(QObject):
    """Keeps the look and the sounds as the settings say while the program runs. `redress` takes the steps of another theme,
    `speak` those of another language."""

    def __init__(
        self,
        settings: Settings,
        look: Look,
        sounds: Sounds,
        parent: QObject | None = None,
        redress: Callable[[Iterator[bool]], object] = list,
        speak: Callable[[Iterator[object]], object] = list,
    ) -> None:
        super().__init__(parent)
        self._settings, self._look, self._sounds = settings, look, sounds
        self._redress, self._speak = redress, speak
        self._stop = settings.watch(self._setting_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        accessibility_hints().contrastPreferenceChanged.connect(self._system_changed)
        self._mix()

    def close(self) -> None:
        """Stop following the settings. May be called again."""
        self._stop()

    def _setting_changed(self, name: str) -> None:
        if name in LOOKS:
            self._dress(name)
        elif name.startswith("sound_"):
            self._mix()

    def _dress(self, name: str) -> None:
        settings = self._settings
        match name:
            case "theme":
                self._redress(self._look.changing(theme=theme_of(settings)))
            case "text_size":
                self._look.change(text_scale=settings.text_size / 100)
            case "reduce_motion":
                self._look.change(reduce_motion=settings.reduce_motion)
            case "show_keys":
                self._look.change(show_keys=settings.show_keys)
            case "language":
                self._speak(self._look.changing(tr=translator(settings.language)))

    @Slot()
    def _system_changed(self) -> None:
        """Whatever is chosen: a contrast theme of Windows wins over it, and leaves it in force when it goes."""
        self._dress("theme")

    def _mix(self) -> None:
        volume = self._settings.sound_volume / 100
        for cue, setting in CUE_SETTINGS.items():
            self._sounds.set_volume(cue, volume if getattr(self._settings, setting) else 0.0)
