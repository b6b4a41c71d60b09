"""The application as a whole: what Qt itself says is in the desk's language too."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import SWITCH_SECONDS, Windowed
from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.methods import library
from fasilitaattori.methods.library import Library

WORDS = {
    "fi": ("Peru", "&Kumoa", "Valitse kaikki"),
    "sv": ("Avbryt", "&Ångra", "Markera alla"),
    "en": ("Cancel", "&Undo", "Select All"),
}


@pytest.fixture
def whole(qapp: QApplication, tmp_path: Path) -> Iterator[Windowed]:
    palette, font, often = qapp.palette(), qapp.font(), sys.getswitchinterval()
    made = Windowed(Program(tmp_path))
    yield made
    made.close()
    assert sys.getswitchinterval() == often
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


def test_threads_take_short_turns_while_the_window_is_open(whole: Windowed) -> None:
    assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)


def test_the_methods_are_read_beside_the_window(whole: Windowed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    read, readers = library.load_library, list[threading.Thread]()

    def noting(*args: Any) -> Library:
        readers.append(threading.current_thread())
        return read(*args)

    monkeypatch.setattr(library, "load_library", noting)
    with qtbot.waitSignal(whole.warming.done, timeout=60_000):
        whole.warming.start()
    qtbot.waitUntil(lambda: not whole.background.is_busy())
    assert whole.services.methods() is whole.services.methods()
    assert len(readers) == 1
    assert readers[0] is not threading.main_thread()
