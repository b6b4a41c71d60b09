"""The desk and the facilitator's phone steer at once: what the desk has not seen yet is not skipped."""

from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.workshop import floor, running, steering
from tests.unit.desktop.live.live import Live


def elsewhere(live: Live, *commands: object) -> None:
    """From the phone, before the desk has heard of it: nothing reaches the desk while this thread does not turn its loop."""
    for command in commands:
        live.house.door.ask(live.stream, command).result()  # type: ignore[arg-type]


def test_next_pressed_on_both_at_once_moves_one_step(planned: Live) -> None:
    planned.do(running.start())
    elsewhere(planned, steering.next_step())
    planned.page.steering.next_step()
    planned.catch_up()
    planned.until(lambda: "Vaihe on jo vaihtunut." in planned.notices)
    assert planned.on == "Keskustelu"


def test_back_pressed_on_both_at_once_goes_back_one_step(live: Live) -> None:
    live.do(running.next_step())
    elsewhere(live, steering.previous_step())
    live.page.steering.previous_step()
    live.catch_up()
    live.until(lambda: "Vaihe on jo vaihtunut." in live.notices)
    assert live.on == "Keskustelu"


def test_the_turn_given_on_both_at_once_skips_nobody(live: Live) -> None:
    for number in (1, 2, 3):
        live.do(floor.ask(number))
    elsewhere(live, steering.next_speaker(None))
    live.page.work.floor.next_speaker()
    live.catch_up()
    live.until(lambda: "Puheenvuoro on jo vaihtunut." in live.notices)
    speaking = live.state.floor.speaking
    assert speaking is not None
    assert speaking.asking.number == 1


def test_a_round_moved_on_both_at_once_skips_nobody(live: Live) -> None:
    step = live.state.run.current
    assert step is not None
    live.do(discussion.start_round(step))
    elsewhere(live, discussion.move_round(step, of=1))
    live.page.work.next_speaker()
    live.catch_up()
    live.until(lambda: "Puheenvuoro on jo vaihtunut." in live.notices)
    assert live.state.tool(live.state.plan.need(step)).round.current == 2
