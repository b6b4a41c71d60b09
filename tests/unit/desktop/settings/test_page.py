"""The page as a whole: sections, language, and nothing clipped in any language, size or theme."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.desktop.settings.languagepanels import LanguagePanel
from fasilitaattori.desktop.settings.page import SECTIONS, SettingsPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.labels import Label
from shots.evening import let_work
from tests.inspecting import OwnWords, faults
from tests.unit.desktop.conftest import House
from tests.unit.desktop.settings.conftest import Open, panel_of


def squeezed(page: SettingsPage) -> list[str]:
    """What is narrower or lower than it can be, sticks out of what holds it, or is shortened."""
    found = []
    for widget in page.findChildren(QWidget):
        parent = widget.parentWidget()
        if parent is None or not widget.isVisible() or type(widget).__module__.startswith("PySide6"):
            continue
        words = widget.text() if isinstance(widget, QAbstractButton | Label) else type(widget).__name__
        if not isinstance(parent.parentWidget(), QAbstractScrollArea) and not parent.rect().contains(widget.geometry()):
            found.append(f"{words}: {widget.geometry().getRect()} outside {parent.rect().getRect()}")
        if widget.layout() is None and not isinstance(widget, QAbstractScrollArea):
            least = widget.minimumSizeHint()
            high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else least.height()
            wide, high = widget.minimumWidth() or least.width(), widget.minimumHeight() or high  # the style sheet may say so
            if widget.width() < wide or widget.height() < high:
                found.append(f"{words}: {widget.size().toTuple()} under {wide, high}")
        if isinstance(widget, Label) and widget.toolTip() == widget.text() != "":
            found.append(f"shortened: {words}")
    return found


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(("width", "height", "text"), [(1366, 768, 100), (1280, 650, 115), (1280, 650, 200)])
def test_nothing_is_clipped(
    open_section: Open, house: House, window: MainWindow, qtbot: QtBot, language: str, width: int, height: int, text: int
) -> None:
    house.settings.change(language=language, text_size=text, theme="kontrasti", port=9000)
    window.resize(width, height)
    for section in SECTIONS:
        page = open_section(section)

        def fits(page: SettingsPage = page) -> None:
            QApplication.processEvents()
            assert squeezed(page) == []
            first, second = (panel.mapTo(page, QPoint(0, 0)) for panel in page.panels)
            assert text > 100 or first.y() == second.y()

        qtbot.waitUntil(fits)


def test_every_section_fits_without_scrolling_on_the_usual_screen(open_section: Open, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 768)
    for section in [each for each in SECTIONS if each != "about"]:
        page = open_section(section)
        areas = [area for area in page.findChildren(Scrolled) if area.isVisible()]
        qtbot.waitUntil(lambda areas=areas: all(area.verticalScrollBar().maximum() == 0 for area in areas))  # type: ignore[misc]


def test_everything_that_takes_the_focus_has_a_name(open_section: Open) -> None:
    for section in SECTIONS:
        page = open_section(section)
        for widget in page.findChildren(QWidget):
            inner = isinstance(widget.parentWidget(), QSpinBox)  # the box has the name
            if widget.isVisible() and not inner and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, widget


def test_arrow_keys_walk_the_sections(open_section: Open) -> None:
    page = open_section("view")
    page.sections.button("view").setFocus()
    QTest.keyClick(page.sections.button("view"), Qt.Key.Key_Down)
    assert page.section == "screen"
    assert page.sections.button("screen").isChecked()


def test_another_language_makes_the_page_anew_at_the_same_place(
    open_section: Open, window: MainWindow, house: House, qtbot: QtBot
) -> None:
    page = open_section("language")
    panel = panel_of(page, LanguagePanel)
    window.activateWindow()
    panel.buttons["sv"].click()
    new = window.pages.page
    assert isinstance(new, SettingsPage)
    assert new is not page
    assert (new.section, new.look.tr.language, house.settings.language) == ("language", "sv", "sv")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is panel_of(new, LanguagePanel).buttons["sv"])
    house.settings.theme = "ilta"  # the page that is gone hears nothing of it
    window.workbench.go("tyopajat")
    window.workbench.go("asetukset")
    assert new.section == "language"


def test_a_narrow_window_shows_the_sections_as_icons_with_their_names(
    open_section: Open, window: MainWindow, qtbot: QtBot
) -> None:
    page = open_section("view")
    window.resize(700, 600)
    qtbot.waitUntil(lambda: page.sections.is_narrow)
    assert page.sections.button("about").toolTip() == "Tietoja"
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: not page.sections.is_narrow)
    assert page.sections.button("about").toolTip() == ""
    assert QRect(page.rect()).contains(page.sections.geometry())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_nothing_is_out_of_sight_in_a_small_window_with_large_text(window: MainWindow, house: House, language: str) -> None:
    house.settings.change(language=language, text_size=200)
    window.resize(1024, 768)
    window.workbench.go("asetukset")
    page = window.pages.page
    assert isinstance(page, SettingsPage)
    unseen = {}
    for key in SECTIONS:
        page.show_section(key)
        let_work(100)
        unseen[key] = [fault for fault in faults(window, OwnWords(language)) if "never seen" in fault]
    assert not any(unseen.values()), unseen
