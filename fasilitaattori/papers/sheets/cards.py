"""Card decks to cut: fronts and backs that meet when the sheet is turned over its long edge."""

import math
from collections.abc import Sequence

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import MM, SAFE, Box, cells, mirrored
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, lettered
from fasilitaattori.papers.sheets.sheet import INK, INK2, Sheet
from fasilitaattori.tools.cards.model import Card
from fasilitaattori.workshop.state import Workshop

# Cards on a sheet -> margin in mm, and the largest letters of question, deeper question and theme in points.
_LOOKS = {2: (14.0, 40.0, 20.0, 15.0), 4: (11.0, 26.0, 14.0, 11.0), 8: (8.0, 17.0, 10.5, 9.0), 9: (8.0, 18.0, 10.5, 9.0)}
_DEEPER = 0.34  # the deeper question gets at most this share of a card's height
_DISPLAY = 400  # a question with more letters than this is set in those meant for reading
_CHAIRS = 8


class Deck(msgspec.Struct, frozen=True):
    """A deck: its name, its cards and whose evening it is for."""

    title: str
    cards: tuple[Card, ...]
    workshop: str = ""
    organisation: str = ""


def decks_of(state: Workshop, step_id: str = "") -> list[Deck]:
    """The decks of a workshop's steps (of one of them, when its id is given), without empty cards."""
    decks = []
    for step in state.plan.steps():
        if step.tool == "cards" and step_id in ("", step.id):
            held = tuple(card for card in state.settings(step).cards if card.question.strip())
            decks += [Deck(step.title, held, state.info.title, state.info.organiser)] if held else []
    return decks


def card_sheets(decks: Sequence[Deck], tr: Translator, *, on_sheet: int = 4, backs: bool = True) -> bytes:
    """The cards on A4, 2, 4, 8 or 9 on a sheet; with `backs` every second page holds the backs of the one before it.

    ValueError for another number; FasilitaattoriError when there are no cards.
    """
    if on_sheet not in _LOOKS:
        raise ValueError(f"cards on a sheet: {on_sheet}")
    if not decks:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole kysymyskortteja."), N_("Lisää kortit vaiheeseen suunnitelmassa."))
    heading = tr("Kysymyskortit")
    sheet = Sheet("a4", f"{heading}: {decks[0].workshop}", tr.language, decks[0].organisation)
    for deck in decks:
        for start in range(0, len(deck.cards), on_sheet):
            _page(sheet, deck, deck.cards[start : start + on_sheet], on_sheet, backs)
    return sheet.save()


def _page(sheet: Sheet, deck: Deck, held: Sequence[Card], on_sheet: int, backs: bool) -> None:
    """One sheet: its fronts, and its backs on the page after."""
    places, behind = cells(sheet.width, sheet.height, on_sheet), mirrored(on_sheet)
    sheet.cuts(on_sheet)
    for card, place in zip(held, places, strict=False):
        _front(sheet, card, place, on_sheet)
    sheet.next_page()
    if not backs:
        return
    for number, card in enumerate(held):
        _back(sheet, deck, card, places[behind[number]], on_sheet)
    sheet.next_page()


def _front(sheet: Sheet, card: Card, place: Box, on_sheet: int) -> None:
    """The question large in the middle, its theme small above it, the one that goes deeper small below."""
    margin, large, small, tiny = _LOOKS[on_sheet]
    inside = place.inset(margin * MM)
    top, foot = inside.top, inside.y
    if card.theme.strip():
        theme = lettered(card.theme, BOLD, inside.width, tiny * 2.6, largest=tiny, smallest=6)
        top = sheet.lines(inside.x, top, theme, ink=INK2) - tiny * 0.5
    if card.deeper.strip():
        deeper = lettered(card.deeper, BODY, inside.width, inside.height * _DEEPER, largest=small)
        sheet.lines(inside.x, foot + deeper.height, deeper)
        foot += deeper.height + small * 0.55
        sheet.line((inside.x, foot), (inside.x + 14 * MM, foot), wide=1.2, ink=INK)
        foot += small * 0.7
    font = TITLE if len(card.question) <= _DISPLAY else BODY
    question = lettered(card.question, font, inside.width, top - foot, largest=large, smallest=3, even=True)
    sheet.lines(inside.x, top - (top - foot - question.height) * 0.42, question)


def _back(sheet: Sheet, deck: Deck, card: Card, place: Box, on_sheet: int) -> None:
    """The theme (or the deck's name) under a ring of chairs. No frame: a printer that sets backs a little aside shows none."""
    margin, large, _, tiny = _LOOKS[on_sheet]
    inside = place.inset(max(margin * MM, SAFE))
    radius = min(inside.width, inside.height) * 0.2
    name = lettered(card.theme or deck.title, TITLE, inside.width, inside.height * 0.3, largest=large * 0.8, even=True)
    foot = lettered(deck.title if card.theme else deck.workshop, BODY, inside.width, tiny * 2.6, largest=tiny, smallest=6)
    gap = tiny * 1.4
    block = 2 * radius + gap + name.height
    top = place.y + (place.height + block) / 2 + foot.height * 0.4
    _chairs(sheet, place.middle, top - radius, radius)
    sheet.lines(place.middle, top - 2 * radius - gap, name, align="centre")
    sheet.lines(place.middle, inside.y + foot.height, foot, align="centre", ink=INK2)


def _chairs(sheet: Sheet, x: float, y: float, radius: float) -> None:
    """A ring of chairs seen from above; one is free."""
    half = radius * 0.15
    for chair in range(_CHAIRS):
        angle = math.tau * chair / _CHAIRS
        at = (x + math.sin(angle) * (radius - half), y + math.cos(angle) * (radius - half))
        if chair == 1:
            sheet.ring(*at, half, wide=1.2)
        else:
            sheet.fill(at[0] - half, at[1] - half, 2 * half, 2 * half, INK)
