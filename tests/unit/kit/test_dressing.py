"""The style sheet on a window alone is the same to look at as one on the whole application."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from fasilitaattori.i18n import translator
from fasilitaattori.kit.look import Look


class Window(QWidget):
    """A window with what Qt paints, and what belongs to it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit("Kyläkahvila")
        self.choice = QComboBox()
        self.choice.addItems(["Kerran viikossa", "Joka päivä"])
        column = QVBoxLayout(self)
        for part in (self.field, self.choice, QPlainTextEdit("Mitä tehdään?"), QLabel("Teema")):
            column.addWidget(part)
        self.menu = QMenu(self)
        self.menu.addAction("Avaa")
        self.dialog = QDialog(self)
        QVBoxLayout(self.dialog).addWidget(QLineEdit("Nimi"))

    def pictures(self) -> dict[str, QImage]:
        self.resize(320, 300)
        self.show()
        self.choice.showPopup()
        parts: dict[str, QWidget] = {"window": self, "menu": self.menu, "dialog": self.dialog, "list": self.choice.view()}
        QToolTip.showText(QPoint(9, 9), "Kirjoita nimi", self.field)
        parts["tip"] = next(top for top in QApplication.topLevelWidgets() if top.objectName() == "qtooltip_label")
        for part in (self.menu, self.dialog):
            part.adjustSize()
        made = {name: part.grab().toImage() for name, part in parts.items()}
        self.choice.hidePopup()
        QToolTip.hideText()
        return made


@pytest.fixture
def clean(qapp: QApplication) -> Iterator[QApplication]:
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def shown(app: QApplication, everywhere: bool) -> dict[str, QImage]:
    look = Look(translator("fi"), "paiva")
    look.install(app, everywhere=everywhere)
    window = Window()
    if not everywhere:
        look.dress(window)
    look.change(theme="ilta")
    made = window.pictures()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    look.change(theme="paiva")  # what is gone is not dressed
    return made


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_dressed_window_looks_as_if_the_application_were_dressed(clean: QApplication) -> None:
    alone = shown(clean, everywhere=False)
    assert clean.styleSheet() == ""
    whole = shown(clean, everywhere=True)
    assert clean.styleSheet()
    assert [name for name, image in alone.items() if image != whole[name]] == []
    assert len({image.size().toTuple() for image in alone.values()}) > 3
