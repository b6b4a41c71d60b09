"""The library in the real window."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.library.page import LibraryPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.desktop.wrapup.views import ANSWERS
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop import answers, record, running
from fasilitaattori.workshop.info import set_info


@pytest.fixture
def page(window: MainWindow) -> LibraryPage:
    """The first page."""
    found = window.pages.page
    assert isinstance(found, LibraryPage)
    return found


def _day(ahead: int) -> str:
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011 - the facilitator's own day


def _fixes(page: LibraryPage) -> dict[str, Button]:
    return {
        button.accessibleDescription(): button for button in page.card.findChildren(Button) if button.accessibleDescription()
    }


def _sticking_out(page: LibraryPage) -> list[str]:
    """The buttons of the card that are not wholly on it."""
    return [
        button.words()
        for button in page.card.findChildren(Button)
        if button.isVisible() and button.mapTo(page.card, button.rect().topRight()).x() > page.card.width()
    ]


def _titles(page: LibraryPage) -> list[str]:
    model = page.list.rows
    return [model.row(model.index(row, 0)).title for row in range(model.rowCount())]


def _dialog(qtbot: QtBot) -> Dialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    return dialog


def test_an_empty_library_offers_two_ways_to_begin(window: MainWindow, page: LibraryPage, qtbot: QtBot) -> None:
    assert page.empty.isVisible()
    assert not page.card.isVisible()
    page.empty.example_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    assert len(window.workbench.state.plan.steps()) == 12
    assert window.windowTitle().startswith("Kyläkoulun uusi elämä")


def test_titles_are_there_before_the_log_is_open(
    house_of: Callable[..., Any], tmp_path: Path, look: Look, qtbot: QtBot
) -> None:
    first = house_of(tmp_path / "data")
    first.workshop(set_info(title="Kyläilta", date=_day(2), start="18.00"))
    first.close()
    second = house_of(tmp_path / "data", start=False)
    window = MainWindow(second.services, look)
    qtbot.addWidget(window)
    window.show()
    page = window.pages.page
    assert isinstance(page, LibraryPage)
    assert page.card.accessibleName().startswith("Seuraavaksi: Kyläilta")
    window.shut()


def test_the_checks_lead_where_they_are_mended(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    stream = house.workshop(set_info(title="Kyläilta", date=_day(2), start="18.00", end="20.00"))
    page.refresh()
    qtbot.waitUntil(lambda: len(_fixes(page)) == 6)
    _fixes(page)["Ohjelma on vielä tyhjä"].click()
    qtbot.waitUntil(lambda: window.pages.name == "menetelmat")
    assert window.workbench.open_session.stream == stream


def test_missing_ground_rules_are_put_in(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    house.evening("penkkikahvila", date=_day(2), end="20.00")
    page.refresh()
    qtbot.waitUntil(lambda: "Pelisäännöt puuttuvat" in _fixes(page))
    _fixes(page)["Pelisäännöt puuttuvat"].click()
    qtbot.waitUntil(lambda: window.workbench.session is not None and window.workbench.session.ready)
    steps = window.workbench.state.plan.steps
    qtbot.waitUntil(lambda: bool(steps()[1].settings.get("ground_rules")))
    window.workbench.go("tyopajat")
    qtbot.waitUntil(lambda: "Pelisäännöt puuttuvat" not in _fixes(page) and "QR-juliste tekemättä" in _fixes(page))


def test_rows_filters_and_search(page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    house.evening(title="Lähin", date=_day(1))
    house.evening(title="Myöhempi", date=_day(20), place="kyläkaupan piha")
    held = house.evening(title="Pidetty", date=_day(-3))
    for command in (running.start(), running.end()):
        house.door.ask(held, command).result()
    page.refresh()
    assert page.card.accessibleName().startswith("Seuraavaksi: Lähin")
    assert _titles(page) == ["Myöhempi", "Pidetty"]
    assert page.chips["held"].text() == "Pidetyt 1"
    page.chips["coming"].click()
    assert _titles(page) == ["Lähin", "Myöhempi"]
    page.chips["all"].click()
    page.search.setText("kylakaupan")
    assert _titles(page) == ["Myöhempi"]
    page.search.setText("ei mikään")
    assert page.nothing.isVisible()
    assert not page.list.isVisible()
    page.nothing.button.click()
    assert _titles(page) == ["Myöhempi", "Pidetty"]


def test_a_row_opens_where_its_work_is(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    house.evening(title="Lähin", date=_day(1))
    later = house.evening(title="Myöhempi", date=_day(20))
    page.refresh()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    assert window.workbench.open_session.stream == later


def test_the_library_is_read_when_one_comes_back_to_it(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    stream = house.evening(title="Lähin", date=_day(1))
    bench = window.workbench
    bench.open(stream, "ohjaa")
    qtbot.waitUntil(lambda: bench.session is not None)
    assert window.pages.name == "ohjaa"
    assert not page.card.isVisible()  # nobody looks at it any more
    assert window.pages.page is not page
    bench.go("tyopajat")
    assert window.pages.page is page
    assert page.card.accessibleName().startswith("Seuraavaksi: Lähin")


def test_a_workshop_opened_beside_the_library_is_in_it(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    for number, stays in enumerate(("tyopajat", "")):
        title = f"Ilta {number}"
        stream = house.evening(title=title, date=_day(1 - number))
        with qtbot.waitSignal(window.workbench.opened):
            window.workbench.open(stream, stays)
        assert page.card.accessibleName().startswith(f"Seuraavaksi: {title}")


def test_a_click_on_the_dots_asks_for_the_menu(page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    house.evening(title="Lähin", date=_day(1))
    later = house.evening(title="Myöhempi", date=_day(20))
    page.refresh()
    asked: list[str] = []
    page.list.menu_requested.disconnect(page.open_menu)
    page.list.menu_requested.connect(lambda stream, _: asked.append(stream))
    row = page.list.visualRect(page.list.rows.index(0, 0))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=page.list.menu_rect(row).center().toPoint())
    assert asked == [later]


def test_deleting_asks_and_is_for_good(
    window: MainWindow, page: LibraryPage, house: Any, told: list[Notice], qtbot: QtBot
) -> None:
    stream = house.evening(title="Turha", date=_day(1))
    page.refresh()
    row = house.services.summaries()[0]
    menu = page.menu_of(row)
    act = next(action for action in menu.actions() if action.text() == "Poista…")
    act.trigger()
    dialog = _dialog(qtbot)
    qtbot.waitUntil(dialog.safe_button.hasFocus)
    dialog.safe_button.click()
    assert house.services.summaries()
    act.trigger()
    _dialog(qtbot).act_button.click()
    qtbot.waitUntil(page.empty.isVisible)
    assert house.services.summaries() == []
    assert house.door.replica(stream).events == []
    assert told[-1].words == "Työpaja on poistettu"


def test_a_copy_is_opened_for_a_new_name(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    house.evening(title="Alkuperäinen", date=_day(1))
    page.refresh()
    menu = page.menu_of(house.services.summaries()[0])
    next(action for action in menu.actions() if action.text() == "Kopioi uuden pohjaksi").trigger()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    assert len(house.services.summaries()) == 2


def test_a_new_workshop_asks_for_its_heading(window: MainWindow, page: LibraryPage, qtbot: QtBot) -> None:
    page.new_button.click()
    dialog = _dialog(qtbot)
    dialog.act_button.click()
    assert dialog.isVisible()  # no name yet, said under the field
    QTest.keyClicks(dialog.findChildren(LineEntry)[0], "Piha-ilta")
    dialog.act_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "suunnittele")
    info = window.workbench.state.info
    assert (info.title, info.start, info.end, info.language) == ("Piha-ilta", "18:00", "20:00", "fi")
    assert info.date == _day(7)


def test_practising_is_a_copy_that_is_thrown_away(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    original = house.evening(title="Kyläilta", date=_day(1))
    page.refresh()
    qtbot.waitUntil(lambda: bool(_fixes(page)))
    page.card.rehearsal_button.click()
    bench = window.workbench
    qtbot.waitUntil(lambda: bench.rehearsing)
    assert bench.is_rehearsal
    assert bench.state.info.title == "Harjoitus: Kyläilta"
    copy = bench.open_session.stream
    assert house.rehearsed == [copy]
    assert copy != original
    bench.go("tyopajat")
    assert window.pages.page is page
    assert page.stop_button.isVisible()
    page.stop_button.click()
    qtbot.waitUntil(lambda: [row.stream for row in house.services.summaries()] == [original])
    assert house.rehearsed == []
    assert house.room is None
    assert not page.stop_button.isVisible()
    qtbot.waitUntil(lambda: bool(window.toasts.shown()))
    toast = window.toasts.shown()[-1]
    assert toast.label.words().startswith("Harjoitus päättyi, ja sen tiedot on poistettu.")
    assert toast.button is not None
    toast.button.click()
    qtbot.waitUntil(lambda: bench.rehearsing)
    assert bench.open_session.stream not in (copy, original)
    bench.close_workshop()  # by itself: nothing is told
    qtbot.waitUntil(lambda: [row.stream for row in house.services.summaries()] == [original])
    assert not window.toasts.shown()
    bench.go("tyopajat")
    page.card.rehearsal_button.click()  # the page has been on show all the time, and knows whose card it shows
    qtbot.waitUntil(lambda: bench.rehearsing)
    assert bench.state.info.title == "Harjoitus: Kyläilta"


def test_everything_fits_at_every_text_size(window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot) -> None:
    house.evening("kylailta", date=_day(1), place="Kuikkaperän kylätalo")
    house.evening(title="Myöhempi", date=_day(20))
    page.refresh()
    qtbot.waitUntil(lambda: len(_fixes(page)) > 0)
    window.resize(1280, 650)
    for size in (100, 150, 200):
        house.settings.text_size = size
        window.pages.settle()
        qtbot.waitUntil(lambda: page.card.width() <= page.width())
        qtbot.waitUntil(lambda: _sticking_out(page) == [])


def test_an_evening_of_another_day_is_not_begun_by_mistake(
    window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot
) -> None:
    house.evening(date=_day(7))
    page.refresh()
    page.card.live_button.click()
    dialog = _dialog(qtbot)
    assert dialog.heading.words() == "Aloitetaanko oikea ilta jo nyt?"
    assert "siihen on vielä 7 päivää" in dialog.sentence.words()
    assert dialog.focusWidget() is dialog.safe_button
    dialog.safe_button.click()
    assert window.workbench.session is None
    page.card.live_button.click()
    _dialog(qtbot).act_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "ohjaa")


def test_before_its_day_an_evening_can_be_practised_instead(
    window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot
) -> None:
    stream = house.evening(date=_day(7))
    page.refresh()
    page.card.live_button.click()
    next(button for button in _dialog(qtbot).findChildren(Button) if button.text() == "Harjoittele").click()
    qtbot.waitUntil(lambda: window.workbench.is_rehearsal and window.pages.name == "ohjaa")
    assert window.workbench.open_session.stream != stream


def test_on_its_day_an_evening_begins_without_a_question(
    window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot
) -> None:
    house.evening(date=_day(0))
    page.refresh()
    page.card.live_button.click()
    qtbot.waitUntil(lambda: window.pages.name == "ohjaa")
    assert QApplication.activeModalWidget() is None


def test_late_promises_stand_in_the_row_and_lead_to_what_was_done(
    window: MainWindow, page: LibraryPage, house: Any, qtbot: QtBot
) -> None:
    assert not page.chips["late"].isVisible()
    kept = house.evening("kylailta", title="Pidetty ilta", date=_day(-30))
    late = house.evening("kylailta", title="Luvattu ilta", date=_day(-30))
    overdue = (date.today() - timedelta(days=3)).isoformat()  # noqa: DTZ011 - the facilitator's own day
    for stream in (kept, late):
        for command in (running.start(), record.act("Kysytään kunnalta", "Kunta", overdue), running.end()):
            house.door.ask(stream, command).result()
    of = house.door.replica(kept).state.record.entries[0].id
    house.door.ask(kept, answers.answer(of, answers.DONE)).result()
    page.refresh()
    page._show_all()
    model = page.list.rows
    rows = {model.row(model.index(row, 0)).title: model.index(row, 0).data() for row in range(model.rowCount())}
    assert "1 lupaus myöhässä" in rows["Luvattu ilta"]
    assert "myöhässä" not in rows["Pidetty ilta"]
    assert page.chips["late"].isVisible()
    page.chips["late"].click()
    assert _titles(page) == ["Luvattu ilta"]
    page._open_row(late)
    qtbot.waitUntil(lambda: window.pages.name == "kokoa")
    shown = window.pages.page
    assert isinstance(shown, WrapUpPage)
    assert shown.views.view == ANSWERS
    view = shown.views.answers
    assert view is not None
    qtbot.waitUntil(lambda: view.list.model_of.rowCount() > 0)
    assert view.list.model_of.lines()[0].late
