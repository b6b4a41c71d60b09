"""The papers on their cards: what can be made is shown as it is, what cannot says why; saved together, warned of in time."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.kinds import (
    BALLOTS,
    CARDS,
    DOTS,
    MINUTES,
    POSTER,
    PROGRAMME,
    RULES,
    SIGN_IN,
    SIGNS,
    SURVEYS,
    TAGS,
)
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.papers.shelf import poster_warning
from fasilitaattori.desktop.services import PosterFacts
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice, Workbench
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import add_step, new_step
from fasilitaattori.workshop.closing import Paper
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.papers.conftest import Answering, open_page, settle

Reread = Callable[[], Workshop]


class Flashes(QObject):
    """Which windows have been shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_before_the_evening_what_goes_on_walls_and_tables_is_chosen(page: PapersPage) -> None:
    assert [key for key, card in page.cards.items() if card.box.isChecked()] == [POSTER, RULES, PROGRAMME]
    assert all(page.shelf.pages[kind.key] for kind in page.shelf.kinds())
    assert page.cards[MINUTES].facts.words() == "A4 · 2 sivua · julkinen"
    assert page.options.name.words() == "QR-juliste"


def test_after_it_the_minutes_are(workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House, evening: str) -> None:
    do(house, evening, running.start(), running.end())
    page = open_page(workbench, window, qtbot, evening)
    assert [kind.key for kind in page.shelf.checked()] == [MINUTES]
    assert page.options.name.words() == "Muistio"


def test_papers_the_programme_has_no_use_for_are_not_offered(
    workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House
) -> None:
    plan = house.workshop(set_info(title="Äänestys"), add_step(new_step("Valinta", "vote", settings={"options": ["a", "b"]})))
    page = open_page(workbench, window, qtbot, plan)
    offered = {key for key, card in page.cards.items() if card.isVisibleTo(page)}
    assert {POSTER, MINUTES, BALLOTS, DOTS, SIGN_IN, TAGS} <= offered
    assert not {CARDS, SURVEYS, SIGNS} & offered
    do(house, plan, add_step(new_step("Kortit", "cards", settings={"cards": [{"question": "Miksi?"}]})))
    until(qtbot, lambda: page.cards[CARDS].isVisibleTo(page) and bool(page.shelf.pages.get(CARDS)))


def test_how_many_cards_lie_on_a_sheet_is_chosen(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.choose(page.cards[CARDS].kind)
    assert page.options.on_sheet.isVisibleTo(page)
    assert not page.options.sheet_size.isVisibleTo(page)
    assert page.cards[CARDS].facts.words() == "A4 · 4 arkilla · 12 sivua"
    page.options.on_sheet._clicked(2)
    settle(page, qtbot)
    assert page.cards[CARDS].facts.words() == "A4 · 8 arkilla · 6 sivua"
    for key in (POSTER, RULES, PROGRAMME, CARDS):
        page.cards[key].box.click()
    page.saver.ask = Answering(tmp_path)
    page.save_button.click()
    until(qtbot, lambda: bool(page.workbench.state.closing.papers))
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["Kysymyskortit Kyläkoulun uusi elämä.pdf"]


def test_the_programme_and_the_minutes_come_in_sizes_of_their_own(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    sizes = page.options.sheet_size
    page.choose(page.cards[PROGRAMME].kind)
    until(qtbot, lambda: [button.text() for button in sizes.findChildren(QRadioButton)] == ["A4", "A5", "A3"])
    sizes._clicked(1)
    settle(page, qtbot)
    assert page.cards[PROGRAMME].facts.words() == "A4 · 2 arkilla"
    page.choose(page.cards[MINUTES].kind)
    pages = len(page.shelf.pages[MINUTES])
    assert sizes.value() == "a4"
    sizes._clicked(1)
    settle(page, qtbot)
    assert len(page.shelf.pages[MINUTES]) > pages
    assert page.cards[MINUTES].facts.words().startswith("Isot kirjaimet")
    page.choose(page.cards[PROGRAMME].kind)
    assert sizes.value() == "a5"
    for key in (POSTER, RULES, MINUTES):
        if page.cards[key].box.isChecked() != (key == MINUTES):
            page.cards[key].box.click()
    page.saver.ask = Answering(tmp_path)
    page.save_button.click()
    until(qtbot, lambda: len(page.workbench.state.closing.papers) == 2)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "Muistio Kyläkoulun uusi elämä luonnos isot kirjaimet.pdf",
        "Ohjelma pöydille Kyläkoulun uusi elämä.pdf",
    ]


def test_no_window_flashes_up_while_the_pages_are_made(
    workbench: Workbench, window: MainWindow, qtbot: QtBot, evening: str
) -> None:
    flashes, app = Flashes(), QApplication.instance()
    assert app is not None
    app.installEventFilter(flashes)
    page = open_page(workbench, window, qtbot, evening)
    workbench.go("kokoa")
    until(qtbot, lambda: window.pages.name == "kokoa")
    workbench.go("tulosteet")
    settle(page, qtbot)
    app.removeEventFilter(flashes)
    assert flashes.seen == []


def test_what_cannot_be_made_says_why_and_leads_to_the_plan(
    workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House
) -> None:
    page = open_page(workbench, window, qtbot, house.workshop(set_info(title="Tyhjä")))
    card = page.cards[RULES]
    assert not card.box.isEnabled()
    assert "ei ole pelisääntöjä" in card.reason.words()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert page.options.fix_button.words() == "Avaa suunnitelma"
    assert [kind.key for kind in page.shelf.checked()] == [POSTER]


def test_size_version_and_file_are_chosen_for_each(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    small = page.shelf.pages[POSTER][0].width()
    page.options.sheet_size._clicked(1)
    settle(page, qtbot)
    assert page.shelf.pages[POSTER][0].width() > 1.3 * small
    assert page.cards[POSTER].facts.words() == "A3"
    page.choose(page.cards[TAGS].kind)
    assert not page.options.sheet_size.isVisible()
    page.choose(page.cards[MINUTES].kind)
    page.options.version._clicked(1)
    page.options.form._clicked(1)
    settle(page, qtbot)
    assert "sisäinen" in page.cards[MINUTES].facts.words()
    for key in (POSTER, RULES, PROGRAMME):
        page.cards[key].box.click()
    page.cards[MINUTES].box.click()
    page.saver.ask = Answering(tmp_path)
    page.save_button.click()
    until(qtbot, lambda: bool(page.workbench.state.closing.papers))
    assert [path.name for path in tmp_path.glob("*.docx")] == ["Muistio Kyläkoulun uusi elämä luonnos sisäinen.docx"]


def test_what_is_checked_is_saved_into_a_folder_and_remembered(
    page: PapersPage, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread
) -> None:
    folder = tmp_path / "paperit"
    folder.mkdir()
    page.saver.ask = Answering(folder)
    page.save_button.click()
    until(qtbot, lambda: len(page.workbench.state.closing.papers) == 3)
    assert sorted(path.name for path in folder.iterdir()) == [
        "Illan ohjelma Kyläkoulun uusi elämä.pdf",
        "Pelisäännöt Kyläkoulun uusi elämä.pdf",
        "QR-juliste Kyläkoulun uusi elämä.pdf",
    ]
    told = {paper.paper: paper.told for paper in reread().closing.papers}
    assert "Kuikkapera" in told[POSTER]
    assert "talkoot2026" not in told[POSTER]
    assert told[RULES] == told[PROGRAMME] == ""
    assert window.toasts.shown()[-1].label.words() == f"Tallennettu 3 tiedostoa, kansio {folder}"
    assert page.cards[RULES].given.words().startswith("Tallennettu ")


def test_what_could_be_saved_is_remembered_when_the_rest_could_not(
    page: PapersPage, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread
) -> None:
    folder, other = tmp_path / "paperit", tmp_path / "toinen"
    other.mkdir()
    (folder / "Pelisäännöt Kyläkoulun uusi elämä.pdf").mkdir(parents=True)
    page.saver.ask = Answering(folder, other)
    page.save_button.click()
    until(qtbot, lambda: any(toast.kind == "error" for toast in window.toasts.shown()))
    assert [paper.paper for paper in reread().closing.papers] == [POSTER]
    button = window.toasts.shown()[-1].button
    assert button is not None
    button.click()
    until(qtbot, lambda: len(page.workbench.state.closing.papers) == 3)
    assert len(list(other.iterdir())) == 2


def test_nothing_checked_leaves_nothing_to_save(page: PapersPage) -> None:
    for key in (POSTER, RULES, PROGRAMME):
        page.cards[key].box.click()
    assert not page.save_button.isEnabled()
    assert page.save_button.toolTip() == "Valitse ensin tuloste"


def test_a_poster_of_another_network_is_warned_of(page: PapersPage, qtbot: QtBot, tmp_path: Path, house: House) -> None:
    page.saver.ask = Answering(tmp_path)
    page.save_button.click()
    until(qtbot, lambda: len(page.workbench.state.closing.papers) == 3)
    settle(page, qtbot)
    if page.shelf.poster is not None and page.shelf.poster.reachable:
        assert not page.cards[POSTER].warning.isVisible()
    house.settings.change(wifi_password="uusi salasana")
    page.shelf.refresh()
    settle(page, qtbot)
    assert page.cards[POSTER].warning.isVisible()
    assert page.options.fix_button.words() == "Avaa verkko"
    page.shelf.refresh()


def test_a_poster_is_warned_of_only_when_something_is_known() -> None:
    tr = translator("fi")
    facts = PosterFacts("http://192.168.8.2:8080/", "Kylä", "a", True)
    at = "2026-03-12T17:40:00+02:00"
    assert poster_warning(None, [], tr) == ""
    assert poster_warning(facts, [Paper(POSTER, "pdf", "x", at)], tr) == ""
    assert poster_warning(facts, [Paper(POSTER, "pdf", "x", at, "a")], tr) == ""
    warned = poster_warning(facts, [Paper(POSTER, "pdf", "x", at, "b")], tr)
    assert "12.3. klo 17.40" in warned
    assert "huoneverkkoon" in poster_warning(PosterFacts("http://127.0.0.1:8080/", "", "c", False), [], tr)


def test_enter_shows_a_paper_and_space_checks_it(page: PapersPage, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitActive(window)
    card = page.cards[PROGRAMME]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert page.options.name.words() == "Illan ohjelma"
    assert card.box.accessibleName() == "Valitse: Illan ohjelma"
    QTest.keyClick(card.box, Qt.Key.Key_Space)
    assert PROGRAMME not in [kind.key for kind in page.shelf.checked()]


def test_a_day_has_a_programme_of_the_day(page: PapersPage, house: House, evening: str, qtbot: QtBot) -> None:
    do(house, evening, set_info(start="9.00"))
    until(qtbot, lambda: page.cards[PROGRAMME].title.words() == "Päivän ohjelma")


def test_large_text_puts_the_page_under_the_cards(page: PapersPage, window: MainWindow, qtbot: QtBot) -> None:
    page.look.change(text_scale=2.0)
    window.resize(1280, 650)
    until(qtbot, lambda: page.options.y() > page.cards[POSTER].y() + page.cards[POSTER].height())
    assert page.options.width() > 900
    page.look.change(text_scale=1.0)


def test_signs_that_cannot_be_printed_are_told(page: PapersPage, reread: Callable[[], Workshop]) -> None:
    page.workbench.do(set_info(place="汉字 🎉 שלום"))
    reread()
    page.choose(page.cards[PROGRAMME].kind)
    assert "ruutu: 字 汉" in page.options.note.words()
    assert "Wordissa" in page.options.note.words()
    assert page.cards[PROGRAMME].warning.isVisibleTo(page)
    page.workbench.do(set_info(place="Kylätalo"))
    reread()
    assert "ruutu" not in page.options.note.words()
    assert not page.cards[PROGRAMME].warning.isVisibleTo(page)


def test_saving_can_be_stopped_and_tells_what_was_saved(page: PapersPage, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[Notice] = []
    page.workbench.notice_given.connect(told.append)
    folder = tmp_path / "anna"
    folder.mkdir()
    papers, stopped = page.workbench.services.papers, threading.Event()

    def save(*order: Any) -> Path:
        stopped.wait(30)
        return papers.save(*order)

    page.workbench.services.papers = replace(papers, save=save)
    page.saver.ask = Answering(folder)
    page.save()
    page.saver.cancel()
    stopped.set()
    settle(page, qtbot)
    saved = list(folder.iterdir())
    assert len(saved) <= 1
    assert len(page.workbench.state.closing.papers) == len(saved)
    assert "Keskeytetty" in told[-1].words
