"""The window itself: pages, keys, what it tells and asks, and how it closes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.pages import ON_RAIL, PAGES
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.errors import FasilitaattoriError, StorageError
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.workshop import agenda, running
from fasilitaattori.workshop.info import set_info

OpenAt = Callable[[str, str], Any]
CTRL = Qt.KeyboardModifier.ControlModifier


def _dialog(qtbot: QtBot) -> Dialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    return dialog


def _today(ahead: int = 0) -> str:
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011 - the facilitator's own day


def test_only_the_library_is_made_at_the_start(window: MainWindow) -> None:
    assert [name for name in PAGES if window.pages.made(name)] == ["tyopajat"]
    assert window.windowTitle() == "Fasilitaattori"


def test_rooms_of_a_workshop_are_closed_until_one_is_open(window: MainWindow, house: Any, open_at: OpenAt) -> None:
    closed = [name for name, entry in ON_RAIL.items() if entry.of_workshop]
    for name in closed:
        assert not window.rail.button(name).isEnabled()
        assert window.rail.button(name).toolTip() == "Avaa ensin työpaja"
    window.pages.go("suunnittele")
    assert window.pages.name == "tyopajat"
    open_at(house.evening(), "suunnittele")
    for name in closed:
        assert window.rail.button(name).isEnabled()
    window.workbench.close_workshop()
    assert window.pages.name == "tyopajat"
    assert window.pages.made("suunnittele") is None
    assert not window.rail.button("suunnittele").isEnabled()


def test_keys_turn_pages(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.pages.name == "menetelmat"
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.pages.name == "menetelmat"  # no workshop is open
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    _dialog(qtbot).safe_button.click()


def test_the_list_of_keys_comes_and_goes(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    keys = window.help.key_list
    assert keys is not None
    assert "Ctrl Z: Kumoa" in keys.accessibleDescription()
    assert "Enter: avaa työpaja" in keys.accessibleDescription()
    qtbot.waitUntil(keys.hasFocus)
    QTest.keyClick(keys, Qt.Key.Key_Escape)
    assert window.help.key_list is None
    window.help.show_keys()
    window.pages.go("menetelmat")
    assert window.help.key_list is None


def test_full_screen_and_back(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_ctrl_z_undoes_typing_first_and_then_the_last_act(
    window: MainWindow, house: Any, open_at: OpenAt, told: list[Notice], qtbot: QtBot
) -> None:
    page = open_at(house.evening(), "suunnittele")
    state = window.workbench.open_session
    page.panel.minutes.value_changed.emit(25)
    qtbot.waitUntil(lambda: state.state.plan.steps()[0].minutes == 25)
    name: QLineEdit = page.panel.name
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    QTest.keyClicks(name, "x")
    QTest.keyClick(name, Qt.Key.Key_Z, CTRL)
    assert name.text() == "Tervetuloa ja esittäytyminen"
    assert state.state.plan.steps()[0].minutes == 25
    QTest.keyClick(name, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [notice.words for notice in told] == ["Kumottu: vaiheen muutos"])
    assert state.state.plan.steps()[0].minutes == 10
    assert told[-1].offer is not None
    assert told[-1].offer.words == "Tee uudelleen"
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: state.state.plan.steps()[0].minutes == 25)


def test_making_the_workshop_is_not_undone(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.workshop(set_info(title="Kyläilta"))
    open_at(stream, "suunnittele")
    window.workbench.undo()
    qtbot.waitUntil(lambda: bool(window.toasts.shown()))
    assert window.toasts.shown()[-1].label.text() == "Ei ole mitään kumottavaa."
    assert window.workbench.state.info.title == "Kyläilta"


def test_the_live_dot(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    assert window.rail.button("ohjaa").accessibleName() == "Ohjaa"
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.rail.button("ohjaa").accessibleName() == "Ohjaa, käynnissä")


def test_closing_during_a_live_workshop_asks_and_keeps(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.workbench.is_live)
    window.close()
    assert window.isVisible()
    _dialog(qtbot).safe_button.click()
    assert window.isVisible()
    window.close()
    _dialog(qtbot).act_button.click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert house.door.replica(stream).state.run.phase == "running"


def test_opening_another_during_a_live_workshop_asks(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream, other = house.evening(title="Tämäniltainen"), house.evening(title="Toinen")
    open_at(stream, "suunnittele")
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.workbench.is_live)
    window.workbench.open(other)
    dialog = _dialog(qtbot)
    assert dialog.windowTitle() == "Suljetaanko Tämäniltainen?"
    dialog.safe_button.click()
    assert window.workbench.open_session.stream == stream
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.workbench.open(other)
    _dialog(qtbot).act_button.click()
    qtbot.waitUntil(lambda: window.workbench.session is not None and window.workbench.open_session.stream == other)
    assert house.door.replica(stream).state.run.phase == "running"


def test_a_plan_closes_without_asking(window: MainWindow, house: Any, open_at: OpenAt) -> None:
    open_at(house.evening(), "suunnittele")
    window.close()
    assert not window.isVisible()


def test_after_a_crash_it_goes_on_where_it_was(window: MainWindow, house: Any, told: list[Notice], qtbot: QtBot) -> None:
    stream = house.evening(date=_today())
    house.door.ask(stream, running.start()).result()
    window.resume()
    qtbot.waitUntil(lambda: window.workbench.session is not None and window.pages.name == "ohjaa")
    assert window.workbench.open_session.stream == stream
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].words.startswith("Jatkettiin klo ")


def test_opened_from_the_library_a_running_evening_goes_on_too(
    window: MainWindow, house: Any, open_at: OpenAt, told: list[Notice]
) -> None:
    stream = house.evening(date=_today(-30))
    open_at(stream, "suunnittele")
    assert not told  # it had not begun
    other = house.evening()
    house.door.ask(other, running.start()).result()
    open_at(other, "suunnittele")
    assert told[-1].words.startswith("Jatkettiin klo ")


def test_last_months_evening_is_not_gone_on_with(window: MainWindow, house: Any, qtbot: QtBot) -> None:
    stream = house.evening(date=_today(-30))
    house.door.ask(stream, running.start()).result()
    window.resume()
    house.door.replica(stream)  # whatever was asked of the log has been answered
    assert window.workbench.session is None


def test_expected_trouble_is_told_in_its_own_words(window: MainWindow, qtbot: QtBot) -> None:
    window.troubles.show(StorageError("Levy on täynnä.", "Vapauta tilaa."))
    dialog = _dialog(qtbot)
    assert "Levy on täynnä. Vapauta tilaa." in [label.text() for label in dialog.findChildren(Label)]
    dialog.act_button.click()


@pytest.mark.log_warnings
def test_a_bug_names_the_log_file(window: MainWindow, house: Any, qtbot: QtBot) -> None:
    window.troubles.hook(ZeroDivisionError, ZeroDivisionError("rikki"), None)
    window.troubles.hook(KeyError, KeyError("toinen"), None)  # one dialog is enough
    dialog = _dialog(qtbot)
    words = [label.text() for label in dialog.findChildren(Label)]
    assert str(house.folder / "fasilitaattori.log") in words
    assert "rikki" not in " ".join(words)
    dialog.act_button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_a_refusal_is_a_toast(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    open_at(house.evening(), "suunnittele")
    window.workbench.do(agenda.change_step("ei ole", minutes=5))
    qtbot.waitUntil(lambda: bool(window.toasts.shown()))
    assert window.toasts.shown()[-1].kind == "warning"
    window.workbench.tell(FasilitaattoriError("Tulostinta ei löydy."))
    assert window.toasts.shown()[-1].kind == "error"


def test_what_was_told_in_passing_goes_with_its_language(window: MainWindow, house: Any) -> None:
    window.workbench.tell(FasilitaattoriError("Tulostinta ei löydy."))
    window.workbench.toast("Tallennettu")
    house.settings.theme = "ilta"
    window.pages.settle()
    assert [toast.label.words() for toast in window.toasts.shown()] == ["Tulostinta ei löydy.", "Tallennettu"]
    house.settings.language = "sv"
    window.pages.settle()
    assert [toast.label.words() for toast in window.toasts.shown()] == ["Tulostinta ei löydy."]  # nobody may have read it yet


@pytest.mark.parametrize("language", ["sv", "en"])
def test_another_language_rebuilds_everything(
    window: MainWindow, house: Any, open_at: OpenAt, language: str, qtbot: QtBot
) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    window.workbench.go("menetelmat")
    house.settings.language = language
    window.pages.settle()
    assert window.pages.name == "menetelmat"
    assert window.rail.button("tyopajat").text() == {"sv": "Workshoppar", "en": "Workshops"}[language]
    assert window.pages.made("suunnittele") is None
    window.workbench.go("suunnittele")
    assert window.workbench.open_session.stream == stream
    house.settings.language = "fi"
    window.pages.settle()
    assert window.rail.button("tyopajat").text() == "Työpajat"


def test_another_language_does_not_send_the_focus_to_the_rail(window: MainWindow, house: Any) -> None:
    page = window.pages.page
    assert page is not None
    page.setFocus()
    house.settings.language = "sv"
    assert window.pages.page is not page
    assert window.focusWidget() is window.pages.page
    window.rail.button("menetelmat").setFocus()  # who is there stays there
    house.settings.language = "fi"
    assert window.focusWidget() is window.rail.button("menetelmat")


@pytest.mark.parametrize("name", ["tyopajat", "menetelmat", "suunnittele"])
@pytest.mark.parametrize("size", [(1366, 768), (1280, 650), (1280, 1024)])
def test_pages_fit_the_window(
    window: MainWindow, house: Any, open_at: OpenAt, name: str, size: tuple[int, int], qtbot: QtBot
) -> None:
    page = open_at(house.evening("kylailta", date=_today(3)), name)
    window.resize(*size)
    for scale in (100, 150, 200):
        house.settings.text_size = scale
        window.pages.settle()
        assert page.minimumSizeHint().width() <= window.width() - window.rail.width(), scale
        qtbot.waitUntil(lambda: window.minimumSizeHint().height() <= window.height() == size[1])


def test_a_narrow_window_has_a_narrow_rail(window: MainWindow) -> None:
    window.resize(1366, 768)
    wide = window.rail.width()
    window.resize(1100, 768)
    assert window.rail.width() < wide
    window.resize(1366, 768)
    assert window.rail.width() == wide


@pytest.mark.parametrize("scale", [115, 130, 150, 200])
def test_the_rail_has_its_words_or_not_whatever_was_before(window: MainWindow, house: Any, scale: int) -> None:
    house.settings.text_size = scale
    window.pages.settle()
    for size in ((1366, 768), (1280, 720), (1280, 650), (1280, 1024), (1366, 1024)):
        window.resize(*size)
        widths = []
        for narrow in (False, True):
            window.rail.set_narrow(narrow)
            window.look.changed.emit()
            widths.append(window.rail.width())
        assert widths[0] == widths[1], size


def test_the_end_of_the_session_saves_and_does_not_ask(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    page = open_at(stream, "suunnittele")
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.workbench.is_live)
    name: QLineEdit = page.panel.name
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    name.setText("Tervetuloa kaikki")
    window.save()  # the system asks everybody to save …
    first = window.workbench.state.plan.steps()[0]
    qtbot.waitUntil(lambda: window.workbench.state.plan.need(first.id).title == "Tervetuloa kaikki")
    window.end()  # … and ends
    assert QApplication.activeModalWidget() is None
    assert not window.isVisible()
    assert house.door.replica(stream).state.run.phase == "running"


def test_a_session_whose_end_is_called_off_asks_again(window: MainWindow, house: Any, open_at: OpenAt, qtbot: QtBot) -> None:
    stream = house.evening()
    open_at(stream, "suunnittele")
    house.door.ask(stream, running.start()).result()
    qtbot.waitUntil(lambda: window.workbench.is_live)
    window._session_over.setInterval(1)
    window.save()  # the system asks everybody to save, and then somebody chooses to stay
    qtbot.waitUntil(lambda: not window._session_over.isActive())
    window.close()
    assert window.isVisible()
    _dialog(qtbot).reject()
