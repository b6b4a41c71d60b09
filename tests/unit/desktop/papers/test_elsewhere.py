"""What could not be written offers another folder for as long as its page and its workshop are there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.kit.toast import Toast
from tests.unit.desktop.acting import until
from tests.unit.desktop.papers.conftest import Answering


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A file where a folder should be."""
    path = tmp_path / "tiedosto"
    path.write_text("ei kansio")
    return path


def offers(window: MainWindow) -> list[Toast]:
    """The notices that offer another folder."""
    return [each for each in window.toasts.shown() if each.kind == "error" and each.button is not None]


def save_all(page: PapersPage, *answers: Path) -> Answering:
    page.saver.ask = asked = Answering(*(path / "kansio" for path in answers))
    page.save()
    return asked


def save_one(page: PapersPage, *answers: Path) -> Answering:
    page.saver.ask = asked = Answering(*(path / "paperi.pdf" for path in answers))
    page.saver.save_as(*page.together.checked()[0])
    return asked


def send(page: PapersPage, *answers: Path) -> Answering:
    sender = page.together.sender_of_papers
    sender.ask, sender.open = (asked := Answering(*(path / "viesti.eml" for path in answers))), lambda path: True
    page.together.draft_mail()
    return asked


def pack(page: PapersPage, *answers: Path) -> Answering:
    sender = page.together.sender_of_papers
    sender.ask = asked = Answering(*(path / "paketti.zip" for path in answers))
    sender.save_packet(False)
    return asked


Act = Callable[..., Answering]
acts = pytest.mark.parametrize("act", [save_all, save_one, send, pack])


def press(toast: Toast) -> None:
    assert toast.button is not None
    toast.button.click()


@acts
def test_another_folder_is_offered_as_often_as_it_is_needed(
    page: PapersPage, window: MainWindow, qtbot: QtBot, nowhere: Path, tmp_path: Path, act: Act
) -> None:
    (tmp_path / "kansio").mkdir()
    page.services.settings.papers_folder = str(tmp_path)
    asked = act(page, nowhere, nowhere, tmp_path)
    until(qtbot, lambda: bool(offers(window)))
    first = offers(window)[0]
    press(first)
    until(qtbot, lambda: bool(offers(window)) and offers(window) != [first])
    press(offers(window)[0])
    until(qtbot, lambda: bool(page.workbench.state.closing.papers))
    assert offers(window) == []
    assert [place.folder == tmp_path for place in asked.asked] == [True, False, False], "the one that failed is not proposed"


@acts
def test_the_offer_goes_with_its_workshop(page: PapersPage, window: MainWindow, qtbot: QtBot, nowhere: Path, act: Act) -> None:
    act(page, nowhere)
    until(qtbot, lambda: bool(offers(window)))
    window.workbench.close_workshop()
    assert offers(window) == []


def test_the_offer_goes_with_its_page(page: PapersPage, window: MainWindow, qtbot: QtBot, nowhere: Path) -> None:
    save_one(page, nowhere)
    until(qtbot, lambda: bool(offers(window)))
    page.services.settings.language = "sv"
    until(qtbot, lambda: not offers(window))
    assert window.workbench.session is not None
