"""What each tool shows on a phone: one line per tool."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from fasilitaattori.tools.cards import phone as cards
from fasilitaattori.tools.discussion import phone as discussion
from fasilitaattori.tools.ideas import phone as ideas
from fasilitaattori.tools.pause import phone as pause
from fasilitaattori.tools.survey import phone as survey
from fasilitaattori.tools.talk import phone as talk
from fasilitaattori.tools.vote import phone as vote
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.events import Event

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

Fields = Mapping[str, list[str]]


class ToolPage(Protocol):
    """A tool's `phone.py`; its template is the `phone.html` beside it."""

    LIVE: frozenset[str]
    """Entries of `view` that change without the page being drawn anew: blocks of the template (or facts) show them."""

    def view(self, state: "Workshop", step: Step) -> dict[str, Any]:
        """What everybody sees, as plain data and without language. An entry "turn" = {n, name} says whose turn it is."""
        ...

    def mine(self, state: "Workshop", step: Step, author: int) -> dict[str, Any]:
        """What only this participant sees: the template's block `mine`."""
        ...

    def touches(self, state: "Workshop", step: Step, event: Event) -> Iterable[int]:
        """The participants whose `mine` this event changes."""
        ...

    def body(self, kind: str, fields: Fields) -> dict[str, Any]:
        """What a plain form (no script) sends, as the body of an event."""
        ...


PAGES: dict[str, ToolPage] = {
    "talk": talk,
    "discussion": discussion,
    "cards": cards,
    "ideas": ideas,
    "vote": vote,
    "survey": survey,
    "pause": pause,
}
