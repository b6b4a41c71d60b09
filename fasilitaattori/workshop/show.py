"""What the big screen is asked to show instead of the step's own view."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.events import Body, Command, Event, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

VIEWS = ("step", "welcome", "qr", "queue", "black", "message", "still")
""" "still" keeps the picture that was up, until something else is asked for."""
MAX_MESSAGE = 200


class Shown(Body, frozen=True):
    """The big screen shows this view; `text` is the message."""

    view: str
    text: str = ""
    KIND: ClassVar[str] = "screen.shown"
    PART: ClassVar[str] = "screen"


@dataclass(slots=True)
class Screen:
    """What was asked of the big screen last."""

    view: str = "step"
    text: str = ""

    def apply(self, event: Event) -> None:
        """Fold one event."""
        if isinstance(event.body, Shown) and event.body.view in VIEWS:
            self.view, self.text = event.body.view, event.body.text


def show(view: str, text: str = "") -> Command:
    """Show a view of VIEWS on the big screen. RuleViolation: too_long, empty_text, unknown_kind."""

    def command(state: "Workshop") -> list[Outcome]:
        if view not in VIEWS:
            raise RuleViolation("unknown_kind")
        if view == "message" and not text.strip():
            raise RuleViolation("empty_text")
        if len(text) > MAX_MESSAGE:
            raise RuleViolation("too_long", limit=MAX_MESSAGE)
        now = state.screen
        return [] if (now.view, now.text) == (view, text) else [Shown(view, text.strip())]

    return command
