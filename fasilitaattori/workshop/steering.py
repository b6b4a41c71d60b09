"""Moving the evening on, as everybody who steers does it: the desk and the facilitator's phone.

Several hands may be on the wheel at once. So whoever moves on says what they see on: two who press "next" at the same moment go
on by one step, and the other one is told that it has happened.
"""

from typing import TYPE_CHECKING

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop import floor, running, show
from fasilitaattori.workshop.events import Command, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


def together(*commands: Command) -> Command:
    """Several commands as one act, one undo. Each sees the state from before the act."""

    def command(state: "Workshop") -> list[Outcome]:
        return [outcome for part in commands for outcome in part(state)]

    return command


def seen(step_id: str | None, command: Command) -> Command:
    """A command of somebody who sees this step on (None = none is). RuleViolation("moved_on") when another one is by now."""

    def guarded(state: "Workshop") -> list[Outcome]:
        if state.run.current != step_id:
            raise RuleViolation("moved_on")
        return command(state)

    return guarded


def heard(asking_id: str | None, command: Command) -> Command:
    """A command of somebody who hears the turn of this asking (None = nobody speaks). RuleViolation("turn_moved_on")."""

    def guarded(state: "Workshop") -> list[Outcome]:
        speaking = state.floor.speaking
        if (speaking.asking.id if speaking else None) != asking_id:
            raise RuleViolation("turn_moved_on")
        return command(state)

    return guarded


def start() -> Command:
    """The first step, or a stopped clock goes on; the big screen shows the step whatever it showed before."""
    return together(running.start(), show.show("step"))


def next_step() -> Command:
    """On to the next step, and the big screen with it."""
    return together(running.next_step(), show.show("step"))


def previous_step() -> Command:
    """Back to the step before, and the big screen with it."""
    return together(running.previous_step(), show.show("step"))


def go_to(step_id: str) -> Command:
    """Straight to a step, and the big screen with it."""
    return together(running.go_to(step_id), show.show("step"))


def next_speaker(asking_id: str | None) -> Command:
    """The turn to the first of the queue, for who hears the turn of this asking (None = nobody speaks)."""
    return heard(asking_id, floor.next_speaker())
