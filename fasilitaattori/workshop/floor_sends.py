"""What a phone may send to the floor, in whichever tool offers turns."""

from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.workshop import floor
from fasilitaattori.workshop.events import Outcome
from fasilitaattori.workshop.tool import Send

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


class Ask(msgspec.Struct, frozen=True):
    """`reply` = a short reply to the one speaking."""

    reply: bool = False


class Nothing(msgspec.Struct, frozen=True):
    """No content."""


def _ask(state: "Workshop", step: "Step", author: int, body: Ask) -> list[Outcome]:
    return floor.ask(author, reply=body.reply, by_phone=True)(state)


def _may_ask(state: "Workshop", step: "Step", author: int) -> bool:
    speaking = state.floor.speaking
    mine = speaking is not None and speaking.asking.number == author
    return state.floor.open and not mine and state.floor.asking_of(author, step.id) is None


def _withdraw(state: "Workshop", step: "Step", author: int, body: Any) -> list[Outcome]:
    asking = state.floor.asking_of(author, step.id)
    return floor.withdraw(asking.id if asking else "", by=author)(state)


def _may_withdraw(state: "Workshop", step: "Step", author: int) -> bool:
    return state.floor.asking_of(author, step.id) is not None


FLOOR_SENDS: dict[str, Send] = {
    "floor.asked": Send(Ask, _ask, _may_ask, always=True, public=True),
    "floor.withdrawn": Send(Nothing, _withdraw, _may_withdraw, always=True),
}
