"""A deck of sixty question cards, no two of them alike, for the sheets that are cut."""

from fasilitaattori.i18n import translator
from fasilitaattori.papers.sheets.cards import Deck, card_sheets
from fasilitaattori.tools.cards.model import Card

CARDS = 60
_THEMES = ("Arki", "Juuret", "Yhdessä", "Tulevaisuus", "Luonto", "Työ")
_QUESTIONS = (
    "Mikä paikka tai tapahtuma {n} vuoden takaa vie sinut takaisin kylälle?",
    "Mitä sellaista osaat, mistä voisi olla iloa {n} muullekin? Missä sitä olisi mukava jakaa?",
    "Millainen on hyvä päivä täällä {n} vuoden päästä?",
    "Milloin viimeksi sait {n} naapurilta apua tai autoit itse? Mikä teki siitä helppoa tai vaikeaa?",
)


def deck(number: int = 0) -> Deck:
    """The deck; with another `number` its first card and its name are others, as after an edit."""
    cards = (_card(place, number if not place else 0) for place in range(CARDS))
    return Deck(f"Kylän kortit {number}", tuple(cards), "Kyläkoulun uusi elämä", "Kuikkaperän kyläyhdistys ry")


def _card(place: int, number: int) -> Card:
    question = _QUESTIONS[place % len(_QUESTIONS)].format(n=place + 2 + 100 * number)
    return Card(question, f"Mikä siinä on {place + 1}. kerralla toisin?", _THEMES[place % len(_THEMES)])


def sheets(made: Deck, on_sheet: int) -> bytes:
    """The deck as a PDF of A4, fronts and backs."""
    return card_sheets([made], translator("fi"), on_sheet=on_sheet, backs=True)
