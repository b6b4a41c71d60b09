"""Several hands on the wheel: whoever moves on says what they saw, and the evening never skips."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import floor, people, running, show, steering
from fasilitaattori.workshop.agenda import new_step
from tests.ledger import Ledger


@pytest.fixture
def evening() -> Ledger:
    ledger = Ledger()
    ledger.plan(new_step("Alku", "talk", 5), new_step("Keskustelu", "discussion", 30), new_step("Loppu", "talk", 5))
    ledger.do(steering.start())
    return ledger


def title(ledger: Ledger) -> str:
    step = ledger.state.current
    return step.title if step else ""


def test_two_who_press_next_on_the_same_step_go_on_by_one(evening: Ledger) -> None:
    on = evening.state.run.current
    evening.do(steering.seen(on, steering.next_step()))
    with pytest.raises(RuleViolation) as late:
        evening.do(steering.seen(on, steering.next_step()))
    assert late.value.code == "moved_on"
    assert title(evening) == "Keskustelu"


def test_who_saw_no_step_does_not_start_a_second_time(evening: Ledger) -> None:
    with pytest.raises(RuleViolation):
        evening.do(steering.seen(None, steering.start()))


def test_moving_on_shows_the_step_on_the_big_screen(evening: Ledger) -> None:
    evening.do(show.show("black"))
    evening.do(steering.next_step())
    assert evening.state.screen.view == "step"
    evening.do(show.show("qr"))
    evening.do(steering.previous_step())
    assert (title(evening), evening.state.screen.view) == ("Alku", "step")
    evening.do(show.show("qr"))
    evening.do(steering.go_to(evening.state.plan.steps()[2].id))
    assert (title(evening), evening.state.screen.view) == ("Loppu", "step")


def test_two_who_give_the_turn_at_the_same_moment_skip_nobody(evening: Ledger) -> None:
    evening.do(steering.next_step())
    for name in ("Helmi", "Reino", "Aino"):
        evening.do(people.add_person(name))
    for number in (1, 2, 3):
        evening.do(floor.ask(number))
    evening.do(steering.next_speaker(None))
    with pytest.raises(RuleViolation) as late:
        evening.do(steering.next_speaker(None))
    assert late.value.code == "turn_moved_on"
    speaking = evening.state.floor.speaking
    assert speaking is not None
    assert speaking.asking.number == 1
    evening.do(steering.next_speaker(speaking.asking.id))
    assert evening.state.floor.speaking is not None
    assert evening.state.floor.speaking.asking.number == 2


def test_one_act_is_one_undo(evening: Ledger) -> None:
    made = evening.do(steering.together(running.next_step(), show.show("black")))
    assert len({event.request for event in evening.events if event.id in made}) == 1
