"""What pages ask the window to say: notices at the bottom, and questions before what cannot be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["done", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A button in a notice: its words, what it does, and the key cap it shows."""

    words: str
    act: Callable[[], object]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the window tells at the bottom for a while (an error stays until it is closed). `about`: what lasts and has a
    name ("room", "address") stays too, until it is closed, taken back, or something newer is told of it."""

    words: str
    kind: Kind = "done"
    offer: Offer | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the window asks. `words` is the question, `verb` the button that does it (`on_yes`), `safe` the other one,
    which has the focus and is also what Esc means, `other` a third way between them. `danger` paints the verb as deleting."""

    words: str
    text: str
    verb: str
    on_yes: Callable[[], object]
    safe: str
    danger: bool = False
    other: Offer | None = None
