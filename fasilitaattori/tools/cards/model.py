"""A deck as facts: in which order it lies, which card is up, which were put aside."""

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import At, Body, Command, Event, Outcome
from fasilitaattori.workshop.floor_sends import FLOOR_SENDS
from fasilitaattori.workshop.tool import Tool, ToolState

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question, one that goes deeper, and the theme it belongs to."""

    question: str
    deeper: str = ""
    theme: str = ""


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`deck` names where the cards came from; the cards themselves are copied into the plan."""

    deck: str = ""
    cards: list[Card] = []
    shuffle: bool = True


class DeckLaid(Body, frozen=True):
    """The deck lies in this order (indexes into the settings' cards) when the step opens."""

    order: list[int]
    KIND: ClassVar[str] = "cards.laid"


class CardDrawn(Body, frozen=True):
    """This card is up."""

    card: int
    KIND: ClassVar[str] = "cards.drawn"
    UNDO: ClassVar[str] = N_("kortin nosto")


class CardPutAside(Body, frozen=True):
    """This card is not for tonight."""

    card: int
    KIND: ClassVar[str] = "cards.put_aside"
    UNDO: ClassVar[str] = N_("kortin sivuun laittaminen")


@dataclass(slots=True)
class State(ToolState):
    """`drawn` holds the cards in the order they were first drawn, `up` the one shown now."""

    order: list[int] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    aside: list[int] = field(default_factory=list)
    up: int | None = None

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case DeckLaid(order=order):
                self.order = self.order or list(dict.fromkeys(order))
            case CardDrawn(card=card):
                self.up = card
                if card not in self.drawn:
                    self.drawn.append(card)
            case CardPutAside(card=card):
                if card not in self.aside:
                    self.aside.append(card)
                self.up = None if self.up == card else self.up

    @property
    def left(self) -> list[int]:
        """Cards not drawn and not put aside, in the order they lie."""
        return [card for card in self.order if card not in self.drawn and card not in self.aside]


def card_up(state: "Workshop", step: "Step") -> Card | None:
    """The card shown now, or None."""
    return _card(state, step, state.tool(step).up)


def cards_shown(state: "Workshop", step: "Step") -> list[Card]:
    """The cards drawn and not put aside, in order."""
    mine = state.tool(step)
    found = (_card(state, step, index) for index in mine.drawn if index not in mine.aside)
    return [card for card in found if card is not None]


def _card(state: "Workshop", step: "Step", index: int | None) -> Card | None:
    cards: list[Card] = state.settings(step).cards
    return cards[index] if index is not None and 0 <= index < len(cards) else None


# --- commands ------------------------------------------------------------------------------------------------------


def draw(step_id: str) -> Command:
    """Turn up the next card: one seen before when going forward again, else the next of the deck. RuleViolation("no_cards")."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "cards")
        mine = state.tool(step)
        seen = [card for card in mine.drawn if card not in mine.aside]
        if mine.up in seen and seen.index(mine.up) + 1 < len(seen):
            return [At(step_id, CardDrawn(seen[seen.index(mine.up) + 1]))]
        if not mine.left:
            raise RuleViolation("no_cards")
        return [At(step_id, CardDrawn(mine.left[0]))]

    return command


def back(step_id: str) -> Command:
    """Turn up the card before this one. RuleViolation("no_card")."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "cards")
        mine = state.tool(step)
        seen = [card for card in mine.drawn if card not in mine.aside]
        index = seen.index(mine.up) - 1 if mine.up in seen else len(seen) - 1
        if index < 0:
            raise RuleViolation("no_card")
        return [At(step_id, CardDrawn(seen[index]))]

    return command


def put_aside(step_id: str) -> Command:
    """Put the card that is up aside and turn up the next one if there is one."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "cards")
        mine = state.tool(step)
        if mine.up is None:
            raise RuleViolation("no_card")
        out: list[Outcome] = [At(step_id, CardPutAside(mine.up))]
        if mine.left:
            out.append(At(step_id, CardDrawn(mine.left[0])))
        return out

    return command


def _opening(state: "Workshop", step: "Step") -> list[Body]:
    """Lay the deck; the shuffle is seeded by the step's own id, so that asking twice lays the same."""
    settings = state.settings(step)
    if state.tool(step).order or not settings.cards:
        return []
    order = list(range(len(settings.cards)))
    if settings.shuffle:
        random.Random(step.id).shuffle(order)
    return [DeckLaid(order), CardDrawn(order[0])]


TOOL = Tool("cards", Settings, State, (DeckLaid, CardDrawn, CardPutAside), sends=FLOOR_SENDS, opening=_opening)
