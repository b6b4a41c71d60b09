"""What the room sees, who is in it, and the keys that lead to the panels."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.live.people_dialog import PeopleDialog, erase_text
from fasilitaattori.desktop.live.people_model import ALLOWED, NAME, PRESENT
from fasilitaattori.desktop.live.room_panel import MessageDialog
from fasilitaattori.i18n import translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.workshop import people, show
from fasilitaattori.workshop.closing import Paper
from tests.unit.desktop.live.conftest import Live

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


def test_the_picture_is_the_big_screens_own(live: Live) -> None:
    live.until(lambda: not live.page.work.room.preview._picture.isNull())
    picture = live.page.work.room.preview._picture
    assert picture.width() >= live.page.work.room.preview.inner_width()


def test_moving_on_shows_the_step(live: Live) -> None:
    live.do(show.show("message", "Hetki"))
    live.page.work.now.next_button.press()
    live.page.work.now.next_button.press()
    live.until(lambda: live.state.screen.view == "step")


def test_lost_phones_are_told_and_lead_to_the_people(live: Live) -> None:
    room = live.page.work.room
    live.until(lambda: live.window.workbench.room is not None)
    assert room.people_button.text() == "4 paikalla"
    hall = live.house.room
    assert hall is not None
    hall.away = 2
    room.show_phones()
    assert room.people_button.text() == "2 odottaa yhteyttä"
    live.click(room.people_button)
    live.until(lambda: shown(PeopleDialog))
    shown(PeopleDialog)[0].accept()


def test_the_people_list(live: Live) -> None:
    live.page._open_people()
    live.until(lambda: shown(PeopleDialog))
    dialog = shown(PeopleDialog)[0]
    assert isinstance(dialog, PeopleDialog)
    model = dialog.model
    assert model.rowCount() == 4
    assert model.index(3, NAME).data() == "Osallistuja 4"
    model.setData(model.index(3, NAME), "Tauno")
    live.until(lambda: live.state.people.all[4].name == "Tauno")
    model.setData(model.index(0, PRESENT), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    live.until(lambda: not live.state.people.all[1].present)
    model.setData(model.index(1, ALLOWED), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    live.until(lambda: live.state.people.all[2].name_in_minutes)
    dialog.name_field.setText("Pöytä 2")
    live.click(dialog.add_button)
    live.until(lambda: model.rowCount() == 5)
    dialog.headcount._box.setValue(3)
    live.until(lambda: live.state.people.headcount == 3)
    assert "7" in dialog.summary.words()
    dialog.accept()


def test_erasing_asks_and_blanks_the_name(live: Live) -> None:
    live.page._open_people()
    live.until(lambda: shown(PeopleDialog))
    dialog = shown(PeopleDialog)[0]
    assert isinstance(dialog, PeopleDialog)
    assert not dialog.erase_button.isEnabled()
    dialog.table.selectRow(1)
    live.click(dialog.erase_button)
    live.until(lambda: shown(Dialog))
    question = shown(Dialog)[0]
    assert question.windowTitle() == "Poistetaanko tiedot: Reino?"
    assert question.focusWidget() is question.safe_button
    live.click(question.act_button)
    live.until(lambda: 2 not in live.state.people.all or not live.state.people.all[2].name)
    on_disk = b"".join(file.read_bytes() for file in live.house.folder.glob("fasilitaattori.db*"))
    assert b"Helmi" in on_disk
    assert b"Reino" not in on_disk
    dialog.accept()


def test_what_erasing_cannot_reach_is_listed() -> None:
    tr = translator("fi")
    papers = [Paper("minutes", "pdf", "/home/k/muistio.pdf", "2026-03-12T20:51:00+02:00")]
    copies = [Path(f"backups/fasilitaattori-{n}.db") for n in range(8)]
    said = erase_text(tr, papers, copies)
    assert "/home/k/muistio.pdf (12.3.2026 klo 20.51)" in said
    assert "fasilitaattori-0.db" in said
    assert "ja 2 muussa" in said
    assert "varmuuskopio" not in erase_text(tr, [], [])


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
    said = live.page.keys()
    assert next(group.title for group in said) == "Illan kulku"
    assert all(key and words for group in said for key, words in group.rows)


def test_leaving_and_coming_back_keeps_the_seconds(live: Live) -> None:
    live.do(people.set_headcount(2))
    live.window.workbench.go("suunnittele")
    live.until(lambda: live.window.pages.name == "suunnittele")
    live.window.workbench.go("ohjaa")
    live.until(live.page.isVisible)
    before = live.page.work.now.ring.reading()
    live.until(lambda: live.page.work.now.ring.reading() != before)
