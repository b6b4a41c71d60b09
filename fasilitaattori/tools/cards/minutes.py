"""What a deck leaves in the minutes: the cards that were talked about, in the order they came up."""

from fasilitaattori.document.blocks import Block, Bullets, Run, paragraph
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.cards.model import Card, cards_shown
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """The cards shown; those put aside are left out."""
    shown = cards_shown(state, step)
    if not shown:
        return []
    told = tr.n("Keskustelun pohjana oli {n} kysymyskortti.", "Keskustelun pohjana oli {n} kysymyskorttia.", len(shown))
    return [paragraph(told), Bullets(tuple(_card(card) for card in shown))]


def brief(state: Workshop, step: Step, tr: Translator) -> str:
    """How many cards were shown, for the list of sections."""
    shown = len(cards_shown(state, step))
    return tr.n("{n} kortti", "{n} korttia", shown) if shown else ""


def _card(card: Card) -> tuple[Run, ...]:
    theme = (Run(f"{card.theme}: ", bold=True),) if card.theme else ()
    deeper = (Run(f" {card.deeper}"),) if card.deeper else ()
    return (*theme, Run(card.question), *deeper)
