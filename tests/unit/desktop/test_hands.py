"""Whoever reaches for a window is heard, and no longer than asked for."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.hands import Hands


def test_a_key_is_heard_while_the_window_is_watched(qtbot: QtBot) -> None:
    window, owner = QWidget(), QObject()
    qtbot.addWidget(window)
    window.show()
    hands, reached = Hands(owner), []
    hands.reached.connect(lambda: reached.append(True))
    hands.watch(window.windowHandle())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert len(reached) == 1
    hands.watch(None)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert len(reached) == 1


def test_pyside_may_have_lost_sight_of_the_window(qtbot: QtBot) -> None:
    """It takes a window for a child of whoever last told of it, and for gone when that is gone."""
    window, owner = QWidget(), QObject()
    qtbot.addWidget(window)
    window.show()
    hands = Hands(owner)
    hands.watch(window.windowHandle())
    dialog = QDialog(window)
    dialog.open()
    dialog.windowHandle().transientParent()
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    hands.watch(window.windowHandle())
    hands.watch(None)
