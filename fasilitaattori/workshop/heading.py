"""What kind of minutes an evening gets, and the heading that only a meeting's minutes have.

The kinds and the parts of decision minutes (number, chair, secretary, examiners) are those of the guides on keeping minutes;
minutes of a dialogue have neither names nor decisions.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MEMO, MEETING, DIALOGUE = "memo", "meeting", "dialogue"
KINDS = (MEMO, MEETING, DIALOGUE)
MAX_LINE = 200
_NUMBER = re.compile(r"(\d{1,6}) ?/ ?(\d{4})")
_DIALOGUES = frozenset({"eratauko"})  # methods that seek understanding, not decisions


class Heading(msgspec.Struct, frozen=True, omit_defaults=True):
    """`kind` is one of KINDS, "" = what suits the method. `speaking`: do the minutes tell how the talk was shared? The rest
    belongs to minutes of a meeting: `number` as "3/2026", `examiners` those who check the minutes."""

    kind: str = ""
    number: str = ""
    chair: str = ""
    secretary: str = ""
    examiners: str = ""
    speaking: bool = False


class MinutesHeaded(Body, frozen=True):
    """A person chose the kind of the minutes or filled in their heading."""

    heading: Heading
    KIND: ClassVar[str] = "minutes.headed"
    PART: ClassVar[str] = "closing"
    UNDO: ClassVar[str] = N_("muistion otsikon muutos")


def kind_of(state: "Workshop") -> str:
    """The kind of this workshop's minutes: as chosen, else a dialogue's for methods of dialogue, else a memo."""
    chosen = state.closing.heading.kind
    return chosen if chosen in KINDS else DIALOGUE if state.info.method in _DIALOGUES else MEMO


def tell_speaking(on: bool) -> Command:
    """Tell in the minutes how the talk was shared, or do not. RuleViolation: already_approved."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.closing.approved:
            raise RuleViolation("already_approved")
        new = msgspec.structs.replace(state.closing.heading, speaking=on)
        return [] if new == state.closing.heading else [MinutesHeaded(new)]

    return command


def next_number(taken: Iterable[str], year: int) -> str:
    """The number after the highest of this year's: "4/2026" when "3/2026" and "1/2026" are taken."""
    found = (_NUMBER.fullmatch(number.strip()) for number in taken)
    highest = max((int(match[1]) for match in found if match and int(match[2]) == year), default=0)
    return f"{highest + 1}/{year}"


def head_minutes(**fields: str) -> Command:
    """Change fields of the heading. RuleViolation: already_approved, too_long. ValueError for a kind that does not exist."""
    if fields.get("kind", MEMO) not in KINDS:
        raise ValueError(f"unknown kind of minutes: {fields['kind']}")

    def command(state: "Workshop") -> list[Outcome]:
        if state.closing.approved:
            raise RuleViolation("already_approved")
        clean = {name: " ".join(value.split()) for name, value in fields.items()}
        if any(len(value) > MAX_LINE for value in clean.values()):
            raise RuleViolation("too_long", limit=MAX_LINE)
        new = msgspec.structs.replace(state.closing.heading, **clean)
        return [] if new == state.closing.heading else [MinutesHeaded(new)]

    return command
