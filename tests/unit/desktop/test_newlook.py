"""Another theme and another language come in steps that nobody sees: what is in sight is as it was, and then new. A new theme
is painted from left to right, a language all at once."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.appearance import make_look
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.pagemaking import PageMaking
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.qss import style_sheet
from fasilitaattori.workshop import running
from tests.unit.desktop.seeing import Frames, assert_from_left_to_right, on_screen, quiet

OpenAt = Callable[[str, str], Any]
TURNS = [0, 1, 3, 4, 6, 9, 14]
"""So many turns of the event loop after one change comes the next one."""


@pytest.fixture
def look(house: Any, qapp: QApplication) -> Look:
    """As in the program: the parts of windows are dressed, and the application is not."""
    made = make_look(house.settings)
    made.install(qapp, everywhere=False)
    return made


@pytest.fixture
def plan(window: MainWindow, look: Look, house: Any, open_at: OpenAt, qtbot: QtBot) -> Page:
    """A plan on show, when nothing happens any more."""
    page: Page = open_at(house.evening(), "suunnittele")
    quiet(window, qtbot)
    return page


@pytest.fixture
def asked(window: MainWindow, plan: Page, qtbot: QtBot) -> Iterator[Dialog]:
    """A dialog in front of the window."""
    made = Dialog(window.look, "Poistetaanko vaihe?", "Sen voi palauttaa.", act="Poista", parent=window)
    made.open()
    qtbot.waitExposed(made)
    quiet(window, qtbot)
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("theme", ["ilta", "kontrasti"])
def test_another_theme_is_seen_at_once(window: MainWindow, house: Any, asked: Dialog, qtbot: QtBot, theme: str) -> None:
    with Frames(window, asked) as frames:
        house.settings.theme = theme
        quiet(window, qtbot)
        qtbot.waitUntil(lambda: len(frames.seen[asked]) > 1)
    assert frames.turns > 5, "the window did not stand still"
    assert len(frames.seen[asked]) == 2
    assert_from_left_to_right(window, frames.seen[window])
    fresh = Dialog(window.look, "Poistetaanko vaihe?", "Sen voi palauttaa.", act="Poista", parent=window)
    asked.close()
    fresh.open()
    qtbot.waitExposed(fresh)
    qtbot.waitUntil(lambda: on_screen(fresh) == frames.seen[asked][-1])
    fresh.close()


@pytest.mark.qt_log_ignore("raise|grabbing the keyboard", extend=True)
def test_everything_that_qt_paints_is_on_a_dressed_part(window: MainWindow, house: Any, plan: Page, qtbot: QtBot) -> None:
    """What is around the parts is bare, and so would be a field, a list or a bar there."""
    stream = window.workbench.open_session.stream
    for command in (running.open_room(), running.start()):
        house.door.ask(stream, command).result()
    for name in PAGES:
        window.pages.go(name)
        assert window.pages.page is not None
    window.workbench.ask("Poistetaanko?", "", "Poista", print)
    window.help.show_keys()
    quiet(window, qtbot)
    live: Any = window.pages.made("ohjaa")
    live.head.times.click()
    painted = [part for part in window.findChildren(QWidget) if isinstance(part, QT_PAINTS)]
    assert len(painted) > 300
    assert {kind for part in painted for kind in (QDialog, QMenu) if isinstance(part, kind)} == {QDialog, QMenu}
    assert [part for part in painted if not _is_dressed(part) and not _never_shows(part)] == []


_LISTS_AND_FIELDS = QAbstractItemView | QAbstractSpinBox | QComboBox | QLineEdit | QPlainTextEdit | QTextEdit
QT_PAINTS = _LISTS_AND_FIELDS | QDialog | QLabel | QMenu | QScrollBar


def _is_dressed(part: QWidget | None) -> bool:
    while part is not None and not part.styleSheet():
        part = part.parentWidget()
    return part is not None


def _never_shows(part: QWidget) -> bool:
    """The bar along the foot of what scrolls up and down only."""
    holder = part.parentWidget()
    area = holder.parentWidget() if holder is not None else None
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return isinstance(area, QScrollArea) and part is area.horizontalScrollBar() and area.horizontalScrollBarPolicy() == off


@pytest.mark.parametrize("steps", [2, 4, 8])
@pytest.mark.parametrize("name", ["tulosteet", "asetukset", "paperilta"])
def test_another_theme_may_come_while_a_page_is_made(
    window: MainWindow, plan: Page, qtbot: QtBot, name: str, steps: int
) -> None:
    making = PageMaking(window.workbench, window.pages)
    rest = making.rest_of(name)
    assert len(list(islice(rest, steps))) == steps
    window.look.change(theme="ilta")
    assert list(rest)

    def shown(page: Page) -> QImage:
        page.show()
        page.shown()
        qtbot.waitUntil(lambda: not window.workbench.services.background.is_busy())
        picture = page.grab().toImage()
        page.hide()
        return picture

    anew = PageMaking(window.workbench, window.pages)
    assert list(anew.rest_of(name))
    assert shown(making.made[name]) == shown(anew.made[name])


@pytest.mark.parametrize("sizes", [(200,), (200, 115), (200, 100, 200), (150, 100)], ids=str)
def test_pages_out_of_sight_share_their_room_anew_in_another_text_size(
    window: MainWindow, house: Any, plan: Page, qtbot: QtBot, sizes: tuple[int, ...]
) -> None:
    def seen(name: str) -> QImage:
        window.pages.go(name)
        quiet(window, qtbot)
        return on_screen(window)

    def shares() -> tuple[bool, int]:
        methods: Any = window.pages.made("menetelmat")
        return methods.filters.isHidden(), methods.detail.width()

    window.resize(1280, 720)
    for name in ("menetelmat", "asetukset"):
        seen(name)
    window.pages.go("suunnittele")
    for size in sizes:
        house.settings.text_size = size
        quiet(window, qtbot)
    settings, _, methods = seen("asetukset"), seen("menetelmat"), shares()
    window.pages.rebuild()
    quiet(window, qtbot)
    assert methods == shares()
    assert settings == seen("asetukset")


def test_a_stepper_gets_another_text_size(look: Look, qtbot: QtBot) -> None:
    stepper = Stepper(look, 12, 1, 40)
    look.dress(stepper)
    qtbot.addWidget(stepper)
    stepper.show()
    for scale in (2.0, 1.5, 1.0):
        look.change(text_scale=scale)
        assert {part.font().pixelSize() for part in stepper.findChildren(QLineEdit)} == {round(16 * scale)}


def test_another_language_is_seen_at_once(window: MainWindow, house: Any, plan: Page, qtbot: QtBot) -> None:
    told = []
    plan.destroyed.connect(lambda: told.append("gone"))
    window.look.changed.connect(lambda: told.append("changed"))
    with Frames(window) as frames:
        house.settings.language = "sv"
        quiet(window, qtbot)
    assert frames.turns > 5, "the window did not stand still"
    assert len(frames.seen[window]) == 2
    assert window.pages.currentWidget() is window.pages.made("suunnittele") is not None
    assert told[0] == "gone", "what is thrown away is not told"


def test_a_tip_under_the_pointer_gets_another_theme(window: MainWindow, house: Any, plan: Page, qtbot: QtBot) -> None:
    def tip() -> QImage:
        QToolTip.showText(QPoint(9, 9), "Lisää vaihe", plan, QRect(), 600_000)
        shown = next(top for top in QApplication.topLevelWidgets() if top.objectName() == "qtooltip_label")
        qtbot.waitExposed(shown)
        house.settings.theme = "ilta"
        quiet(window, qtbot)
        picture = shown.grab().toImage()
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
        return picture

    meanwhile = tip()
    assert tip() == meanwhile  # shown when all was in that theme


@pytest.mark.parametrize("turns", TURNS)
@pytest.mark.parametrize("then", [{"theme": "kontrasti"}, {"theme": "paiva"}, {"text_size": 115}, {"language": "sv"}], ids=str)
def test_the_theme_may_be_followed_by_another_look(
    window: MainWindow, house: Any, plan: Page, qtbot: QtBot, turns: int, then: dict[str, Any]
) -> None:
    house.settings.theme = "ilta"
    for _ in range(turns):
        qtbot.wait(0)
    house.settings.change(**then)
    _is_whole(window, house, qtbot)


@pytest.mark.parametrize("turns", TURNS)
@pytest.mark.parametrize("then", [{"language": "en"}, {"language": "fi"}, {"theme": "ilta"}, {"text_size": 115}], ids=str)
def test_the_language_may_be_followed_by_another_look(
    window: MainWindow, house: Any, plan: Page, qtbot: QtBot, turns: int, then: dict[str, Any]
) -> None:
    house.settings.language = "sv"
    for _ in range(turns):
        qtbot.wait(0)
    with Frames(window) as frames:
        house.settings.change(**then)
        _is_whole(window, house, qtbot)
    if "language" in then:
        assert len(frames.seen[window]) <= 3, "at most the language between them was seen too"


def _is_whole(window: MainWindow, house: Any, qtbot: QtBot) -> None:
    """Everything is as the settings say, as if it had never been anything else."""
    quiet(window, qtbot)
    settings, look = house.settings, window.look
    assert (look.theme.name, look.tr.language, look.text_scale) == (
        settings.theme,
        settings.language,
        settings.text_size / 100,
    )
    assert {part.styleSheet() for part in window.findChildren(QWidget)} == {"", style_sheet(look.theme, look.text_scale)}
    page = window.pages.made("suunnittele")
    assert page is not None
    assert page is window.pages.currentWidget()
    field = page.findChild(QLineEdit)
    assert field is not None
    assert field.palette().color(QPalette.ColorRole.Text) == look.theme["ink"]
    seen = on_screen(window)
    look.changed.emit()
    window.pages.rebuild()
    quiet(window, qtbot)
    assert on_screen(window) == seen


def test_a_key_brings_the_new_language_at_once(window: MainWindow, house: Any, plan: Page, qtbot: QtBot) -> None:
    house.settings.language = "sv"
    qtbot.waitUntil(lambda: window.look.tr.language == "sv")
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert window.pages.currentWidget() is window.pages.made("suunnittele") is not None
    assert window.updatesEnabled()


def test_a_page_that_cannot_be_made_does_not_keep_the_window_still(
    window: MainWindow, house: Any, plan: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(page: Page) -> Iterator[None]:
        yield
        raise OSError("no page")

    monkeypatch.setattr(type(plan), "build", broken)
    with qtbot.captureExceptions() as caught:
        house.settings.language = "sv"
        qtbot.waitUntil(lambda: bool(caught))
        qtbot.waitUntil(lambda: not window.pages.busy)
    assert [str(error) for _, error, _ in caught] == ["no page"]
    assert window.updatesEnabled()
    monkeypatch.undo()
    house.settings.language = "fi"
    _is_whole(window, house, qtbot)


@pytest.mark.parametrize("turns", range(4))
def test_the_workshop_may_close_before_its_half_typed_page_is_made_anew(
    window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot, turns: int
) -> None:
    stream = house.evening()
    for command in (running.open_room(), running.start()):
        house.door.ask(stream, command).result()
    page = open_at(stream, "ohjaa")
    page.work.record.field.setPlainText("Sauna lämpiää")
    window.pages.go("asetukset")
    settings = window.pages.page
    house.settings.language = "sv"
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.made("asetukset") is not settings)
    for _ in range(turns):
        qtbot.wait(0)
    window.workbench.close_workshop()
    quiet(window, qtbot)
    assert window.pages.made("ohjaa") is None
    assert window.pages.currentWidget() is window.pages.made("asetukset")
    assert window.updatesEnabled()
