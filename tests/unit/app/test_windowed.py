"""The application as a whole: what Qt itself says is in the desk's language too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.i18n import LANGUAGES

WORDS = {
    "fi": ("Peru", "&Kumoa", "Valitse kaikki"),
    "sv": ("Avbryt", "&Ångra", "Markera alla"),
    "en": ("Cancel", "&Undo", "Select All"),
}


@pytest.fixture
def whole(qapp: QApplication, tmp_path: Path) -> Iterator[Windowed]:
    palette, font = qapp.palette(), qapp.font()
    made = Windowed(Program(tmp_path))
    yield made
    made.close()
    made.window.deleteLater()  # whole, before Python takes it apart piece by piece
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_qt_brings_its_words_along() -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for language in LANGUAGES:
        assert (folder / f"qtbase_{language}.qm").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_qts_own_dialogs_and_menus_speak_the_desks_language(whole: Windowed, language: str) -> None:
    whole.program.settings.language = "sv" if language == "fi" else "fi"
    whole.program.settings.language = language
    cancel, undo, select_all = WORDS[language]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel, language
    line = QLineEdit("Kuikkaperä")
    menu: QMenu = line.createStandardContextMenu()
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert undo in words
    assert select_all in words
    menu.deleteLater()
    line.deleteLater()
    assert QLocale().language() == QLocale(language).language()
