"""The idea wall as facts: what was sent, what was shown, corrected, merged, grouped or hidden. Nothing is ever deleted."""

from typing import ClassVar

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.workshop.events import Body


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`approval` = a new idea waits for the facilitator; `columns` (SWOT, six hats) = fixed themes; `themes` = ready-made
    themes that may be changed; `max_length` in characters."""

    prompt: str = ""
    approval: bool = False
    max_length: int = 280
    columns: list[str] = []
    themes: list[str] = []


class IdeaAdded(Body, frozen=True):
    """An idea came: from a phone (the event has an author) or from the desk on behalf of somebody. `pending` = it waits for
    approval. `theme` may name a column chosen by the sender. `source` "paper" = it was written on a slip, `number` is the
    running number of the slip (0 = it got none)."""

    text: str
    pending: bool = False
    theme: str = ""
    source: str = ""
    number: int = 0
    KIND: ClassVar[str] = "ideas.added"
    UNDO: ClassVar[str] = N_("lapun lisäys")


class IdeaWithdrawn(Body, frozen=True):
    """The sender took it back."""

    of: str
    KIND: ClassVar[str] = "ideas.withdrawn"


class IdeasShown(Body, frozen=True):
    """These go on the wall: approved, or restored after hiding."""

    ids: list[str]
    KIND: ClassVar[str] = "ideas.shown"
    UNDO: ClassVar[str] = N_("lapun näyttäminen")


class IdeasHidden(Body, frozen=True):
    """These are taken off the wall; they can be restored."""

    ids: list[str]
    KIND: ClassVar[str] = "ideas.hidden"
    UNDO: ClassVar[str] = N_("lapun piilottaminen")


class IdeaCorrected(Body, frozen=True):
    """A typo was corrected; the original stays."""

    of: str
    text: str
    KIND: ClassVar[str] = "ideas.corrected"
    UNDO: ClassVar[str] = N_("lapun korjaus")


class IdeasMerged(Body, frozen=True):
    """`ids` say the same as `into`."""

    into: str
    ids: list[str]
    KIND: ClassVar[str] = "ideas.merged"
    UNDO: ClassVar[str] = N_("lappujen yhdistäminen")


class IdeasSplit(Body, frozen=True):
    """Everything merged into `of` stands on its own again."""

    of: str
    KIND: ClassVar[str] = "ideas.split"
    UNDO: ClassVar[str] = N_("lappujen erottaminen")


class IdeasMoved(Body, frozen=True):
    """These belong to a theme now ("" = to none)."""

    ids: list[str]
    theme: str
    KIND: ClassVar[str] = "ideas.moved"
    UNDO: ClassVar[str] = N_("lapun siirto teemaan")


class IdeaRaised(Body, frozen=True):
    """This one is shown large on the big screen ("" = none)."""

    of: str
    KIND: ClassVar[str] = "ideas.raised"


class ThemeAdded(Body, frozen=True):
    """A theme; a `column` is fixed by the method. The notes of `ids` belong to it from the beginning."""

    name: str
    column: bool = False
    ids: list[str] = msgspec.field(default_factory=list)
    KIND: ClassVar[str] = "ideas.theme_added"
    UNDO: ClassVar[str] = N_("teeman lisäys")


class ThemeRenamed(Body, frozen=True):
    """A theme got another name."""

    of: str
    name: str
    KIND: ClassVar[str] = "ideas.theme_renamed"
    UNDO: ClassVar[str] = N_("teeman nimeäminen")


class ThemeRemoved(Body, frozen=True):
    """A theme is gone; its ideas are without a theme."""

    of: str
    KIND: ClassVar[str] = "ideas.theme_removed"
    UNDO: ClassVar[str] = N_("teeman poisto")


BODIES: tuple[type[Body], ...] = (
    *(
        IdeaAdded,
        IdeaWithdrawn,
        IdeasShown,
        IdeasHidden,
        IdeaCorrected,
        IdeasMerged,
        IdeasSplit,
        IdeasMoved,
        IdeaRaised,
    ),
    *(ThemeAdded, ThemeRenamed, ThemeRemoved),
)
