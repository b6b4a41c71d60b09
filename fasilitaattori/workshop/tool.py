"""What a tool tells the workshop about itself. The tools live in their own rooms above; the workshop knows only this."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.events import Body, Event, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


class Matter(msgspec.Struct, frozen=True):
    """Something people brought up that can be given an answer (see `answers`): `kind` "theme", "idea", "action", "decision" or
    "next"; `words` their own. `size` is how many notes say it, `under` the id of the theme it belongs to, `said` the notes of a
    theme. `loose` = an idea beside themes, without one of its own. `who` and `when` as it was agreed, `at` when (ISO)."""

    id: str
    kind: str
    words: str = ""
    size: int = 1
    under: str = ""
    said: tuple[str, ...] = ()
    loose: bool = False
    who: str = ""
    when: str = ""
    at: str = ""


class ToolState:
    """A tool's folded state of one step. `apply` never raises: what refers to something missing is ignored."""

    __slots__ = ()

    def apply(self, event: Event) -> None:
        """Fold one event of the step. A tool that keeps nothing ignores it."""

    def matters(self) -> list[Matter]:
        """What people brought up in the step, to be answered after the evening."""
        return []

    def holds(self, of: str) -> bool:
        """Is there a matter with this id? Without going through all of them."""
        return False


def _when_open(state: "Workshop", step: "Step", author: int) -> bool:
    return state.run.is_open(step.id)


@dataclass(frozen=True, slots=True)
class Send:
    """Something a phone may send: the shape of its body and the rule that answers it.

    `rule(state, step, author, body)` gives outcomes or raises RuleViolation; `may(state, step, author)` says whether the
    phone should offer it now. `always` = allowed whether or not the step is open; `public` = the room sees or hears it, so a
    phone that was silenced may not send it; `secret` = it goes into a ballot box.
    """

    body: type[msgspec.Struct]
    rule: "Callable[[Workshop, Step, int, Any], list[Outcome]]"
    may: "Callable[[Workshop, Step, int], bool]" = _when_open
    always: bool = False
    public: bool = False
    secret: bool = False


def _nothing(state: "Workshop", step: "Step") -> list[Any]:
    return []


def _no_words(state: "Workshop", step: "Step", tr: Translator) -> list[str]:
    return []


def _nothing_of(state: "Workshop", step: "Step", number: int) -> list[Any]:
    return []


@dataclass(frozen=True, slots=True)
class Tool:
    """One way of working. `opening` gives bodies for the step when it opens, `closing` outcomes when it closes, `leaving`
    outcomes for what a removed person has pending in it; `points` what it says in lines short enough to be checked together."""

    name: str
    settings: type[msgspec.Struct]
    state: type[ToolState] = ToolState
    bodies: tuple[type[Body], ...] = ()
    sends: Mapping[str, Send] = field(default_factory=dict)
    opening: "Callable[[Workshop, Step], Sequence[Body]]" = _nothing
    closing: "Callable[[Workshop, Step], Sequence[Outcome]]" = _nothing
    leaving: "Callable[[Workshop, Step, int], Sequence[Outcome]]" = _nothing_of
    points: "Callable[[Workshop, Step, Translator], Sequence[str]]" = _no_words
    reopens: bool = True

    def check(self, settings: dict[str, Any]) -> None:
        """RuleViolation("bad_settings") when they do not fit."""
        try:
            msgspec.convert(settings, self.settings)
        except msgspec.ValidationError as error:
            raise RuleViolation("bad_settings", why=str(error)) from None

    def read(self, settings: dict[str, Any]) -> Any:
        """The settings as the tool's struct; its defaults when they do not fit."""
        try:
            return msgspec.convert(settings, self.settings)
        except msgspec.ValidationError:
            return self.settings()
