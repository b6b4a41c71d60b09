"""Qt's own dialogs leave no word of theirs in another language than the desk's."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QComboBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QTreeView,
    QWidget,
)

from fasilitaattori.i18n import translator
from fasilitaattori.kit.qtwords import QtWords


def _message() -> QDialog:
    every = QMessageBox.StandardButton
    box = QMessageBox()
    box.setStandardButtons(
        every.Ok | every.Cancel | every.Save | every.Discard | every.Yes | every.No | every.Close | every.Help
    )
    return box


def _file(mode: QFileDialog.FileMode, act: QFileDialog.AcceptMode) -> QDialog:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(act)
    dialog.setFileMode(mode)
    return dialog


def _print() -> QDialog:
    return QPrintDialog(QPrinter())


def _colour() -> QDialog:
    return QColorDialog()


DIALOGS: dict[str, Callable[[], QDialog]] = {
    "message": _message,
    "open": lambda: _file(QFileDialog.FileMode.ExistingFile, QFileDialog.AcceptMode.AcceptOpen),
    "save": lambda: _file(QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave),
    "folder": lambda: _file(QFileDialog.FileMode.Directory, QFileDialog.AcceptMode.AcceptOpen),
    "print": _print,
    "colour": _colour,
}


def words_in(dialog: QWidget) -> set[str]:
    """Everything that stands in it or is told by it."""
    found: set[str] = {dialog.windowTitle()}
    for widget in dialog.findChildren(QWidget):
        found |= {widget.toolTip(), widget.accessibleName(), widget.windowTitle()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        elif isinstance(widget, QGroupBox):
            found.add(widget.title())
        elif isinstance(widget, QComboBox):
            found |= {widget.itemText(place) for place in range(widget.count())}
        elif isinstance(widget, QTabBar):
            found |= {widget.tabText(place) for place in range(widget.count())}
        elif isinstance(widget, QTreeView) and (model := widget.model()) is not None:
            found |= {str(model.headerData(place, widget.header().orientation()) or "") for place in range(model.columnCount())}
    return {words.replace("&", "") for words in found if any(char.isalpha() for char in words) and "/" not in words}


SAME = {"Text", "HTML", "OK", "Alt", "Status", "Format", "Portrait", "HTML:"}
"""Words that a language writes as English does; and names."""


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    put: list[QtWords] = []

    def speak(language: str) -> None:
        words = QtWords(translator(language))
        assert words.known
        qapp.installTranslator(words)
        put.append(words)

    yield speak
    for words in put:
        qapp.removeTranslator(words)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_of_qt_is_translated_to_the_last_word(
    qapp: QApplication, speaking: Callable[[str], None], language: str, name: str
) -> None:
    english = DIALOGS[name]()
    before = words_in(english)
    english.deleteLater()
    speaking(language)
    translated = DIALOGS[name]()
    left = words_in(translated) & before - SAME
    translated.deleteLater()
    assert not left


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_menu_of_a_field_is_translated(qapp: QApplication, speaking: Callable[[str], None], language: str) -> None:
    def entries() -> set[str]:
        fields = (QLineEdit("x"), QPlainTextEdit("x"))
        return {
            a.text().partition("\t")[0] for field in fields for a in field.createStandardContextMenu().actions() if a.text()
        }

    english = entries()
    speaking(language)
    assert not entries() & english
