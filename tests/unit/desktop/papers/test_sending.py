"""Giving several papers out together: a packet, an e-mail draft, and the letterhead of the workshop."""

import email
import email.policy
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.letterhead.dialog import LetterheadDialog
from fasilitaattori.desktop.papers.packetdialog import PacketDialog
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.papers.sending import Sender
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice
from fasilitaattori.workshop import closing
from fasilitaattori.workshop.letterhead import Letterhead
from tests.unit.desktop.acting import until
from tests.unit.desktop.papers.conftest import Answering, settle


@pytest.fixture
def told(window: MainWindow) -> list[Notice]:
    """What the window has told."""
    found: list[Notice] = []
    window.workbench.notice_given.connect(found.append)
    return found


@pytest.fixture
def sender(page: PapersPage) -> Sender:
    return page.together.sender_of_papers


def done(sender: Sender, page: PapersPage, qtbot: QtBot) -> None:
    until(qtbot, lambda: not sender.is_busy)
    settle(page, qtbot)


def test_the_draft_has_what_is_checked_and_is_opened(
    page: PapersPage, sender: Sender, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    opened: list[Path] = []

    def note(path: Path) -> bool:
        opened.append(path)
        return True

    sender.open = note
    sender.ask = Answering(tmp_path / "viesti")
    count = len(page.shelf.checked())
    page.together.draft_mail()
    done(sender, page, qtbot)
    file = tmp_path / "viesti.eml"
    assert opened == [file]
    message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    assert len(list(message.iter_attachments())) == count == 3
    assert [paper.form for paper in page.workbench.state.closing.papers] == ["eml"] * count
    assert "viesti.eml" in told[-1].words


def test_without_a_mail_program_the_text_is_on_the_clipboard_and_the_place_is_told(
    page: PapersPage, sender: Sender, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    sender.open = lambda path: False
    sender.ask = Answering(tmp_path / "viesti.eml")
    page.together.draft_mail()
    done(sender, page, qtbot)
    assert "Liitteet:" in QGuiApplication.clipboard().text()
    assert str(tmp_path) in told[-1].words
    assert told[-1].offer is not None
    told[-1].offer.act()
    assert "Kansiota ei voitu avata" in told[-1].words
    assert str(tmp_path) in told[-1].words


def test_the_packet_is_public_unless_asked(
    page: PapersPage, sender: Sender, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    page.together.open_packet()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PacketDialog)
    assert dialog.public.isChecked()
    until(qtbot, lambda: "Julkinen:" in dialog.listed.words())
    assert "Sisäinen" not in dialog.listed.words()
    dialog.both.click()
    until(qtbot, lambda: "Sisäinen" in dialog.listed.words())
    dialog.public.click()
    sender.ask = Answering(tmp_path / "paketti.zip")
    dialog.accept()
    done(sender, page, qtbot)
    with zipfile.ZipFile(tmp_path / "paketti.zip") as packed:
        assert packed.testzip() is None
        assert not any("Sisäinen" in name for name in packed.namelist())
        assert any("Pelisäännöt" in name for name in packed.namelist())
    assert {paper.form for paper in page.workbench.state.closing.papers} == {"zip"}


def test_a_packet_can_be_stopped_and_leaves_nothing(
    page: PapersPage, sender: Sender, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    folder = tmp_path / "anna"
    folder.mkdir()
    sender.ask = Answering(folder / "paketti.zip")
    sender.save_packet(True)
    assert sender.is_busy
    sender.cancel()
    done(sender, page, qtbot)
    assert list(folder.iterdir()) == []
    assert "Keskeytetty" in told[-1].words


def test_what_cannot_be_written_is_told_and_another_folder_is_offered(
    page: PapersPage, sender: Sender, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    (tmp_path / "tiedosto").write_text("ei kansio")
    sender.ask = Answering(tmp_path / "tiedosto" / "viesti.eml", tmp_path / "viesti.eml")
    sender.open = lambda path: True
    page.together.draft_mail()
    done(sender, page, qtbot)
    assert told[-1].offer is not None
    told[-1].offer.act()
    done(sender, page, qtbot)
    assert (tmp_path / "viesti.eml").is_file()


def test_nothing_checked_nothing_to_mail(page: PapersPage) -> None:
    assert page.together.make_menu().actions()[0].isEnabled()
    for choice in page.shelf.choices.values():
        choice.checked = False
    mail, packet = page.together.make_menu().actions()
    assert not mail.isEnabled()
    assert packet.isEnabled()


def test_long_work_says_how_far_it_is(page: PapersPage, sender: Sender, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[str] = []
    sender.busy_changed.connect(said.append)
    sender._slow.setInterval(0)
    sender.ask = Answering(tmp_path / "paketti.zip")
    sender.save_packet(False)
    done(sender, page, qtbot)
    assert any("%" in words for words in said)
    assert said[-1] == ""


def test_the_workshop_gets_a_letterhead_of_its_own_and_gives_it_back(page: PapersPage, qtbot: QtBot) -> None:
    page.together.look_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LetterheadDialog)
    assert not dialog.kept.isVisible()
    assert dialog.shared.isChecked()
    assert not dialog.form.isEnabled()
    dialog.own.click()
    dialog.form.lines["unit"].setText("Sivistyspalvelut")
    until(qtbot, lambda: not dialog.example.view.sheet.page.isNull())
    dialog.accept()
    settle(page, qtbot)
    assert page.workbench.state.info.letterhead == Letterhead(unit="Sivistyspalvelut")
    page.workbench.do(closing.approve("Aino"))
    until(qtbot, lambda: page.workbench.state.closing.approved)
    page.together.look_button.click()
    again = QApplication.activeModalWidget()
    assert isinstance(again, LetterheadDialog)
    assert again.kept.isVisible()
    assert again.own.isChecked()
    again.shared.click()
    again.accept()
    settle(page, qtbot)
    assert page.workbench.state.info.letterhead is None
