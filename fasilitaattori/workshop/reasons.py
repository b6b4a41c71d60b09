"""Why the method was changed, in the facilitator's own words: one sentence for each step that differs from the method.

The field asks that a method be described as it was really used. What changed is reckoned from the log itself (see changes);
only the reason has to be asked of a person.
"""

from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MAX_REASON = 300


class ReasonGiven(Body, frozen=True):
    """Why this step differs from the method; "" takes the reason back. The latest one counts."""

    of: str
    why: str
    KIND: ClassVar[str] = "plan.reason_given"
    PART: ClassVar[str] = "plan"
    UNDO: ClassVar[str] = N_("muutoksen perustelu")


class ReasonRewritten(Body, frozen=True):
    """The same without the name of somebody who was erased; what it said before is blanked on disk."""

    of: str
    why: str
    KIND: ClassVar[str] = "plan.reason_rewritten"
    PART: ClassVar[str] = "plan"


def give_reason(step_id: str, why: str) -> Command:
    """Say why a step differs from the method, also one that was left out. RuleViolation: no_step, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        if step_id not in state.plan.by_id:
            raise RuleViolation("no_step")
        words = " ".join(why.split())
        if len(words) > MAX_REASON:
            raise RuleViolation("too_long", limit=MAX_REASON)
        return [] if state.plan.reasons.get(step_id, "") == words else [ReasonGiven(step_id, words)]

    return command
