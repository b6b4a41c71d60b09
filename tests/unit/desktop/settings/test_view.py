"""Näkymä ja ääni, the big screen and the back row: every choice is on disk at once, and what is changed elsewhere shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.settings.backrowpanel import BackRowPanel
from fasilitaattori.desktop.settings.screenpanel import ScreenPanel
from fasilitaattori.desktop.settings.viewpanel import ViewPanel
from fasilitaattori.desktop.workbench import Notice, Workbench
from fasilitaattori.kit.look import Look
from fasilitaattori.settings import Settings
from tests.unit.desktop.conftest import House
from tests.unit.desktop.settings.conftest import Open, panel_of


@pytest.fixture
def view(open_section: Open) -> ViewPanel:
    return panel_of(open_section("view"), ViewPanel)


@pytest.fixture
def back_row(open_section: Open) -> BackRowPanel:
    return panel_of(open_section("view"), BackRowPanel)


def on_disk(house: House) -> Settings:
    """The settings as another start would find them."""
    return Settings(house.folder / "settings.json")


def test_looks_are_saved_and_obeyed_at_once(view: ViewPanel, house: House, look: Look, qtbot: QtBot) -> None:
    view.themes.button("kontrasti").click()
    qtbot.waitUntil(lambda: look.theme.name == "kontrasti")
    view.motion.click()
    view.keys.click()
    assert (look.theme.name, look.reduce_motion, look.show_keys) == ("kontrasti", True, False)
    saved = on_disk(house)
    assert (saved.theme, saved.reduce_motion, saved.show_keys) == ("kontrasti", True, False)
    view.themes.button("jarjestelma").click()
    assert on_disk(house).theme == "jarjestelma"


def test_the_text_grows(view: ViewPanel, house: House, look: Look, qtbot: QtBot) -> None:
    third = view.text_size.findChildren(QRadioButton)[2]
    third.click()
    assert look.text_scale == 1.3
    assert on_disk(house).text_size == 130
    assert view.text_size.value() == "130"


def test_the_big_screen_has_a_theme_of_its_own(view: ViewPanel, house: House, open_section: Open) -> None:
    view.screen_theme.findChildren(QRadioButton)[1].click()
    assert (on_disk(house).screen_theme, on_disk(house).theme) == ("ilta", "paiva")
    panel = panel_of(open_section("screen"), ScreenPanel)
    assert panel.themes.value() == "ilta"
    panel.themes.button("kontrasti").click()
    assert view.screen_theme.value() == "kontrasti"


def test_arrow_keys_choose_a_theme(view: ViewPanel, house: House, qtbot: QtBot) -> None:
    card = view.themes.button("paiva")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert on_disk(house).theme == "ilta"


def test_every_cue_is_turned_on_and_off_by_itself(view: ViewPanel, house: House, workbench: Workbench) -> None:
    before = {cue: workbench.sounds.volume(cue) for cue in view.sounds}
    assert before == {"knock": 0.7, "two-knocks": 0.7, "kantele": 0.7, "click": 0.0}
    for switch in view.sounds.values():
        switch.click()
    after = {cue: workbench.sounds.volume(cue) for cue in view.sounds}
    assert after == {"knock": 0.0, "two-knocks": 0.0, "kantele": 0.0, "click": 0.7}
    saved = on_disk(house)
    assert (saved.sound_five_minutes, saved.sound_one_minute, saved.sound_speaking_time) == (False, False, True)


def test_the_volume_is_saved_when_the_slider_is_let_go_of(view: ViewPanel, house: House, workbench: Workbench) -> None:
    view.volume.setFocus()
    QTest.keyClick(view.volume, Qt.Key.Key_Right)
    assert on_disk(house).sound_volume == 80
    assert workbench.sounds.volume("knock") == 0.8


@pytest.mark.qt_log_ignore("Couldn't (load|resolve)", "PulseAudio", extend=True)  # what a machine's sound lacks
def test_listening_to_a_cue_that_is_off_leaves_it_off(view: ViewPanel, workbench: Workbench) -> None:
    view.plays["click"].click()
    assert workbench.sounds.volume("click") == 0.0


def test_listening_at_no_volume_says_why_nothing_is_heard(view: ViewPanel, house: House, notices: list[Notice]) -> None:
    house.settings.sound_volume = 0
    view.plays["knock"].click()
    assert [notice.words for notice in notices] == ["Äänenvoimakkuus on nollassa. Siirrä säädintä oikealle."]


def test_a_change_made_elsewhere_shows(view: ViewPanel, house: House) -> None:
    house.settings.change(theme="ilta", sound_volume=20, show_keys=False, text_size=200, sound_time_up=False)
    assert view.themes.value() == "ilta"
    assert view.volume.value() == 20
    assert view.text_size.value() == "200"
    assert not view.keys.isChecked()
    assert not view.sounds["kantele"].isChecked()


def test_what_cannot_be_saved_is_told_and_holds_meanwhile(
    open_section: Open, house: House, look: Look, notices: list[Notice], qtbot: QtBot
) -> None:
    page = open_section("view")
    (house.folder / "settings.json").mkdir()  # nothing can be put in its place
    panel_of(page, ViewPanel).themes.button("ilta").click()
    qtbot.waitUntil(lambda: look.theme.name == "ilta")
    assert notices[0].kind == "error"
    assert page.state.words() == "Viimeinen muutos ei tallentunut"
    (house.folder / "settings.json").rmdir()
    panel_of(page, ViewPanel).motion.click()
    assert page.state.words() == "Muutokset tallentuvat heti"
    assert on_disk(house).theme == "ilta"


def test_the_hall_is_measured(back_row: BackRowPanel, house: House) -> None:
    assert [back_row.results[u].verdict.words() for u in (60, 44, 36)] == [
        *("näkyvät takariviin", "näkyvät takariviin", "näkyvät 9 metriin")
    ]
    box = back_row.distance.findChildren(QSpinBox)[0]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "9")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert on_disk(house).hall_distance == 9.0
    assert box.text() == "9 m"
    assert all(result.verdict.words() == "näkyvät takariviin" for result in back_row.results.values())
    assert back_row.picture.accessibleName() == "9 m = 6 kuvan korkeutta"


def test_a_hall_too_deep_gets_advice_that_helps(back_row: BackRowPanel, house: House) -> None:
    house.settings.change(hall_distance=20.0, picture_height=1.5)
    assert back_row.advice.words() == ("Tuo takarivi enintään 16 metrin päähän, tai suurenna kuva: korkeutta vähintään 1,9 m.")
    house.settings.picture_height = 1.9
    assert back_row.results[60].verdict.words() == "näkyvät takariviin"


def test_the_test_picture_goes_up(back_row: BackRowPanel, workbench: Workbench, notices: list[Notice]) -> None:
    back_row.test_button.click()
    assert workbench.screen.state == "on"
    assert "testikuva" in workbench.screen.words
    assert notices[0].kind == "done"


def test_the_big_screen_is_opened_and_closed(open_section: Open, workbench: Workbench, qtbot: QtBot) -> None:
    panel = panel_of(open_section("screen"), ScreenPanel)
    panel.toggle.click()
    assert workbench.screen.state == "on"
    qtbot.waitUntil(lambda: panel.toggle.text() == "Sulje valkokangas")
    panel.toggle.click()
    assert workbench.screen.state == "absent"
    qtbot.waitUntil(lambda: panel.toggle.text() == "Avaa valkokangas")
