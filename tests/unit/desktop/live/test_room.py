"""What the room sees, and the keys that lead to the panels."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fasilitaattori.desktop.live.message_dialog import MessageDialog
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.windowacts import window_acts
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.workshop import info, people, running, show
from tests.unit.desktop.live.live import Live

Key = Qt.Key


def shown(kind: type[Dialog]) -> list[Dialog]:
    """Dialogs of a kind that are on show."""
    return [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]


def test_f8_darkens_and_shows_again(live: Live) -> None:
    button = live.page.work.room.dark_button
    live.press(Key.Key_F8)
    live.until(lambda: live.state.screen.view == "black" and button.text() == "Näytä")
    live.press(Key.Key_F8)
    live.until(lambda: live.state.screen.view == "step" and button.text() == "Pimennä")


def test_a_presenter_remote_darkens_with_b(live: Live) -> None:
    live.page.setFocus()
    live.press(Key.Key_B, live.page)
    live.until(lambda: live.state.screen.view == "black")
    live.press(Key.Key_Period, live.page)
    live.until(lambda: live.state.screen.view == "step")


def test_f9_shows_the_codes(live: Live) -> None:
    live.press(Key.Key_F9)
    live.until(lambda: live.state.screen.view == "qr")
    live.press(Key.Key_F9)
    live.until(lambda: live.state.screen.view == "step")


def test_a_message_for_the_room(live: Live) -> None:
    room = live.page.work.room
    next(action for action in room.make_menu().actions() if action.text() == "Näytä viesti…").trigger()
    live.until(lambda: shown(MessageDialog))
    dialog = shown(MessageDialog)[0]
    assert isinstance(dialog, MessageDialog)
    assert not dialog.act_button.isEnabled()
    dialog.line.setText("Jatkamme klo 19.30")
    live.press(Key.Key_Return, dialog.line)
    live.until(lambda: (live.state.screen.view, live.state.screen.text) == ("message", "Jatkamme klo 19.30"))
    back = next(action for action in room.make_menu().actions() if action.text() == "Näytä vaihe")
    back.trigger()
    live.until(lambda: live.state.screen.view == "step")


def test_a_ready_made_message_needs_one_press(live: Live) -> None:
    room = live.page.work.room
    live.do(info.set_info(language="sv"))
    room.ask_message()
    live.until(lambda: shown(MessageDialog))
    dialog = shown(MessageDialog)[0]
    ready = [button for button in dialog.findChildren(Button) if button.words() == "Kaffet är klart"]
    live.click(ready[0])  # the room reads Swedish
    live.until(lambda: (live.state.screen.view, live.state.screen.text) == ("message", "Kaffet är klart"))
    assert room.instead.isVisible()
    assert room.instead.text() == "viesti"
    assert not room.caption.isVisible()


def test_a_ready_made_message_is_found_in_the_palette(live: Live) -> None:
    live.window.help.show_palette()
    palette = live.window.help.palette
    assert palette is not None
    live.write(palette.line, "kahvi val")
    live.press(Key.Key_Return, palette.line)
    live.until(lambda: live.state.screen.text == "Kahvi on valmis")


def test_the_picture_is_stopped_and_goes_on(live: Live) -> None:
    room = live.page.work.room
    assert room.caption.isVisible()
    QTest.keyClick(live.page, Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    live.until(lambda: live.state.screen.view == "still" and room.still_button.isVisible())
    assert room.instead.text() == "kuva pysäytetty"
    live.click(room.still_button)
    live.until(lambda: live.state.screen.view == "step" and not room.still_button.isVisible())
    assert room.code_button.isVisible()
    assert room.caption.isVisible()


def test_the_picture_is_the_big_screens_own(live: Live) -> None:
    live.until(lambda: not live.page.work.room.preview._picture.isNull())
    picture = live.page.work.room.preview._picture
    assert picture.width() >= live.page.work.room.preview.inner_width()


def test_moving_on_shows_the_step(live: Live) -> None:
    live.do(show.show("message", "Hetki"))
    live.page.work.now.next_button.press()
    live.page.work.now.next_button.press()
    live.until(lambda: live.state.screen.view == "step")


def test_ctrl_and_a_number_lead_to_the_panels(live: Live) -> None:
    work = live.page.work
    for key, panel in ((Key.Key_1, work.now), (Key.Key_2, work.floor), (Key.Key_3, work.record), (Key.Key_4, work.room)):
        live.press(key, ctrl=True)
        focused = live.window.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused), key


def test_in_a_small_window_the_right_column_has_two_sides(live: Live) -> None:
    work = live.page.work
    live.window.resize(1100, 620)
    live.until(work.columns.right_tabs.isVisible)
    assert work.record.isVisible()
    assert not work.room.isVisible()
    live.press(Key.Key_4, ctrl=True)
    assert work.room.isVisible()
    live.press(Key.Key_F2)
    assert work.record.field.hasFocus()
    assert not work.room.isVisible()


def test_with_large_text_one_panel_is_shown_at_a_time(live: Live) -> None:
    work = live.page.work
    live.page.look.change(text_scale=2.0)
    live.until(work.columns.tabs.isVisible)
    assert work.floor.isVisible()
    assert not work.now.isVisible()
    live.press(Key.Key_F3)
    assert work.record.field.hasFocus()
    assert not work.floor.isVisible()
    live.press(Key.Key_Escape, work.record.field)
    assert work.floor.isVisible()
    live.press(Key.Key_1, ctrl=True)
    assert work.now.isVisible()
    live.press(Key.Key_F7)
    assert work.floor.name_field.hasFocus()


def test_the_list_of_keys_tells_every_group(live: Live) -> None:
    live.window.help.show_keys()
    told = live.window.help.key_list
    assert told is not None
    said = told.accessibleDescription().split("; ")
    assert said[0] == "Page Down: Seuraava vaihe"
    assert {"F2: Kirjaa huomio", "H: piilota", "Ctrl K: Etsi ja tee mitä vain", "Alt 4: Ohjaa"} <= set(said)
    assert all(len(line.split(": ")) == 2 for line in said)
    told.leave()


def test_every_act_with_a_key_has_a_shortcut_of_its_own(live: Live) -> None:
    """Two acts on one key would do neither."""
    acts = [*live.page.desk_acts(), *window_acts(live.window)]
    keys = [QKeySequence(key).toString() for act in acts for key in act.keys]
    assert len(keys) == len(set(keys))
    bound = {shortcut.key().toString() for shortcut in live.window.findChildren(QShortcut)}
    assert set(keys) <= bound
    assert all(act.cap for act in acts if act.keys)


def test_leaving_and_coming_back_keeps_the_seconds(live: Live) -> None:
    live.do(people.set_headcount(2))
    live.window.workbench.go("suunnittele")
    live.until(lambda: live.window.pages.name == "suunnittele")
    live.window.workbench.go("ohjaa")
    live.until(live.page.isVisible)
    before = live.page.work.now.ring.reading()
    live.house.clock.advance(2)
    live.until(lambda: live.page.work.now.ring.reading() != before)


@pytest.mark.parametrize("size", [(1280, 650), (1366, 768)])
def test_notices_leave_the_main_button_and_the_foot_of_the_panels_free(live: Live, size: tuple[int, int]) -> None:
    live.window.resize(*size)
    live.window.toasts.show("Siirryttiin: Yhteinen keskustelu vanhan koulun tulevaisuudesta", action="Kumoa", key="Ctrl Z")
    (toast,) = live.window.toasts.shown()
    taken = QRect(toast.mapTo(live.window, QPoint()), toast.size())
    work = live.page.work
    assert work.floor.foot.isVisible()
    for widget in (work.now.next_button, work.floor.counts, work.floor.seats, work.room.people_button):

        def is_free(w: QWidget = widget) -> bool:
            return not taken.intersects(QRect(w.mapTo(live.window, QPoint()), w.size()))

        live.until(is_free)
    assert toast.height() == live.page.look.px(52)  # on one line


def test_large_text_never_squeezes_the_ring_under_its_digits(live: Live) -> None:
    live.page.look.change(text_scale=1.5)
    ring = live.page.work.now.ring
    live.until(lambda: ring.height() == ring.sizeHint().height())
    assert ring.width() == ring.height()


@pytest.mark.parametrize("size", [100, 150])
def test_the_codes_are_as_large_as_there_is_room_from_the_first_moment(planned: Live, size: int) -> None:
    window, house = planned.window, planned.house
    house.settings.change(text_size=size, language="sv", wifi_ssid="Kylätalo", wifi_password="talkoot-2026")
    window.workbench.close_workshop()
    house.door.ask(planned.stream, running.open_room()).result()
    window.workbench.open(planned.stream, "ohjaa")
    planned.until(lambda: window.pages.name == "ohjaa" and not window.pages.busy and window.workbench.room is not None)
    page = window.pages.page
    assert isinstance(page, LivePage)
    planned.qtbot.wait(50)  # for what the open room still moves
    first = page.before.address.code.size()
    page.before._fit_codes()
    planned.qtbot.wait(50)
    assert page.before.address.code.size() == first
