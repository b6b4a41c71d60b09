"""Steering the evening: before, on the way, the clock, the end."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.live.times_menu import times_menu
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.tools.vote.model.papers import enter_paper
from fasilitaattori.workshop import agenda, info, running, show
from tests.unit.desktop.live.live import Live

Key = Qt.Key


def dialog(live: Live) -> Dialog:
    """The question on show."""
    live.until(lambda: any(isinstance(w, Dialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible())


def test_a_plan_that_becomes_empty_and_gets_steps_again_is_followed(planned: Live) -> None:
    head = planned.page.head
    for step in planned.plans:
        planned.do(agenda.remove_step(step.id))
    planned.until(lambda: head.strip.isHidden() and not head.ticks.shown())
    planned.do(agenda.add_step(agenda.new_step("Kahvit", "pause", 15)))
    planned.until(lambda: head.strip.isVisible() and head.ticks.shown() == ["18.00", "18.15"])


def test_the_room_is_opened_and_the_evening_starts(planned: Live) -> None:
    page = planned.page
    assert page.before.isVisible()
    assert page.before.open_button.isVisible()
    planned.click(page.before.open_button)
    planned.until(lambda: planned.state.run.phase == "open" and page.before.address.isVisible())
    room = planned.window.workbench.room
    assert room is not None
    assert page.before.address.words.words() == room.url.removeprefix("http://").removesuffix("/")
    numbered = page.before.wifi.isVisible()
    assert page.before.address.title.words() == ("2  Avaa sivu" if numbered else "Avaa sivu")  # there is no 2 without a 1
    assert page.before.start_button.text() == "Aloita: Tervetuloa"
    planned.names("Helmi")
    assert page.before.count.words() == "1"
    assert "Helmi" in page.before.names.words()
    planned.do(show.show("qr"))
    planned.click(page.before.start_button)
    planned.until(page.work.isVisible)
    assert planned.state.run.phase == "running"
    assert planned.state.screen.view == "step"
    assert page.head.title.words() == "Tervetuloa"
    assert page.head.place.text() == "Vaihe 1 / 3"


def test_starting_at_once_lets_phones_in(planned: Live) -> None:
    planned.click(planned.page.before.start_button)
    planned.until(lambda: planned.state.run.phase == "running" and planned.window.workbench.room is not None)


def test_an_evening_whose_day_has_passed_is_not_begun_by_mistake(planned: Live) -> None:
    long_ago = planned.house.clock.now().date() - timedelta(days=2)
    planned.do(info.set_info(date=long_ago.isoformat()))
    planned.click(planned.page.before.open_button)
    question = dialog(planned)
    assert "siitä on jo 2 päivää" in question.sentence.words()
    question.reject()
    assert planned.window.workbench.room is None
    planned.click(planned.page.before.start_button)
    dialog(planned).accept()
    planned.until(lambda: planned.state.run.phase == "running")


def test_who_means_to_begin_is_asked_once(planned: Live) -> None:
    planned.do(info.set_info(date=(planned.house.clock.now().date() + timedelta(days=3)).isoformat()))
    planned.click(planned.page.before.open_button)
    dialog(planned).accept()
    planned.until(lambda: planned.state.run.phase == "open")
    planned.click(planned.page.before.start_button)
    planned.until(lambda: planned.state.run.phase == "running")


def test_an_empty_plan_cannot_be_started(planned: Live) -> None:
    for plan in planned.plans:
        planned.do(agenda.remove_step(plan.id))
    assert not planned.page.before.start_button.isEnabled()
    assert planned.page.before.start_button.toolTip()


def test_people_without_phones_are_counted(planned: Live) -> None:
    before = planned.page.before
    before.name_field.setText("Pöytä 4")
    planned.press(Key.Key_Return, before.name_field)
    planned.until(lambda: planned.state.people.all)
    assert not before.name_field.text()
    before.headcount._box.setValue(5)
    planned.until(lambda: planned.state.people.headcount == 5)
    planned.until(lambda: before.count.words() == "5")
    assert before.how.words() == "0 puhelimella, 5 ilman"


def test_the_next_step_asks_once_on_the_button_itself(live: Live) -> None:
    button = live.page.work.now.next_button
    assert button.text() == "Seuraava: Kahvitauko"
    live.press(Key.Key_PageDown)
    assert button.asking
    assert button.text() == "Aikaa vielä 35 min: paina uudelleen"
    assert live.on == "Keskustelu"
    live.press(Key.Key_PageDown)
    live.until(lambda: live.on == "Kahvitauko")
    assert "Siirryttiin: Kahvitauko" in " ".join(live.notices)


def test_the_question_on_the_button_is_forgotten(live: Live) -> None:
    button = live.page.work.now.next_button
    button.press()
    button._timer.setInterval(10)
    button._timer.start()
    live.until(lambda: not button.asking)
    assert button.text() == "Seuraava: Kahvitauko"


def test_under_a_minute_it_does_not_ask(live: Live) -> None:
    live.do(running.adjust(-35 * 60 + 30))
    live.until(lambda: live.page.work.now.ring.reading() in ("0:30", "0:29"))
    live.press(Key.Key_PageDown)
    live.until(lambda: live.on == "Kahvitauko")


def test_page_up_goes_back_and_ctrl_z_undoes_the_move(live: Live) -> None:
    live.press(Key.Key_PageUp)
    live.until(lambda: live.on == "Tervetuloa")
    live.press(Key.Key_Z, ctrl=True)
    live.until(lambda: live.on == "Keskustelu")


def test_the_clock_stops_goes_on_and_gets_minutes(live: Live) -> None:
    now = live.page.work.now
    live.press(Key.Key_F5)
    live.until(lambda: live.state.run.paused_since is not None and now.timer_row.pause.text() == "Jatka kelloa")
    live.press(Key.Key_Space, ctrl=True)
    live.until(lambda: live.state.run.paused_since is None)
    live.press(Key.Key_Up, ctrl=True)
    live.press(Key.Key_Up, ctrl=True)
    live.press(Key.Key_Down, ctrl=True)
    live.until(lambda: live.state.run.adjusted.get(live.plans[1].id) == 60)
    live.click(now.timer_row.less)
    live.until(lambda: live.state.run.adjusted.get(live.plans[1].id) == 0)


def test_the_menu_of_times_goes_to_any_step(live: Live) -> None:
    steer = live.page.steering
    state, marks, now_ms = live.state, live.page.marks, live.house.clock.ms()
    menu = times_menu(live.page.look, state, now_ms, steer.adjust, steer.go_to, steer.ask_end, marks, live.page)
    said = [action.text() for action in menu.actions()]
    assert said[0] == "+5 min"
    next(action for action in menu.actions() if action.text() == "+5 min").trigger()
    live.until(lambda: live.state.run.adjusted.get(live.plans[1].id) == 300)
    steps = menu.findChild(QMenu)
    assert steps is not None
    assert not steps.actions()[1].isEnabled()
    steps.actions()[2].trigger()
    live.until(lambda: live.on == "Kahvitauko")


def with_papers(live: Live) -> None:
    """On to a vote in which two ballots on paper are typed in."""
    step = agenda.new_step("Äänestys", "vote", settings={"kind": "one", "options": ["Sauna", "Kirjasto"]})
    live.do(agenda.add_step(step, before=live.plans[1].id))
    live.do(running.go_to(step.id))
    choice = live.state.tool(live.state.plan.need(step.id)).candidates[0].id
    for number in (1, 2):
        live.do(enter_paper(step.id, number, {choice: 1}))
    live.until(lambda: live.on == "Äänestys")


@pytest.mark.parametrize("way", ["next", "previous", "straight"])
def test_leaving_a_vote_with_papers_asks_before_they_are_counted_for_good(live: Live, way: str) -> None:
    with_papers(live)
    steer = live.page.steering
    ways: dict[str, Callable[[], object]] = {
        "next": steer.next_step,
        "previous": steer.previous_step,
        "straight": lambda: steer.go_to(live.plans[0].id),
    }
    act = ways[way]
    act()
    asked = dialog(live)
    assert asked.windowTitle() == "Suljetaanko äänestys?"
    asked.reject()
    live.do(info.set_info(title="Toinen nimi"))  # whatever was done before it is in the log by now
    assert live.on == "Äänestys"
    act()
    dialog(live).accept()
    live.until(lambda: live.on != "Äänestys")
    steer.next_step() if way != "next" else steer.previous_step()
    live.until(lambda: live.on == "Äänestys")
    act()  # it is counted, and nothing is asked any more
    live.until(lambda: live.on != "Äänestys")


def test_the_end_tells_what_becomes_of_papers(live: Live) -> None:
    with_papers(live)
    live.page.steering.ask_end()
    told = " ".join(label.words() for label in dialog(live).findChildren(Label))
    assert "2 lippua syötetty. Laskemisen jälkeen niitä ei voi enää avata eikä korjata." in told
    dialog(live).reject()


def test_picking_a_step_on_the_rug_goes_there(live: Live) -> None:
    live.page.head.strip.step_activated.emit(2)
    live.until(lambda: live.on == "Kahvitauko")


def test_after_the_last_step_the_end_is_asked_for(live: Live) -> None:
    live.do(running.go_to(live.plans[2].id))
    assert live.page.work.now.next_button.text() == "Lopeta ilta"
    live.press(Key.Key_PageDown)
    asked = dialog(live)
    assert asked.windowTitle() == "Lopetetaanko ilta?"
    live.press(Key.Key_Escape, asked)
    assert live.state.run.phase == "running"
    live.press(Key.Key_PageDown)
    live.click(dialog(live).act_button)
    live.until(lambda: live.state.run.phase == "ended" and live.window.pages.name == "kokoa")
    live.window.workbench.go("ohjaa")
    live.until(live.page.after.isVisible)
    assert live.page.after.title.words().startswith("Ilta päättyi klo")
    live.window.workbench.close_room()
    live.until(lambda: live.window.workbench.room is None)
    assert "Puhelimilla" not in live.page.after.told.words()
    live.window.workbench.open_room()
    live.until(lambda: live.window.workbench.room is not None)
    assert live.page.after.told.words().endswith("Puhelimilla näkyy kiitos.")
    live.click(live.page.after.go_on_button)
    live.until(lambda: live.page.work.isVisible() and live.on == "Kahvitauko")


def test_an_evening_of_another_day_goes_on_only_when_it_is_meant(live: Live) -> None:
    long_ago = live.house.clock.now().date() - timedelta(days=7)
    live.do(info.set_info(date=long_ago.isoformat()))
    live.do(running.end())
    live.until(live.page.after.isVisible)
    live.click(live.page.after.go_on_button)
    asked = dialog(live)
    assert asked.windowTitle() == "Aloitetaanko oikea ilta nyt?"
    asked.reject()
    live.do(info.set_info(title="Toinen nimi"))  # whatever was begun before it is in the log by now
    assert live.state.run.phase == "ended"
    live.click(live.page.after.go_on_button)
    dialog(live).accept()
    live.until(lambda: live.state.run.phase == "running" and live.page.work.isVisible())


def test_the_heading_and_the_steps_follow_changes(live: Live) -> None:
    live.do(info.set_info(title="Uusi nimi"))
    assert live.page.head.about.words() == "Uusi nimi"
    live.do(agenda.change_step(live.plans[1].id, title="Yhteinen keskustelu"))
    assert live.page.head.title.words() == "Yhteinen keskustelu"
    live.do(agenda.change_step(live.plans[1].id, tool="talk"))
    assert type(live.page.work.console).__name__ == "TalkConsole"


def test_a_running_evening_opens_where_it_was(live: Live) -> None:
    live.window.workbench.close_workshop()
    live.until(lambda: live.window.workbench.session is None)
    live.window.workbench.open(live.stream, "ohjaa")
    live.until(lambda: live.window.pages.name == "ohjaa" and live.window.workbench.room is not None)
    page = live.window.pages.page
    assert isinstance(page, LivePage)
    assert page.work.isVisible()
    assert page.head.title.words() == "Keskustelu"
    assert page.work.now.ring.reading().startswith(("35:", "34:"))


def test_the_focus_stays_in_the_page_when_what_had_it_goes(live: Live) -> None:
    queue = live.page.work.floor.name_field
    queue.setFocus()
    live.do(running.next_step())
    assert live.page.work.floor.isHidden()
    focus = live.window.focusWidget()
    assert focus is not None
    assert focus is live.page or live.page.isAncestorOf(focus)


def test_the_keys_steer_also_when_the_rail_has_the_focus(live: Live) -> None:
    live.window.rail.button("ohjaa").setFocus()
    live.press(Key.Key_PageUp)
    live.until(lambda: live.on == "Tervetuloa")


def test_when_late_one_key_shortens_what_can_give(live: Live) -> None:
    head = live.page.head
    assert not head.catch_up.isVisible()
    live.do(running.adjust(16 * 60))  # ten minutes were saved, the dialogue goes on for sixteen more
    live.until(head.catch_up.isVisible)
    assert head.catch_up.words() == "Ota 6 min kiinni"
    assert head.catch_up.accessibleDescription() == "Ehdotus: Kahvitauko 20 → 14 min"
    assert head.about.words() in ("Ehdotus: Kahvitauko 20 → 14 min", "Kahvitauko 20 → 14 min", "1 vaihe lyhyemmäksi")
    live.window.resize(1700, 768)
    live.until(lambda: head.about.words() == "Ehdotus: Kahvitauko 20 → 14 min")
    live.press(Key.Key_L, ctrl=True)
    live.until(lambda: not head.catch_up.isVisible())
    break_time = live.plans[2].id
    assert live.state.run.adjusted[break_time] == -6 * 60
    assert live.notices == ["Lyhennettiin: Kahvitauko 20 → 14 min"]
    assert head.late.text().startswith("Ajassa")
    live.press(Key.Key_Z, ctrl=True)
    live.until(head.catch_up.isVisible)
    assert break_time not in live.state.run.adjusted


def test_with_nothing_to_catch_up_the_key_says_so(live: Live) -> None:
    live.press(Key.Key_L, ctrl=True)
    assert live.notices == ["Ette ole jäljessä, joten mitään ei tarvitse lyhentää."]
    assert not live.state.run.adjusted


def test_a_step_found_by_name_is_gone_to(live: Live) -> None:
    live.window.help.show_palette()
    palette = live.window.help.palette
    assert palette is not None
    live.write(palette.line, "kahvi")
    assert palette.found()[0].words == "Kahvitauko"
    live.press(Key.Key_Return, palette.line)
    live.until(lambda: live.on == "Kahvitauko")


def test_a_person_found_by_name_comes_into_the_queue(live: Live) -> None:
    live.window.help.show_palette()
    palette = live.window.help.palette
    assert palette is not None
    live.write(palette.line, "reino")
    live.press(Key.Key_Return, palette.line)
    live.until(lambda: [asking.number for asking in live.state.floor.waiting.values()] == [2])
