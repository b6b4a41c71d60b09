"""Papereiden ulkoasu in the settings: what is chosen is saved, drawn, and survives the file it came from."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.letterhead.logofield import LogoField
from fasilitaattori.desktop.settings.letterheadpanels import ExamplePanel, LetterheadPanel
from fasilitaattori.settings import Settings
from fasilitaattori.workshop.letterhead import LAYOUT
from tests.unit.desktop.conftest import House
from tests.unit.desktop.settings.conftest import Open, panel_of
from tests.unit.papers.logos import SVG, drawn


@pytest.fixture
def panel(open_section: Open, qtbot: QtBot) -> LetterheadPanel:
    """The panel on show."""
    page = open_section("papers")
    example = panel_of(page, ExamplePanel).example
    qtbot.waitUntil(lambda: not example.view.sheet.page.isNull())
    return panel_of(page, LetterheadPanel)


def choose(field: LogoField, file: Path) -> None:
    """As if somebody had picked this file in the system's dialog."""

    def ask(parent: QWidget, title: str, kinds: str, on_path: object) -> None:
        assert callable(on_path)
        on_path(file)

    field.ask = ask
    field.choose_button.click()


def test_a_logo_survives_its_file(panel: LetterheadPanel, house: House, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "logo.svg"
    file.write_text(SVG)
    with qtbot.waitSignal(panel.form.changed):
        choose(panel.form.logo, file)
    file.unlink()
    again = Settings(house.services.settings._path)
    assert again.letterhead_logo
    assert panel.form.fields["alt"].isVisibleTo(panel)
    panel.form.logo.remove_button.click()
    assert Settings(house.services.settings._path).letterhead_logo == ""


def test_a_broken_logo_is_told_and_the_one_before_stays(panel: LetterheadPanel, tmp_path: Path, qtbot: QtBot) -> None:
    good, bad = tmp_path / "hyva.png", tmp_path / "rikki.png"
    good.write_bytes(drawn())
    bad.write_bytes(drawn()[:200])
    with qtbot.waitSignal(panel.form.changed):
        choose(panel.form.logo, good)
    before = panel.form.letterhead.logo
    choose(panel.form.logo, bad)
    qtbot.waitUntil(lambda: "rikki.png" in panel.form.logo.message.text())
    assert panel.form.letterhead.logo == before
    assert panel.form.logo.choose_button.isEnabled()


def test_lines_and_style_are_saved_when_they_are_left(panel: LetterheadPanel, house: House) -> None:
    panel.form.lines["unit"].setText("  Sivistys  ")
    panel.form.lines["unit"].commit()
    panel.form.style_choice.setCurrentIndex(1)
    panel.form.style_choice.activated.emit(1)
    settings = Settings(house.services.settings._path)
    assert (settings.letterhead_unit, settings.letterhead_style) == ("Sivistys", LAYOUT)


def test_a_light_colour_is_taken_and_said_to_be_darkened(panel: LetterheadPanel, house: House) -> None:
    panel.form.colour.setText("f4c542")
    panel.form.colour.commit()
    assert house.services.settings.letterhead_accent == "#F4C542"
    assert "tummennettuina" in panel.form.colour.accessibleDescription()
    panel.form.colour.setText("#1F6F5C")
    panel.form.colour.commit()
    assert panel.form.colour.accessibleDescription() == ""


@pytest.mark.parametrize("text", ["punainen", "#12", "#12345678", "#GGGGGG"])
def test_what_is_no_colour_is_told(panel: LetterheadPanel, house: House, text: str) -> None:
    panel.form.colour.setText(text)
    panel.form.colour.commit()
    assert "muodossa" in panel.form.colour.accessibleDescription()
    assert house.services.settings.letterhead_accent == ""


def test_the_example_follows(panel: LetterheadPanel, open_section: Open, qtbot: QtBot) -> None:
    view = panel_of(open_section("papers"), ExamplePanel).example.view
    before = view.sheet.page.cacheKey()
    panel.form.lines["address"].setText("Koulutie 4")
    panel.form.lines["address"].commit()
    qtbot.waitUntil(lambda: view.sheet.page.cacheKey() != before)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_one_may_not_read_is_told(panel: LetterheadPanel, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "lukossa.png"
    file.write_bytes(drawn())
    file.chmod(0)
    choose(panel.form.logo, file)
    qtbot.waitUntil(lambda: "lukossa.png" in panel.form.logo.message.text())
