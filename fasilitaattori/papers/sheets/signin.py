"""The sign-in list: rows for names under a short notice of what is asked, why, and how long it is kept.

It asks for no contact details: a list on a table is read by everybody who signs it.
"""

import msgspec

from fasilitaattori.i18n import Translator
from fasilitaattori.papers.handouts import when_and_where
from fasilitaattori.papers.sheets.boxes import MM, Box
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, lettered
from fasilitaattori.papers.sheets.pieces import Piece, draw, height_of, text_piece
from fasilitaattori.papers.sheets.sheet import INK, INK2, LINE, Sheet
from fasilitaattori.workshop.state import Workshop

KEPT_DAYS = 30  # after the minutes have been approved
_FEWEST, _MOST = 15, 600
_ROW = 10 * MM
_MARGIN = 14 * MM
_NUMBER, _MAY = 9 * MM, 34 * MM  # widths: the running number, the leave to print the name
_LOGO = (46 * MM, 12 * MM)
_NAME = 0.55  # the name's share of what is left


class SignIn(msgspec.Struct, frozen=True):
    """A list for a workshop: `rows` is how many people it has room for, at least."""

    title: str
    when: str = ""
    organisation: str = ""
    rows: int = _FEWEST


def sign_in_of(state: Workshop, tr: Translator) -> SignIn:
    """A list with room for the people expected, and some more."""
    people = max(state.info.expected, state.people.count())
    rows = min(_MOST, max(_FEWEST, people + people // 5))
    return SignIn(state.info.title, when_and_where(state, tr), state.info.organiser, rows)


def sign_in_sheets(told: SignIn, tr: Translator, logo: bytes = b"") -> bytes:
    """The list on A4; every page says what the names are for."""
    heading = tr("Osallistujalista")
    sheet = Sheet("a4", f"{heading}: {told.title}" if told.title else heading, tr.language, told.organisation)
    place = Box(0, 0, sheet.width, sheet.height).inset(_MARGIN)
    head = _head(told, tr, place.width)
    each = max(1, int((place.height - height_of(head) - 9 * MM) / _ROW))
    pages = -(-told.rows // each)
    for page in range(pages):
        top = draw(sheet, head, place)
        sheet.logo(Box(place.right - _LOGO[0], place.top - _LOGO[1], *_LOGO), logo)
        _rows(sheet, Box(place.x, place.y, place.width, top - place.y), each, page * each + 1, tr)
        sheet.next_page()
    return sheet.save()


def notice_of(told: SignIn, tr: Translator) -> list[str]:
    """The notice, sentence by sentence."""
    organiser = told.organisation.strip()
    return [
        tr("Nimi kysytään, jotta tiedetään, keitä ja moniko oli mukana. Nimen kirjoittaminen on vapaaehtoista."),
        tr("Muistioon nimi tulee vain, jos rastitat ruudun. Se, mitä kukin sanoi, ei tule muistioon nimen kanssa."),
        tr.n(
            "Lista hävitetään, kun muistion hyväksymisestä on kulunut {n} päivä.",
            "Lista hävitetään, kun muistion hyväksymisestä on kulunut {n} päivää.",
            KEPT_DAYS,
        ),
        tr("Muut allekirjoittajat näkevät, mitä kirjoitat."),
        tr("Tiedoista vastaa {organiser}.", organiser=organiser) if organiser else "",
        tr("Voit pyytää tietosi nähtäväksi, korjattavaksi tai poistettavaksi."),
    ]


def _head(told: SignIn, tr: Translator, wide: float) -> list[Piece]:
    under = " · ".join(part for part in (told.title, told.when) if part.strip())
    notice = " ".join(sentence for sentence in notice_of(told, tr) if sentence)
    return [
        text_piece(told.organisation, BODY, 9, wide, most=24, after=4, ink=INK2),
        text_piece(tr("Osallistujalista"), TITLE, 22, wide, after=3),
        text_piece(under, BODY, 11.5, wide, most=60, after=7),
        text_piece(tr("Mitä tiedoilla tehdään"), BOLD, 9.5, wide, after=1),
        text_piece(notice, BODY, 9.5, wide, most=110, after=8),
    ]


def _rows(sheet: Sheet, place: Box, count: int, first: int, tr: Translator) -> None:
    """The heads of the columns over an ink line, and the numbered rows."""
    left = place.width - _NUMBER - _MAY
    columns = [place.x + _NUMBER, place.x + _NUMBER + left * _NAME, place.right - _MAY]
    heads = (tr("Nimi"), tr("Kylä tai järjestö (jos haluat)"), tr("Nimeni saa olla muistiossa"))
    widths = (left * _NAME, left * (1 - _NAME), _MAY)
    top = place.top - 8 * MM
    for x, words, wide in zip(columns, heads, widths, strict=True):
        said = lettered(words, BOLD, wide - 2 * MM, 7.6 * MM, largest=9.5, even=True)
        sheet.lines(x, top + 1.2 * MM + said.height, said)
    sheet.line((place.x, top), (place.right, top), wide=1.4, ink=INK)
    for row in range(count):
        foot = top - (row + 1) * _ROW
        sheet.write(place.x, foot + 2.4 * MM, f"{first + row}", BODY, 10, align="left", ink=INK2)
        sheet.square(place.right - _MAY + 6 * MM, foot + _ROW / 2, 2.4 * MM)
        sheet.write(place.right - _MAY + 10.4 * MM, foot + _ROW / 2 - 1.3 * MM, tr("kyllä"), BODY, 10, align="left")
        sheet.line((place.x, foot), (place.right, foot), ink=LINE)
