"""The speaker queue on the live desk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.live.shares_dialog import SharesDialog
from fasilitaattori.workshop import agenda, floor
from tests.unit.desktop.live.live import Live

Key = Qt.Key

BY_HAND = "Kun joku nostaa käden, kirjoita hänen nimensä alle."


def names(live: Live) -> list[str]:
    """Who waits, as the rows show it."""
    return [row.waiting.name for row in live.page.work.floor.queue.queue_rows()]


def test_nobody_waits(live: Live) -> None:
    panel = live.page.work.floor
    assert panel.empty.isVisible()
    assert panel.empty.sentence.words() == "Vuoron saa pyytää puhelimella tai nostamalla käden."
    assert not panel.speaking.isVisible()


def test_the_field_for_adding_stays_where_it_is_whoever_waits(live: Live) -> None:
    panel = live.page.work.floor
    place = panel.add_button.y()
    live.do(floor.ask(1))
    assert not panel.empty.isVisible()
    live.do(floor.next_speaker())
    live.until(panel.empty.isVisible)  # somebody speaks and nobody waits
    live.do(floor.ask(2))
    live.until(lambda: panel.empty.isHidden() and panel.add_button.y() == place)


def test_turns_go_by_fairness_and_f6_gives_the_next(live: Live) -> None:
    panel = live.page.work.floor
    for number in (1, 2):
        live.do(floor.ask(number, by_phone=True))
    assert names(live) == ["Helmi", "Reino"]
    assert panel.speaking.next_button.text() == "Seuraava: Helmi"
    live.press(Key.Key_F6)
    live.until(lambda: panel.speaking.name.words() == "Helmi")
    live.do(floor.ask(1))
    live.do(floor.ask(4, by_phone=True))
    assert names(live) == ["Reino", "Osallistuja 4", "Helmi"]
    rows = panel.queue.queue_rows()
    assert [row.waiting.tag for row in rows] == ["ensimmäinen vuoro", "ensimmäinen vuoro", ""]
    assert rows[2].waiting.small == "2. vuoro"
    assert [row.waiting.source for row in rows] == ["puhelimesta", "puhelimesta", "käsi nostettu"]
    live.press(Key.Key_Return, ctrl=True)
    live.until(lambda: panel.speaking.name.words() == "Reino")
    assert panel.counts.words().startswith("2 on puhunut, 2 ei vielä")


def test_rows_stay_the_same_widgets(live: Live) -> None:
    live.do(floor.ask(1))
    first = live.page.work.floor.queue.queue_rows()[0]
    live.do(floor.ask(2))
    assert live.page.work.floor.queue.queue_rows()[0] is first


def test_the_menu_gives_the_turn_or_takes_out_of_the_queue(live: Live) -> None:
    panel = live.page.work.floor
    for number in (1, 2, 3):
        live.do(floor.ask(number))
    row = panel.queue.queue_rows()[2]
    row.make_menu().actions()[0].trigger()
    live.until(lambda: panel.speaking.name.words() == "Aino")
    panel.queue.queue_rows()[0].make_menu().actions()[1].trigger()
    live.until(lambda: names(live) == ["Reino"])
    assert "Poistettu jonosta" in " ".join(live.notices)


def test_with_large_letters_the_queue_shows_more_than_one_at_a_time(live: Live) -> None:
    live.house.settings.text_size = 200
    for number in (1, 2, 3, 4):
        live.do(floor.ask(number))
    queue = live.page.work.floor.queue
    rows = queue.queue_rows()
    live.until(lambda: len(queue.queue_rows()) == 4 and queue.height() >= 3 * rows[0].height())
    live.do(floor.next_speaker())
    live.do(floor.next_speaker())
    live.do(floor.next_speaker())
    live.until(lambda: queue.minimumHeight() < 2 * queue.queue_rows()[0].height())


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the offscreen platform has none to grab
def test_f7_adds_by_name_known_or_new(live: Live) -> None:
    field = live.page.work.floor.name_field
    live.press(Key.Key_F7)
    assert field.hasFocus()
    live.write(field, "reino")
    live.press(Key.Key_Return, field)
    live.until(lambda: names(live) == ["Reino"])
    live.until(lambda: field.text() == "")
    live.write(field, "Pöytä 4")
    live.click(live.page.work.floor.add_button)
    live.until(lambda: names(live) == ["Reino", "Pöytä 4"])
    assert len(live.state.people.all) == 5


def test_names_may_be_written_faster_than_they_are_saved(live: Live) -> None:
    field = live.page.work.floor.name_field
    live.press(Key.Key_F7)
    for name in ("Reino", "Lahja"):
        field.setText(field.text() + name)
        live.press(Key.Key_Return, field)
        live.press(Key.Key_Return, field)
    live.until(lambda: names(live) == ["Reino", "Lahja"])
    assert field.text() == ""
    assert not live.notices


def test_asking_twice_is_told_and_the_name_is_kept(live: Live) -> None:
    live.do(floor.ask(2))
    field = live.page.work.floor.name_field
    field.setText("Reino")
    live.press(Key.Key_Return, field)
    live.until(lambda: live.notices)
    assert field.text() == "Reino"


def test_a_short_reply_comes_first(live: Live) -> None:
    panel = live.page.work.floor
    live.do(floor.ask(1))
    live.do(floor.next_speaker())
    live.do(floor.ask(2))
    live.click(panel.speaking.reply_button)
    assert panel.name_field.hasFocus()
    panel.name_field.setText("Aino")
    live.press(Key.Key_Return, panel.name_field)
    live.until(lambda: names(live) == ["Aino", "Reino"])
    assert panel.queue.queue_rows()[0].waiting.tag == "lyhyt vastaus"
    live.until(lambda: panel.name_field.placeholderText() == "Lisää jonoon: nimi tai pöytä")


def test_the_queue_is_closed_for_phones(live: Live) -> None:
    chip = live.page.work.floor.open_chip
    assert chip.isChecked()
    live.click(chip)
    live.until(lambda: not live.state.floor.open)
    assert chip.text() == "Jono kiinni puhelimilla"
    assert live.page.work.floor.empty.sentence.words() == BY_HAND  # of phones nothing is said


def test_nothing_is_said_of_phones_where_they_may_not_ask(live: Live) -> None:
    panel, step = live.page.work.floor, live.state.current
    assert step is not None
    assert panel.open_chip.isVisible()
    live.do(agenda.change_step(step.id, settings={"floor": False}))
    live.until(panel.open_chip.isHidden)
    assert panel.empty.sentence.words() == BY_HAND


def test_with_nobody_waiting_the_turn_ends(live: Live) -> None:
    panel = live.page.work.floor
    live.do(floor.ask(1))
    live.do(floor.next_speaker())
    assert panel.speaking.next_button.text() == "Päätä vuoro"
    live.press(Key.Key_F6)
    live.until(lambda: live.state.floor.speaking is None and panel.empty.isVisible())


def test_over_time_is_said_in_words(live: Live) -> None:
    card = live.page.work.floor.speaking
    card.show_time(84_000, 120)
    assert card.clock.accessibleName() == "1:24"
    assert card.allowed.words() == "/ 2:00"
    card.show_time(121_000, 120)
    assert "aika täynnä" in card.allowed.words()


def test_shares_are_for_the_facilitator(live: Live) -> None:
    assert not live.page.work.floor.shares_button.isEnabled()
    live.do(floor.ask(1))
    live.do(floor.next_speaker())
    live.click(live.page.work.floor.shares_button)
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, SharesDialog) and w.isVisible()]
    assert found
    assert "näkyy vain sinulle" in found[0].sentence.words()
    found[0].accept()
