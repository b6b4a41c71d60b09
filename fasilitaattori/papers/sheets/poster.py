"""The poster by the door: two codes to scan, the same as text for typing, and a word that a phone is no must."""

from collections.abc import Sequence

import msgspec

from fasilitaattori.figures.codes import Network, wifi_text
from fasilitaattori.figures.rug import rug
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import Box
from fasilitaattori.papers.sheets.lettering import BODY, BOLD, TITLE, fitted
from fasilitaattori.papers.sheets.sheet import INK2, Sheet

_LOGO = 4.6  # hundredths of the sheet's width by which a logo moves everything down


class Poster(msgspec.Struct, frozen=True):
    """What the poster tells. `network` None: phones already are in the same network. `steps` as for the rug."""

    title: str
    address: str
    network: Network | None = None
    organisation: str = ""
    steps: tuple[tuple[int, str, str], ...] = ()
    size: str = "a4"
    logo: bytes = b""


def poster(told: Poster, tr: Translator) -> bytes:
    """The poster as a PDF of exactly A4 or A3. ValueError when the size is neither."""
    if told.size not in ("a4", "a3"):
        raise ValueError(f"unknown size: {told.size}")
    heading = tr("Tule mukaan puhelimella")
    sheet = Sheet(told.size, f"{heading}: {told.title}" if told.title else heading, tr.language, told.organisation)
    unit = sheet.width / 100
    sheet.logo(Box(30 * unit, sheet.height - 8 * unit, 40 * unit, 4.8 * unit), told.logo)
    above = _LOGO * unit if told.logo else 0.0
    y = _head(sheet, heading, told.title, unit, sheet.height - above)
    columns = _columns(told, tr)
    edge, gap = 8 * unit, 4 * unit
    wide = (sheet.width - 2 * edge - gap * (len(columns) - 1)) / len(columns)
    code = min(wide, (38 if len(columns) > 1 else 56) * unit)
    lowest = y
    for index, column in enumerate(columns):
        middle = edge + wide / 2 + index * (wide + gap)
        number = f"{index + 1}" if len(columns) > 1 else ""
        lowest = min(lowest, _column(sheet, column, middle, y, wide, code, unit, number))
    _foot(sheet, told, tr, unit, lowest)
    return sheet.save()


class _Column(msgspec.Struct, frozen=True):
    text: str
    act: str
    name: str
    word: str = ""
    secret: str = ""


def _columns(told: Poster, tr: Translator) -> list[_Column]:
    page = _Column(told.address, tr("Avaa sivu"), _typed(told.address))
    if told.network is None:
        return [page]
    secret = told.network.password if told.network.security.lower() != "nopass" else ""
    word = tr("salasana") if secret else tr("ei salasanaa")
    join = _Column(wifi_text(told.network), tr("Liity verkkoon"), told.network.ssid, word, secret)
    return [join, page]


def _typed(address: str) -> str:
    """An address as people type it: without http:// and the last slash."""
    return address.removeprefix("http://").rstrip("/")


def _head(sheet: Sheet, heading: str, title: str, unit: float, top: float) -> float:
    """Heading and the workshop's title from the top; returns how far down they reach."""
    y = top - 13 * unit
    lines, size = fitted(heading, TITLE, (9.4 * unit, 8.4 * unit, 7.4 * unit), 62 * unit, 2)
    for line in lines:
        sheet.write(sheet.width / 2, y, line, TITLE, size)
        y -= size * 1.16
    if title:
        lines, size = fitted(title, BODY, (4 * unit, 3.4 * unit, 2.8 * unit), 84 * unit, 2)
        for line in lines[:3]:
            sheet.write(sheet.width / 2, y + size * 0.3, line, BODY, size, ink=INK2)
            y -= size * 1.3
    return y - 1.5 * unit


def _column(sheet: Sheet, column: _Column, x: float, y: float, wide: float, code: float, unit: float, number: str) -> float:
    """One code with what it does and the same as text; returns how far down it reaches."""
    if number:
        sheet.write(x, y - 5 * unit, number, TITLE, 7 * unit)
        y -= 6.6 * unit
    sheet.code(x - code / 2, y - code, code, column.text)
    y -= code + 3.2 * unit
    sheet.write(x, y, column.act, BOLD, 4.4 * unit)
    y = _lines(sheet, column.name, x, y - 5.4 * unit, BODY, (4.2, 3.7, 3.2, 2.7), wide, unit)
    if column.word:
        sheet.write(x, y, column.word, BODY, 3 * unit, ink=INK2)
        y -= 4.6 * unit
    if column.secret:
        y = _lines(sheet, column.secret, x, y, BOLD, (4.2, 3.7, 3.2, 2.7), wide, unit)
    return y


def _lines(sheet: Sheet, text: str, x: float, y: float, font: str, sizes: Sequence[float], wide: float, unit: float) -> float:
    lines, size = fitted(text, font, tuple(size * unit for size in sizes), wide)
    for line in lines:
        sheet.write(x, y, line, font, size)
        y -= size * 1.25
    return y


def _foot(sheet: Sheet, told: Poster, tr: Translator, unit: float, lowest: float) -> None:
    """What phones and people need to hear, and the rug along the lower edge."""
    told_lines = [
        *([(tr("Pysy tässä verkossa, vaikka siinä ei ole internetiä."), BODY)] if told.network else []),
        (tr("Puhelin ei ole pakollinen."), BOLD),
        (tr("Paperi ja kynä käyvät yhtä hyvin."), BODY),
    ]
    y = 12 * unit + len(told_lines) * 4.9 * unit
    y = min(y, lowest - 2 * unit)
    for text, font in told_lines:
        lines, size = fitted(text, font, (3.8 * unit, 3.3 * unit, 2.8 * unit), 84 * unit)
        sheet.write(sheet.width / 2, y, lines[0], font, size)
        y -= 4.9 * unit
    if told.steps:
        drawn = rug(told.steps, tr, width=840, height=34, scale=1.6)
        sheet.drawing(8 * unit, 6.5 * unit, 84 * unit, drawn)
