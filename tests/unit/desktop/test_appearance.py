"""Light, dark and contrast, as chosen or as the system has them, changed while the program runs."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop import appearance
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit import look as looks


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets what the system asks for, and lets Qt tell it as it does."""

    def ask(*, dark: bool = False, contrast: bool = False) -> None:
        monkeypatch.setattr(appearance, "system_is_dark", lambda: dark)
        monkeypatch.setattr(appearance, "system_wants_contrast", lambda: contrast)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.emit(hints.colorScheme())

    return ask


def _tell_of_contrast() -> None:
    looks.accessibility_hints().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


def now(window: MainWindow) -> str:
    """The theme that is asked for, once it is there."""
    window.pages.settle()
    return window.look.theme.name


def test_the_system_is_followed_while_the_program_runs(window: MainWindow, house: Any, system: Any) -> None:
    system(dark=True)
    assert now(window) == "paiva"  # chosen
    house.settings.theme = "jarjestelma"
    assert now(window) == "ilta"
    system()
    assert now(window) == "paiva"
    system(dark=True, contrast=True)
    assert now(window) == "kontrasti"
    house.settings.theme = "ilta"
    assert now(window) == "ilta"


def test_qt_tells_of_contrast_too(window: MainWindow, house: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    house.settings.theme = "jarjestelma"
    monkeypatch.setattr(appearance, "system_wants_contrast", lambda: True)
    _tell_of_contrast()
    assert now(window) == "kontrasti"


def test_a_contrast_theme_of_windows_wins_over_the_chosen_one(
    window: MainWindow, house: Any, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "follows_system_contrast", lambda: True)
    _tell_of_contrast()
    assert now(window) == "jarjestelma"
    own = window.look.theme
    assert own.high_contrast
    house.settings.theme = "ilta"
    assert now(window) == "jarjestelma"
    assert own["surface"] == QColor(qapp.palette().color(QPalette.ColorRole.Base))
    monkeypatch.setattr(looks, "follows_system_contrast", lambda: False)
    _tell_of_contrast()
    assert now(window) == "ilta"


def test_a_new_user_is_given_what_the_system_asks_for(house: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert house.settings.is_new
    monkeypatch.setattr(appearance, "system_wants_contrast", lambda: True)
    appearance.dress_for_the_first_time(house.settings)
    assert house.settings.theme == "jarjestelma"
    assert appearance.theme_of(house.settings) == "kontrasti"
