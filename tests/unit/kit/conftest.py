"""A look for the parts under test, and a window to put them in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look

Show = Callable[..., QWidget]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """Päivä at 100 %, in Finnish."""
    return Look(translator("fi"))


@pytest.fixture
def dressed(qapp: QApplication, look: Look) -> Iterator[Look]:
    """The same look, given to the whole application for the time of the test."""
    palette, font = qapp.palette(), qapp.font()
    look.install(qapp)
    yield look
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Shows widgets one under the other in a window of a given width, and gives the window."""
    windows: list[QWidget] = []  # a window nobody holds is gone at Python's next collection

    def show(*widgets: QWidget, width: int = 600) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, 400)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
