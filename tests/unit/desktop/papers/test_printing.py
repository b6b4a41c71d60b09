"""Printing: only where there is a printer, each sheet in its size, each paper as often as asked."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.kinds import POSTER, RULES
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.papers.printing import Printing
from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import until
from tests.unit.desktop.papers.conftest import settle

Reread = Callable[[], Workshop]
POINTS = {"a4": (595, 842), "a3": (842, 1191)}


def paper_printer(path: Path) -> Callable[[object, Callable[[QPrinter], None]], None]:
    """A printer that prints into a PDF."""

    def ask(_: object, on_printer: Callable[[QPrinter], None]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        on_printer(printer)

    return ask


def sizes(path: Path) -> list[tuple[int, int]]:
    with pikepdf.open(path) as found:
        return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in found.pages]


@pytest.fixture
def printing(page: PapersPage, qtbot: QtBot) -> Printing:
    """With a printer in the house."""
    page.printing.find = lambda: ["Toimiston tulostin"]
    page.printing.look_around()
    until(qtbot, page.print_button.isVisible)
    return page.printing


def test_without_a_printer_saving_is_what_there_is(page: PapersPage, window: MainWindow, qtbot: QtBot) -> None:
    page.printing.find = list
    with qtbot.waitSignal(page.printing.printers_known):
        page.printing.look_around()
    assert not page.print_button.isVisible()
    assert not page.options.copies.isVisible()
    assert page.save_button._role == "primary"
    keys = [key for group in page.keys() for key, _ in group.rows]  # noqa: SIM118 - a page is no dict
    assert "Ctrl P" not in keys
    page.workbench.go("suunnittele")
    plan = window.pages.page
    assert isinstance(plan, PlanPage)
    plan.head.print_button.click()  # "Tulosta ohjelma"
    until(qtbot, page.isVisible)
    assert page.options.name.words() == "Illan ohjelma"
    assert page.options.note.words() == "Tulostinta ei löytynyt. Tallenna kansioon ja tulosta muualla."


def test_the_chosen_papers_are_printed_as_often_as_asked(
    page: PapersPage, printing: Printing, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread
) -> None:
    assert page.print_button.words() == "Tulosta 3 valittua"
    assert page.options.copies.isVisible()
    page.options.copies.value_changed.emit(2)
    printing.ask = paper_printer(tmp_path / "kaikki.pdf")
    page.print_button.click()
    until(qtbot, lambda: len(page.workbench.state.closing.papers) == 3)
    assert sizes(tmp_path / "kaikki.pdf") == [POINTS["a4"]] * 4
    given = reread().closing.papers
    assert {paper.form for paper in given} == {"print"}
    assert given[0].paper == POSTER
    assert "Kuikkapera" in given[0].told
    assert page.cards[POSTER].given.words().startswith("Tulostettu ")
    assert "Lähetetty tulostettavaksi" in window.toasts.shown()[-1].label.words()


def test_sheets_of_another_size_are_a_job_of_their_own(
    page: PapersPage, printing: Printing, qtbot: QtBot, tmp_path: Path
) -> None:
    page.shelf.choices[RULES].size = "a3"
    printing.ask = paper_printer(tmp_path / "kaikki.pdf")
    settle(page, qtbot)
    shares: list[float] = []
    page.workbench.services.background.progressed.connect(lambda _, share: shares.append(share))
    page.print_button.click()
    until(qtbot, lambda: len(page.workbench.state.closing.papers) == 3)
    assert shares == [0, 1 / 3, 2 / 3]  # what is printed does not begin anew with the second size
    assert sizes(tmp_path / "kaikki.pdf") == [POINTS["a4"]] * 2
    assert sizes(tmp_path / "kaikki-a3.pdf") == [POINTS["a3"]]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told_of_and_nothing_is_noted(
    page: PapersPage, printing: Printing, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread
) -> None:
    printing.ask = paper_printer(tmp_path / "ei ole" / "kaikki.pdf")
    page.print_button.click()
    until(qtbot, lambda: any(toast.kind == "error" for toast in window.toasts.shown()))
    assert "Tulostin ei ottanut" in window.toasts.shown()[-1].label.words()
    assert reread().closing.papers == []


def test_printing_can_be_stopped(
    page: PapersPage, printing: Printing, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread
) -> None:
    printing.ask = paper_printer(tmp_path / "kaikki.pdf")
    page.print_button.click()
    printing.cancel()
    until(qtbot, lambda: not printing.is_busy)
    settle(page, qtbot)
    assert window.toasts.shown()[-1].label.words() == "Tulostus keskeytettiin."
    assert reread().closing.papers == []
