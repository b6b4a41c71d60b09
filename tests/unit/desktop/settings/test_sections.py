"""Phones, the workshop's owners, privacy, backups and licences: what they say is so, and their buttons do what they say."""

import sqlite3
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.newworkshop import NewWorkshop
from fasilitaattori.desktop.settings.aboutpanels import AboutPanel, LicenceDialog, LicencesPanel
from fasilitaattori.desktop.settings.backuppanels import CopiesPanel, DataPanel
from fasilitaattori.desktop.settings.phonespanels import PortPanel
from fasilitaattori.desktop.settings.privacypanels import ErasingPanel
from fasilitaattori.desktop.settings.workshoppanels import OwnersPanel
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Notice, Workbench
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.log.backup import FOLDER, back_up, backups
from fasilitaattori.settings import Settings
from tests.unit.desktop.conftest import House
from tests.unit.desktop.settings.conftest import Open, panel_of


class FileManager(QObject):
    """Stands where the system's own would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


Asked = TypeVar("Asked", bound=Dialog)


def dialog_of(window: MainWindow, kind: type[Asked]) -> Asked:
    """The dialog over the window."""
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


@pytest.fixture
def file_manager(qapp: QApplication) -> Iterator[FileManager]:
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "show_folder")  # type: ignore[arg-type]  # it wants a str, whatever it says
    yield manager
    QDesktopServices.unsetUrlHandler("file")


# --- phones ---


def test_the_port_is_saved_and_the_usual_one_brought_back(open_section: Open, house: House, window: MainWindow) -> None:
    panel = panel_of(open_section("phones"), PortPanel)
    assert not panel.usual.isVisible()
    panel.port.findChildren(QSpinBox)[0].setValue(9000)
    assert Settings(house.folder / "settings.json").port == 9000
    assert panel.usual.isVisible()
    panel.usual.click()
    assert Settings(house.folder / "settings.json").port == 8080
    assert panel.port.value() == 8080


def test_an_open_room_keeps_its_port(open_section: Open, house: House, workbench: Workbench, qtbot: QtBot) -> None:
    panel = panel_of(open_section("phones"), PortPanel)
    stream = house.evening()
    with qtbot.waitSignal(workbench.room_changed):
        workbench.open(stream, "", workbench.open_room)
    assert panel.warning.isVisible()
    assert workbench.room is not None
    assert str(workbench.room.port) in panel.warning.words()
    workbench.close_room()
    assert not panel.warning.isVisible()


def test_the_network_is_one_press_away(open_section: Open, workbench: Workbench) -> None:
    asked: list[str] = []
    panel = panel_of(open_section("phones"), PortPanel)
    workbench.page_requested.disconnect()
    workbench.page_requested.connect(asked.append)
    panel.network.click()
    assert asked == ["verkko"]


# --- the workshop's owners ---


def test_owners_are_saved_when_the_field_is_left_and_given_to_new_workshops(
    open_section: Open, house: House, workbench: Workbench, qtbot: QtBot
) -> None:
    panel = panel_of(open_section("workshop"), OwnersPanel)
    panel.organisation.entry.setFocus()
    QTest.keyClicks(panel.organisation.entry, " Kuikan kylat ")
    panel.facilitator.entry.setFocus()
    QTest.keyClicks(panel.facilitator.entry, "Helmi")
    panel.facilitator.entry.editingFinished.emit()
    saved = Settings(house.folder / "settings.json")
    assert (saved.organisation, saved.facilitator) == ("Kuikan kylat", "Helmi")
    dialog = NewWorkshop(workbench)
    qtbot.addWidget(dialog)
    dialog._title.setText("Uusi ilta")
    with qtbot.waitSignal(workbench.opened):
        dialog.accept()
    qtbot.waitUntil(lambda: workbench.state.info.organiser != "")
    assert (workbench.state.info.organiser, workbench.state.info.facilitator) == ("Kuikan kylat", "Helmi")


def test_half_typed_owners_are_saved_when_the_page_is_left(
    open_section: Open, house: House, window: MainWindow, workbench: Workbench
) -> None:
    panel = panel_of(open_section("workshop"), OwnersPanel)
    window.activateWindow()
    panel.facilitator.entry.setFocus()
    QTest.keyClicks(panel.facilitator.entry, "Reino")
    workbench.go("tyopajat")
    assert house.settings.facilitator == "Reino"


# --- privacy ---


def test_privacy_leads_to_the_backups_and_the_library(open_section: Open, window: MainWindow) -> None:
    page = open_section("privacy")
    panel = panel_of(page, ErasingPanel)
    panel.backups.click()
    assert page.section == "backups"
    assert page.sections.button("backups").isChecked()
    panel.library.click()
    assert window.pages.name == "tyopajat"


# --- backups ---


def test_the_folders_open(open_section: Open, house: House, file_manager: FileManager) -> None:
    data = panel_of(open_section("backups"), DataPanel)
    assert data.folder.path.words() == str(house.folder)
    data.folder.button.click()
    about = panel_of(open_section("about"), AboutPanel)
    assert about.log.path.words() == str(house.folder / "fasilitaattori.log")
    about.log.button.click()
    assert file_manager.opened == [str(house.folder)] * 2


def test_backups_are_listed_as_they_come_and_deleted_when_asked(
    open_section: Open, house: House, window: MainWindow, qtbot: QtBot
) -> None:
    page = open_section("backups")
    panel = panel_of(page, CopiesPanel)
    assert panel.deletes == []
    house.door.wait_ready()
    raw = sqlite3.connect(house.folder / "fasilitaattori.db")
    for _ in range(2):
        back_up(raw, house.folder)
    raw.close()
    page.show_section("backups")
    assert len(panel.deletes) == 2
    newest, older = backups(house.folder)
    panel.deletes[1].click()
    dialog = dialog_of(window, Dialog)
    assert older.exists()
    dialog.act_button.click()
    assert backups(house.folder) == [newest]
    assert len(panel.deletes) == 1


def test_a_backup_that_cannot_be_deleted_is_told(
    open_section: Open, house: House, window: MainWindow, notices: list[Notice]
) -> None:
    stubborn = house.folder / FOLDER / "fasilitaattori-20260312-184700-000000.db"
    stubborn.mkdir(parents=True)  # a folder cannot be deleted as a file
    panel = panel_of(open_section("backups"), CopiesPanel)
    panel.deletes[0].click()
    dialog_of(window, Dialog).act_button.click()
    assert notices[0].words.startswith("Kopiota ei voitu poistaa.")
    assert len(panel.deletes) == 1


# --- licences ---


def test_a_licence_is_read_in_a_dialog(open_section: Open, window: MainWindow, qtbot: QtBot) -> None:
    panel = panel_of(open_section("about"), LicencesPanel)
    panel.buttons["Besley"].click()
    dialog = dialog_of(window, LicenceDialog)
    assert "SIL Open Font License" in dialog.text.toPlainText()
    dialog.act_button.click()
    assert not dialog.isVisible()
