"""The minutes as they will be printed, beside what is written: turned, enlarged, drawn anew."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.enlarged import Enlarged
from fasilitaattori.desktop.papers.sheetview import Pictures
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.papers.minutes import NEXT
from fasilitaattori.workshop import closing
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House

Reread = Callable[[], Workshop]


def test_pages_are_turned_and_shown_large(page: WrapUpPage, qtbot: QtBot) -> None:
    turner = page.preview.turner
    assert len(turner.pages) > 1
    turner.on.click()
    assert turner.place.words() == f"2 / {len(turner.pages)}"
    QTest.keyClick(turner, Qt.Key.Key_PageUp)
    assert turner.place.words() == f"1 / {len(turner.pages)}"
    assert turner.view.sheet.accessibleName().startswith("Muistio, sivu 1 / ")
    turner.view.sheet.click()
    large = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Enlarged) and w.isVisible())
    assert len(large.findChildren(QScrollArea)) == 1  # the page alone scrolls
    assert large.height() <= page.window().height()
    QTest.keyClick(large, Qt.Key.Key_PageDown)
    assert large.place.words() == f"2 / {len(turner.pages)}"
    large.reject()


def test_the_preview_follows_the_section_that_is_written(page: WrapUpPage) -> None:
    turner = page.preview.turner
    page.choose(NEXT)
    there = int(turner.place.words().split(" / ")[0])
    assert there > 1
    turner.back.click()
    before = turner.place.words()
    assert before == f"{there - 1} / {len(turner.pages)}"
    page.preview.show_pages(Pictures(turner.pages, places={NEXT: 0}))
    assert turner.place.words() == before  # who has turned the page stays there, also when it is drawn anew
    page.choose(page.draft.sections[0].key)
    page.choose(NEXT)
    assert turner.place.words().startswith("1 / ")


def test_the_page_is_drawn_anew_after_a_change(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    before = page.preview.turner.pages[0].copy()
    page.workbench.do(closing.approve("Aino"))
    reread()
    assert page.preview.turner.pages[0] != before


@pytest.mark.log_warnings
def test_a_preview_that_fails_says_so_and_can_be_tried_again(page: WrapUpPage, qtbot: QtBot) -> None:
    page.preview.show_failed(ValueError("rikki"))
    assert page.preview.again_button.isVisible()
    page.preview.again_button.click()
    until(qtbot, lambda: bool(page.preview.turner.pages))
    assert not page.preview.again_button.isVisible()


def test_asleep_it_draws_nothing_and_awake_it_catches_up(
    page: WrapUpPage, window: MainWindow, workbench: Workbench, qtbot: QtBot, house: House, evening: str
) -> None:
    before = page.draft.sections
    workbench.go("tyopajat")
    until(qtbot, lambda: window.pages.name == "tyopajat")
    do(house, evening, closing.what_next("Kuntaan", "Kylä", "1.5."))
    until(qtbot, lambda: workbench.state.closing.has_next)
    assert page.draft.sections is before
    workbench.go("kokoa")
    until(qtbot, lambda: page.draft.sections is not before and page.draft.sections[-2].state == "ok")
