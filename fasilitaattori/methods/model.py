"""What a method and a card deck are, once read and checked: frozen, and ready in each of their languages."""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from fasilitaattori.errors import N_
from fasilitaattori.workshop.agenda import MAX_MINUTES, StepPlan, new_step
from fasilitaattori.workshop.groups import MAX_FIELD, MOST_GROUPS

Mode = Literal["kaikki", "yksin", "pari", "ryhma", "aani", "esitys", "tauko"]
Scale = Literal["fixed", "first", "flexible"]
Purpose = Literal["tutustuminen", "ymmartaminen", "ideointi", "valinta", "suunnittelu", "arviointi"]

PURPOSES: dict[str, str] = {
    "tutustuminen": N_("Tutustumiseen"),
    "ymmartaminen": N_("Ymmärtämiseen"),
    "ideointi": N_("Ideointiin"),
    "valinta": N_("Valintaan"),
    "suunnittelu": N_("Suunnitteluun"),
    "arviointi": N_("Arviointiin"),
}
"""What a method is needed for, with the labels of the chooser, in the chooser's order."""

MODES: dict[str, tuple[str, ...]] = {
    "kaikki": (N_("kaikki yhdessä"),),
    "yksin": (N_("yksin"), N_("itsekseen")),
    "pari": (N_("parit"), N_("pareittain")),
    "ryhma": (N_("ryhmät"), N_("ryhmissä")),
    "aani": (N_("äänestys"),),
    "esitys": (N_("esitys"),),
    "tauko": (N_("tauko"),),
}
"""How people work in a step, in the words by which a method with such a step is looked for."""

Id = Annotated[str, Meta(pattern="^[a-z0-9][a-z0-9-]*$", max_length=60)]
Words = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=1)]
Length = Annotated[int, Meta(ge=1, le=MAX_MINUTES)]
Clock = Annotated[str, Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many people: at least, at best, at most."""

    min: Count
    opt: Count
    max: Count


class Minutes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long: at least, as written, at most."""

    min: Length
    default: Length
    max: Length


Field = Annotated[str, Meta(max_length=MAX_FIELD)]


class SideGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One of the groups that work at the same time in a step. Who leads it is of one evening, so a method does not tell."""

    name: Field = ""
    topic: Field = ""
    place: Field = ""

    def written(self) -> dict[str, str]:
        """As a step of a workshop keeps it."""
        return {key: value for key, value in msgspec.structs.asdict(self).items() if value}


class StepTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A step in one language. `settings` are the tool's; `scale` tells how its length gives (see scaling).

    `what_next` marks the block in which it is agreed what is done with the results, who tells and when.
    """

    title: Words
    tool: Words
    minutes: Length
    mode: Mode = "kaikki"
    settings: dict[str, Any] = {}
    hint: str = ""
    notes: str = ""
    scale: Scale = "flexible"
    what_next: bool = False
    groups: Annotated[tuple[SideGroup, ...], Meta(max_length=MOST_GROUPS)] = ()

    def plan(self, origin: str = "") -> StepPlan:
        """A step for a workshop's agenda, with a fresh id; `origin` names the method it comes with."""
        return new_step(
            self.title,
            self.tool,
            self.minutes,
            self.mode,
            settings=dict(self.settings),
            notes=self.notes,
            hint=self.hint,
            flex=self.scale,
            origin=origin,
            groups=[group.written() for group in self.groups if group.written()],
        )


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The heading of an invented workshop that shows the method at work. Times are "18:00"."""

    title: Words
    organiser: str
    place: str
    goal: str
    start: Clock
    end: Clock
    expected: Count


class LocalMethod(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A method in one language. `record` tells what comes into the minutes, `setting` how the room is set."""

    id: Id
    name: Words
    summary: Words
    purpose: Words
    purposes: Annotated[tuple[Purpose, ...], Meta(min_length=1)]
    group: Group
    minutes: Minutes
    works_without_phones: bool
    needs_tables: bool
    setting: Words
    materials: tuple[Words, ...]
    cautions: tuple[Words, ...]
    record: Annotated[tuple[Words, ...], Meta(min_length=1)]
    origin: Words
    steps: Annotated[tuple[StepTemplate, ...], Meta(min_length=1)]
    example: Example | None = None

    @property
    def total(self) -> int:
        """Minutes of all steps together."""
        return sum(step.minutes for step in self.steps)

    @property
    def rug(self) -> list[tuple[int, str, str]]:
        """Minutes, mode and title of each step, as the rug strip takes them."""
        return [(step.minutes, step.mode, step.title) for step in self.steps]

    def plans(self) -> list[StepPlan]:
        """Steps for a workshop's agenda, each with a fresh id. `Library.plans` also copies the cards of a deck in."""
        return [step.plan(self.name) for step in self.steps]


class Method(msgspec.Struct, frozen=True):
    """A method in all its languages (`versions`, the first one stands in for a missing one). `own`: the user's file."""

    versions: dict[str, LocalMethod]
    own: bool = False

    def in_language(self, language: str) -> LocalMethod:
        """The method in this language, or in its first one when it does not have this."""
        return self.versions.get(language) or self._first

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.versions)

    @property
    def _first(self) -> LocalMethod:
        return next(iter(self.versions.values()))

    @property
    def id(self) -> str:
        return self._first.id

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        return self._first.purposes

    @property
    def group(self) -> Group:
        return self._first.group

    @property
    def minutes(self) -> Minutes:
        return self._first.minutes

    @property
    def works_without_phones(self) -> bool:
        return self._first.works_without_phones

    @property
    def needs_tables(self) -> bool:
        return self._first.needs_tables


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question card: the question, one that goes deeper, and what it is about."""

    question: Words
    deeper: str = ""
    theme: str = ""


class LocalDeck(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A deck in one language."""

    id: Id
    name: Words
    summary: Words
    origin: Words
    cards: Annotated[tuple[Card, ...], Meta(min_length=1)]

    def settings(self) -> list[dict[str, str]]:
        """The cards as the settings of a cards step hold them."""
        return [{"question": card.question, "deeper": card.deeper, "theme": card.theme} for card in self.cards]


class Deck(msgspec.Struct, frozen=True):
    """A deck in all its languages."""

    versions: dict[str, LocalDeck]
    own: bool = False

    def in_language(self, language: str) -> LocalDeck:
        """The deck in this language, or in its first one when it does not have this."""
        return self.versions.get(language) or next(iter(self.versions.values()))

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.versions)

    @property
    def id(self) -> str:
        return next(iter(self.versions.values())).id
