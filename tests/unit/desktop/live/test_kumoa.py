"""Kumoa of a notice takes back what the notice speaks of, whatever the facilitator's phone has done since."""

from PySide6.QtWidgets import QApplication

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, floor, moderation, record, running, steering
from tests.unit.desktop.live.live import Key, Live


def kumoa(live: Live) -> None:
    """Clicks the button of the newest notice."""
    button = live.window.toasts.shown()[-1].button
    assert button is not None
    assert button.words() == "Kumoa"
    live.click(button)


def next_at_the_desk(live: Live) -> None:
    live.page.steering.next_step()
    live.until(lambda: live.notices == ["Siirryttiin: Kahvitauko"])


def test_what_the_phone_did_meanwhile_stays(live: Live) -> None:
    next_at_the_desk(live)
    live.do(record.decide("Talkoot lauantaina"))
    kumoa(live)
    live.until(lambda: live.notices == ["Kumottu: siirtyminen vaiheeseen"])
    assert live.on == "Keskustelu"
    assert [entry.text for entry in live.state.record.entries] == ["Talkoot lauantaina"]
    live.press(Key.Key_Y, ctrl=True)
    live.until(lambda: live.on == "Kahvitauko")
    live.until(lambda: live.notices == ["Tehty uudelleen: siirtyminen vaiheeseen"])
    live.do(record.decide("Kahvit tarjoaa kylä"))
    kumoa(live)
    live.until(lambda: live.on == "Keskustelu")
    assert len(live.state.record.entries) == 2


def test_what_the_phone_has_built_on_it_is_told_and_nothing_is_undone(live: Live) -> None:
    live.do(steering.previous_step())
    live.page.steering.next_step()
    live.until(lambda: live.notices == ["Siirryttiin: Keskustelu"])
    live.do(steering.next_step())
    kumoa(live)
    live.until(lambda: live.notices == ["Ei kumottu, sillä sen jälkeen on tehty: siirtyminen vaiheeseen."])
    assert live.on == "Kahvitauko"


def test_what_is_undone_already_is_not_undone_again(live: Live) -> None:
    live.do(record.note("Pysyy"))
    next_at_the_desk(live)
    kumoa_of_the_notice = live.window.toasts.shown()[-1].on_action
    assert kumoa_of_the_notice is not None
    live.window.workbench.undo()
    live.until(lambda: live.on == "Keskustelu")
    kumoa_of_the_notice()
    live.until(lambda: "Se on jo kumottu." in live.notices)
    assert [entry.text for entry in live.state.record.entries] == ["Pysyy"]


def test_what_the_phone_builds_on_it_while_the_question_is_open_counts_too(live: Live) -> None:
    wall = agenda.new_step("Ideaseinä", "ideas")
    live.do(agenda.add_step(wall))
    live.do(running.go_to(wall.id))
    theme = live.do(ideas.add_theme(wall.id, "Ranta"))[0]
    send = MODELS["ideas"].sends["ideas.added"]
    body = send.body(text="Laituri", theme=theme)
    live.house.door.ask(live.stream, lambda state: send.rule(state, state.plan.need(wall.id), 1, body), author=1).result()
    live.catch_up()
    live.window.workbench.undo()
    question = QApplication.activeModalWidget()
    assert isinstance(question, Dialog)
    live.do(ideas.rename_theme(wall.id, theme, "Satama"))
    live.click(question.act_button)
    live.until(lambda: live.notices == ["Ei kumottu, sillä sen jälkeen on tehty: teeman nimeäminen."])
    assert [each.name for each in live.state.tool(live.state.plan.need(wall.id)).themes] == ["Satama"]


def test_a_phone_taken_out_in_the_middle_of_its_turn_is_let_back_while_another_speaks(live: Live) -> None:
    bench = live.window.workbench
    for number in (1, 2):
        live.do(floor.ask(number))
    live.do(floor.next_speaker())
    bench.do(moderation.remove_person(1), lambda _: bench.toast_undo("Puhelin poistettu: Helmi"))
    live.until(lambda: live.notices == ["Puhelin poistettu: Helmi"])
    spoke_until = live.state.floor.turns[0].end_ms
    live.do(floor.next_speaker())
    live.do(floor.set_open(False))
    kumoa(live)
    live.until(lambda: live.notices == ["Kumottu: puhelimen poistaminen"])
    assert not live.state.people.all[1].removed
    speaking = live.state.floor.speaking
    assert speaking is not None
    assert speaking.asking.number == 2
    assert live.state.floor.turns[0].end_ms == spoke_until
    assert not live.state.floor.open


def test_a_phone_taken_out_in_the_middle_of_its_turn_goes_on_when_nobody_has_spoken_since(live: Live) -> None:
    bench = live.window.workbench
    live.do(floor.ask(1))
    live.do(floor.next_speaker())
    bench.do(moderation.remove_person(1), lambda _: bench.toast_undo("Puhelin poistettu: Helmi"))
    live.until(lambda: live.notices == ["Puhelin poistettu: Helmi"])
    kumoa(live)
    live.until(lambda: live.state.floor.speaking is not None and not live.state.people.all[1].removed)


def test_what_changed_nothing_offers_no_kumoa(live: Live) -> None:
    bench = live.window.workbench
    live.do(record.note("Pysyy"))
    bench.do(lambda state: [], lambda _: bench.toast_undo("Liittyminen on auki"))
    live.until(lambda: live.notices == ["Liittyminen on auki"])
    assert live.window.toasts.shown()[-1].button is None
