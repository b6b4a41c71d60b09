"""The style sheet on a window alone is the same to look at as one on the whole application."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

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
from fasilitaattori.kit.qss import style_sheet
from fasilitaattori.kit.theme import load_theme


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


def told(image: QImage) -> str:
    """Its size and what it is mostly painted with: which look it is in."""
    colours = Counter(image.pixelColor(x, y).name() for x in range(image.width()) for y in range(0, image.height(), 3))
    return f"{image.width()} × {image.height()}: {colours.most_common(4)}"


@pytest.fixture
def another(clean: QApplication) -> Iterator[None]:
    """As always in the program, something else is dressed as well: when nothing is, Qt forgets every sheet it has read."""
    part = QLabel("Teema")
    part.setStyleSheet(style_sheet(load_theme("paiva")))
    yield
    part.deleteLater()


@pytest.mark.usefixtures("another")
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_dressed_window_looks_as_if_the_application_were_dressed(clean: QApplication) -> None:
    alone = shown(clean, everywhere=False)
    assert clean.styleSheet() == ""
    whole = shown(clean, everywhere=True)
    assert clean.styleSheet()
    others = [name for name, image in alone.items() if image != whole[name]]
    assert {name: told(alone[name]) for name in others} == {name: told(whole[name]) for name in others}
    assert others == []
    assert len({image.size().toTuple() for image in alone.values()}) > 3


def dressed(app: QApplication) -> tuple[Look, Window]:
    look, window = Look(translator("fi"), "paiva"), Window()
    look.install(app, everywhere=False)
    look.dress(window)
    return look, window


def test_a_window_is_bare_for_a_step_while_it_is_dressed_anew(clean: QApplication) -> None:
    look, window = dressed(clean)
    told: list[str] = []
    look.changed.connect(lambda: told.append(window.styleSheet()))
    before = window.styleSheet()
    window.show()
    sheets = [window.styleSheet() for _ in look.changing(theme="ilta")]
    assert sheets[:2] == [before, ""]
    assert set(sheets[2:]) == set(told) == {style_sheet(look.theme)}
    window.deleteLater()


def test_what_is_out_of_sight_is_dressed_when_all_in_sight_is_there(clean: QApplication) -> None:
    look, hidden = dressed(clean)
    seen, new = Window(), style_sheet(load_theme("ilta"))
    look.dress(seen)
    seen.show()
    dressed_then = [(there, seen.styleSheet() == new, hidden.styleSheet() == new) for there in look.changing(theme="ilta")]
    assert {step for step in dressed_then if step[0]} == {(True, True, False), (True, True, True)}
    assert not any(out_of_sight for there, _, out_of_sight in dressed_then if not there)
    assert dressed_then[-1] == (True, True, True)
    for each in (seen, hidden):
        each.deleteLater()


@pytest.mark.parametrize("steps", range(5))
def test_a_change_may_come_in_the_middle_of_another_one(clean: QApplication, steps: int) -> None:
    look, window = dressed(clean)
    changing = look.changing(theme="ilta")
    for _ in range(steps):
        next(changing)
    look.change(theme="kontrasti", text_scale=1.5)
    other = Window()
    look.dress(other)
    for _ in changing:
        pass
    assert look.theme.name == ("kontrasti" if steps else "ilta")
    assert window.styleSheet() == other.styleSheet() == style_sheet(look.theme, 1.5)
    assert clean.font().pixelSize() == 24
    for each in (window, other):
        each.deleteLater()


def test_who_hears_of_another_language_hears_it_at_once(clean: QApplication) -> None:
    look, window = dressed(clean)
    told: list[int] = []
    for number in range(1000):
        look.changed.connect(partial(told.append, number))
    counts = [len(told) for _ in look.changing(tr=translator("sv"))]
    assert set(counts) <= {0, 1000}
    assert len(told) == 1000
    window.deleteLater()
