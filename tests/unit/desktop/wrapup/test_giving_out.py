"""Approving, exporting and copying; and what the pages look like on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.place import Place
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.approving import ApproveDialog
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.workshop import closing, record, running
from fasilitaattori.workshop.info import Info
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import open_page, settle
from tests.unit.papers import pdfs

Reread = Callable[[], Workshop]


def approve_dialogs() -> list[ApproveDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, ApproveDialog) and w.isVisible()]


def ask_approval(page: WrapUpPage, qtbot: QtBot) -> ApproveDialog:
    page.head.approve_button.click()
    until(qtbot, lambda: len(approve_dialogs()) == 1)
    return approve_dialogs()[0]


def toasts(window: MainWindow) -> list[str]:
    return [toast.label.words() for toast in window.toasts.shown()]


class Answering:
    """Answers where to save, one folder or file after the other."""

    def __init__(self, *answers: Path) -> None:
        self.answers = list(answers)
        self.asked: list[Place] = []

    def __call__(self, _: object, place: Place, on_path: Callable[[Path], None]) -> None:
        self.asked.append(place)
        on_path(self.answers.pop(0))


# --- approving ---


def test_an_earlier_version_can_still_be_had(
    page: WrapUpPage, qtbot: QtBot, house: House, evening: str, tmp_path: Path, reread: Reread
) -> None:
    do(house, evening, closing.approve("Aino"), closing.reopen_minutes(), record.decide("Lisätty myöhemmin"))
    do(house, evening, closing.approve("Aino"))
    until(qtbot, lambda: len(page.workbench.state.closing.versions) == 2)
    reread()
    page.saver.ask = answering = Answering(tmp_path / "vanha.pdf")
    menu = page.head.make_menu()
    earlier = [act for act in menu.actions() if "versio 1" in act.text()]
    assert len(earlier) == 1
    earlier[0].trigger()
    until(qtbot, (tmp_path / "vanha.pdf").exists)
    until(qtbot, lambda: not page.saver.is_busy)
    assert answering.asked[0].name.endswith("versio 1.pdf")
    assert "myöhemmin" not in pdfs.words((tmp_path / "vanha.pdf").read_bytes())


@pytest.mark.parametrize(("form", "begins"), [("odt", b"PK"), ("html", b"<!doctype html>"), ("xlsx", b"PK"), ("json", b"{")])
def test_other_forms_are_in_the_menu(page: WrapUpPage, qtbot: QtBot, tmp_path: Path, form: str, begins: bytes) -> None:
    page.saver.ask = Answering(tmp_path / f"muistio.{form}")
    words = {"odt": "OpenDocument", "html": "verkkosivuna", "xlsx": "XLSX", "json": "JSON"}[form]
    next(act for act in page.head.make_menu().actions() if words in act.text()).trigger()
    until(qtbot, (tmp_path / f"muistio.{form}").exists)
    until(qtbot, lambda: not page.saver.is_busy)
    assert (tmp_path / f"muistio.{form}").read_bytes().startswith(begins)


def test_unfinished_minutes_ask_once_and_lead_to_what_is_missing(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    dialog = ask_approval(page, qtbot)
    assert dialog.windowTitle() == "Hyväksytäänkö keskeneräinen muistio?"
    assert dialog.safe_button.words() == "Täydennä ensin"
    dialog.safe_button.click()
    assert not reread().closing.approved
    assert page.editor.name.words() == "Tehtävät"
    assert page.window().focusWidget() is page.editor.deeds.rows()[1].who


def test_minutes_are_approved_by_somebody_locked_and_opened_again(
    page: WrapUpPage, window: MainWindow, qtbot: QtBot, house: House, evening: str, reread: Reread
) -> None:
    do(house, evening, closing.what_next("Kuntaan", "Kylä", "1.5."))
    entry = reread().record.of_kind("action")[1]
    page.choose("actions")
    page.editor.deeds.rows()[1].who.setText("Kylä")
    page.editor.commit()
    assert reread().record.by_id[entry.id].who == "Kylä"
    dialog = ask_approval(page, qtbot)
    assert (dialog.windowTitle(), dialog.by.text()) == ("Hyväksytäänkö muistio?", "Aino")
    assert dialog.by.hasFocus() or dialog.by is dialog.focusWidget()
    QTest.keyClick(dialog.by, Qt.Key.Key_Return)
    assert reread().closing.approved_by == "Aino"
    assert reread().closing.versions[-1].letterhead == page.services.papers.letterheads.default()
    assert page.head.tag.text() == "Hyväksytty"
    assert page.editor.deeds.rows()[0].what.isReadOnly()
    assert not page.editor.deeds.add_button.isVisible()
    assert "hyväksytty" in page.list.foot.words()
    page.head.reopen_button.click()
    assert not reread().closing.approved
    assert not page.editor.deeds.rows()[0].what.isReadOnly()
    assert page.head.tag.text() == "Luonnos"


def test_what_is_typed_last_counts_for_approval_and_for_the_copy(
    page: WrapUpPage, qtbot: QtBot, house: House, evening: str, reread: Reread
) -> None:
    nobody = reread().record.of_kind("action")[1]
    do(house, evening, record.edit_entry(nobody.id, nobody.text, "Kunta", ""))
    reread()
    page.choose("next")
    page.editor.further.when.setText("20.4.")
    dialog = ask_approval(page, qtbot)
    assert dialog.windowTitle() == "Hyväksytäänkö muistio?"
    dialog.reject()
    QGuiApplication.clipboard().clear()
    page.editor.further.who.setText("Nuorisoseura")
    page.head.copy_button.click()
    until(qtbot, lambda: "Nuorisoseura" in QGuiApplication.clipboard().text())


def test_what_comes_next_is_said_in_three_fields(page: WrapUpPage, qtbot: QtBot, reread: Reread) -> None:
    page.choose("next")
    form = page.editor.further
    form.focus_first_missing()
    assert form.when.hasFocus()
    QTest.keyClicks(form.when, "20.4., ilmoitustaulu\r")
    assert reread().closing.has_next
    section = page.draft.section("next")
    assert section is not None
    assert section.state == "ok"


def test_minutes_of_an_evening_still_on_say_that_they_grow(
    workbench: Workbench, window: MainWindow, qtbot: QtBot, house: House
) -> None:
    stream = house.evening("eratauko")
    do(house, stream, running.start())
    page = open_page(workbench, window, qtbot, stream)
    assert "vielä käynnissä" in page.list.foot.words()
    dialog = ask_approval(page, qtbot)
    assert dialog.windowTitle() == "Hyväksytäänkö keskeneräinen muistio?"
    assert dialog.safe_button.words() == "Täydennä ensin"
    dialog.reject()
    do(house, stream, closing.what_next("Kuntaan", "Kylä", "1.5."))
    until(qtbot, lambda: page.workbench.state.closing.has_next)
    dialog = ask_approval(page, qtbot)
    assert dialog.windowTitle() == "Hyväksytäänkö keskeneräinen muistio?"
    assert dialog.safe_button.words() == "Peruuta"  # nothing in the minutes can be completed
    dialog.reject()


# --- exporting ---


@pytest.mark.parametrize(("button", "form"), [("pdf_button", "pdf"), ("word_button", "docx")])
def test_an_export_tells_where_it_went_and_is_remembered(
    page: WrapUpPage, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread, button: str, form: str
) -> None:
    folder = tmp_path / "muistiot"
    folder.mkdir()
    ask = Answering(folder / f"Oma nimi.{form}")
    opened: list[Path] = []
    page.saver.ask = ask

    def open_folder(path: Path) -> bool:
        opened.append(path)
        return True

    page.saver.open = open_folder
    getattr(page.head, button).click()
    until(qtbot, lambda: bool(page.workbench.state.closing.papers))
    assert ask.asked[0].name == f"Muistio Kyläkoulun uusi elämä luonnos.{form}"
    assert (folder / f"Oma nimi.{form}").stat().st_size > 1000
    given = reread().closing.papers[0]
    assert (given.paper, given.form, given.place) == ("minutes", form, str(folder / f"Oma nimi.{form}"))
    assert page.services.settings.papers_folder == str(folder)
    toast = window.toasts.shown()[-1]
    assert str(folder) in toast.label.words()
    assert toast.button is not None
    toast.button.click()
    assert opened == [folder]


def test_the_last_folder_is_offered_and_a_missing_ending_added(page: WrapUpPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.services.settings.papers_folder = str(tmp_path)
    ask = Answering(tmp_path / "nimi ilman päätettä")
    page.saver.ask = ask
    page.saver.save_as(page.draft.wish, "md")
    until(qtbot, lambda: (tmp_path / "nimi ilman päätettä.md").is_file() and not page.saver.is_busy)
    assert ask.asked[0].folder == tmp_path


def test_an_export_that_fails_keeps_everything_and_offers_another_folder(
    page: WrapUpPage, window: MainWindow, qtbot: QtBot, tmp_path: Path, reread: Reread
) -> None:
    good, no_folder = tmp_path / "toinen.pdf", tmp_path / "tiedosto"
    no_folder.write_text("")
    ask = Answering(no_folder / "muistio.pdf", good)
    page.saver.ask = ask
    page.head.pdf_button.click()
    until(qtbot, lambda: any(toast.kind == "error" for toast in window.toasts.shown()))
    assert reread().closing.papers == []
    toast = window.toasts.shown()[-1]
    assert toast.button is not None
    assert toast.button.words() == "Valitse toinen kansio"
    toast.button.click()
    until(qtbot, lambda: bool(page.workbench.state.closing.papers))
    assert good.is_file()


def test_the_version_on_show_is_the_one_given_out(page: WrapUpPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.preview.version.set_value("internal")
    page.preview._chosen("internal")
    settle(page, qtbot)
    assert "Älä julkaise" in page.preview.told.words()
    ask = Answering(tmp_path / "s.md")
    page.saver.ask = ask
    page.saver.save_as(page.draft.wish, "md")
    until(qtbot, lambda: (tmp_path / "s.md").is_file() and not page.saver.is_busy)
    assert "sisäinen" in ask.asked[0].name
    assert "Helmi" in (tmp_path / "s.md").read_text(encoding="utf-8")


def test_the_text_is_copied(page: WrapUpPage, window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    page.head.copy_button.click()
    until(qtbot, lambda: QGuiApplication.clipboard().text().startswith("Muistio: Kyläkoulun uusi elämä\n"))
    assert "- Pidetään talkoot" in QGuiApplication.clipboard().text()
    assert toasts(window)[-1] == "Julkinen muistio kopioitu leikepöydälle"
    copying = next(action for action in page.head.make_menu().actions() if "Kopioi" in action.text())
    copying.trigger()
    until(qtbot, lambda: QGuiApplication.clipboard().text().startswith("# Muistio: "))


def test_without_room_every_export_is_in_one_menu(page: WrapUpPage, window: MainWindow, qtbot: QtBot) -> None:
    page.look.change(text_scale=2.0)
    window.resize(1280, 650)
    until(qtbot, page.head.export_button.isVisible)
    assert not page.head.pdf_button.isVisible()
    assert [action.text() for action in page.head.make_menu().actions()][:3] == ["Vie PDF", "Vie Word", "Kopioi teksti"]
    page.look.change(text_scale=1.0)


def test_the_workshop_s_name_is_not_cut_for_the_day(page: WrapUpPage) -> None:
    head, said = page.head, set()
    head.show_state(Info(title="Kyläkoulu", date="2026-03-12"), page.workbench.state.closing, public=True)
    for width in range(1000, 1500, 20):
        head.resize(width, head.height())
        if head.about.isVisible():
            said.add(head.about.text())
    assert said == {"Kyläkoulu", "Kyläkoulu · 12.3.2026"}
