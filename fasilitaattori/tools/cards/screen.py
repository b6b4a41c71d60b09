"""What the room sees of a deck: the card that is up, with its theme and the question that goes deeper."""

from dataclasses import dataclass
from typing import ClassVar

from fasilitaattori.errors import N_
from fasilitaattori.kit.slides.plain import WordsSlide
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.tools.cards.model import card_up


@dataclass(frozen=True)
class WaitingSlide(WordsSlide):
    """No card is up."""

    NAME: ClassVar[str] = N_("kortit")


def slide(stage: Stage) -> Slide:
    """The card; without one the step's title waits for it."""
    card = card_up(stage.state, stage.step)
    if card is None:
        return WaitingSlide(stage.around, stage.state.info.title.strip(), stage.title)
    return CardSlide(stage.around, stage.title, card.question, card.deeper, card.theme, stage.time)
