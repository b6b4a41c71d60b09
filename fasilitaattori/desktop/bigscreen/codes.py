"""Codes on the big screen: how to get on the hall's network and to the page, for cameras and as text for everybody."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.qr import paint_qr, qr_matrix
from fasilitaattori.kit.slides.around import Around, Foot, Head, Surround
from fasilitaattori.kit.slides.sheet import ENDLESS, FLOORS, Canvas, Sheet, Tier, best
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Passage, Spoken, passage, spoken
from fasilitaattori.kit.slides.words import Setting, Style, set_words

NUMBER = Style(64, serif=True, bold=True, leading=1.05)
STEP = Style(56, leading=1.2)
LARGE = Style(76, bold=True, leading=1.2)
SECRET = Style(60, bold=True, leading=1.25)
SMALL = Style(46, leading=1.25)
FRAME = 5.0
MOST_LINES = 3
BETWEEN = 60.0
LEAST_CODE = 300.0
SPACE = 36.0
NO_APP = N_("Ei sovellusta,\nei tunnuksia.")
"""That nothing needs to be installed, in two lines."""

_SENTENCE_END = re.compile(r"(?<=[.!?]) +")


@dataclass(frozen=True, slots=True)
class Codes:
    """What phones need. `wifi` is what the network's code says ("" = no network to join), `name` and `password` stand as text
    ("" = open); `url` is what the page's code says, `address` the same as people type it, `named` the same with a name that
    some phones find ("" = none)."""

    wifi: str
    name: str
    password: str
    url: str
    address: str
    named: str = ""

    def told(self, tr: Translator) -> list[Passage]:
        """The steps to take, in words."""
        page = passage(self.address, self.beside(tr), heading=f"2 {tr('Avaa sivu')}" if self.wifi else tr("Avaa sivu"))
        if not self.wifi:
            return [page]
        secret = f"{tr('salasana')} {self.password}" if self.password else ""
        return [passage(self.name, secret, heading=f"1 {tr('Liity verkkoon')}"), page]

    def beside(self, tr: Translator) -> str:
        """What stands under the address: another one, or that it is all one needs."""
        return tr("tai {name}", name=self.named) if self.named else tr(NO_APP)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text beside a code, with the space above it."""

    setting: Setting
    above: float
    tier: Tier
    number: str = ""


class CodeText:
    """The text of one step beside or under its code, set into a width."""

    def __init__(self, sheet: Sheet, width: float, number: str, step: str, lines: list[tuple[str, Style, float, Tier]]) -> None:
        self.indent = (set_words(number, NUMBER, ENDLESS).widest + 20) if number else 0.0
        self.number = number
        first = best(step, STEP, width - self.indent, STEP.line, (56, 52, 48, 44))
        self.lines = [Line(first, 0.0, "B", number)]
        for words, style, above, tier in lines:
            setting = best(words, style, width, style.line, _sizes(style, tier))
            whole = best(words, style, width, style.line, _sizes(style, "B")) if setting.broken else setting
            setting = setting if whole.broken else whole  # an address is read in one piece, if smaller
            most = MOST_LINES * style.line
            if setting.height > most:  # a password of sixty letters
                setting = best(words, style, width, most, _sizes(style, "B"))
            self.lines.append(Line(setting, above, tier if setting.style.size >= FLOORS[tier] else "B"))
        self.width = width

    @property
    def height(self) -> float:
        return sum(line.above + line.setting.height for line in self.lines)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Its top left at x, y."""
        for line in self.lines:
            y += line.above
            if line.number:
                number = set_words(line.number, NUMBER, ENDLESS)
                canvas.put(number, x, y + (STEP.line - number.height) / 2, room=number.widest, tier="A")
            y = canvas.put(line.setting, x + (self.indent if line.number else 0.0), y, tier=line.tier)


def _sizes(style: Style, tier: Tier) -> tuple[int, ...]:
    """From the style's own size down to the least of the tier."""
    return tuple(size for size in (76, 72, 68, 64, 60, 56, 52, 48, 46, 44) if FLOORS[tier] <= size <= style.size)


def wifi_text(sheet: Sheet, width: float, codes: Codes, numbered: bool) -> CodeText:
    """The first step: the network, its name and password."""
    lines: list[tuple[str, Style, float, Tier]] = [(codes.name, LARGE, 14, "A")]
    if codes.password:
        lines += [(sheet.tr("salasana"), SMALL, 10, "B"), (codes.password, SECRET, 0, "A")]
    return CodeText(sheet, width, "1" if numbered else "", sheet.tr("Liity verkkoon"), lines)


def page_text(sheet: Sheet, width: float, codes: Codes, numbered: bool, beside: str = "") -> CodeText:
    """The second step: the page, its address, and what stands under it (`beside`; "" = what usually does)."""
    lines: list[tuple[str, Style, float, Tier]] = [(codes.address, Style(72, bold=True, leading=1.2), 14, "A")]
    under = (beside or codes.beside(sheet.tr)).split("\n")
    lines += [(line, SMALL, 14 - 14 * index, "B") for index, line in enumerate(under)]
    return CodeText(sheet, width, "2" if numbered else "", sheet.tr("Avaa sivu"), lines)


@dataclass(frozen=True, slots=True)
class CodeRow:
    """What a code says, and the text that belongs to it."""

    words: str
    text: CodeText


def code_rows(sheet: Sheet, codes: Codes, width: float, beside: str = "") -> list[CodeRow]:
    """The steps to take, with their texts set into a width: the network (if there is one to join) and the page."""
    numbered = bool(codes.wifi)
    page = CodeRow(codes.url, page_text(sheet, width, codes, numbered, beside))
    return [CodeRow(codes.wifi, wifi_text(sheet, width, codes, numbered)), page] if numbered else [page]


def widest(sheet: Sheet, usual: float) -> float:
    """How wide one of two codes side by side may be: as a column in an upright picture, which has room for it."""
    return (sheet.safe.width() - BETWEEN) / 2 if sheet.upright else usual


def draw_code(canvas: Canvas, box: QRectF, words: str) -> None:
    """A code in a square box: black on white in every theme, each module whole pixels of the screen."""
    painter = canvas.painter
    inside = painter.worldTransform().mapRect(box.adjusted(FRAME, FRAME, -FRAME, -FRAME))
    with paint.saved(painter):
        painter.setWorldMatrixEnabled(False)
        paint_qr(painter, inside, qr_matrix(words), 0)
    canvas.frame(box, 12, None, "ink", FRAME)  # over the white, whose corners are not round


def by_sentence(words: str, style: Style, width: float, most: int, sizes: tuple[int, ...]) -> Setting:
    """The words at the first of `sizes` at which `most` lines are enough, a new line begun with a sentence rather than in it if
    that takes no more of them."""
    found = best(words, style, width, style.line * most, sizes)
    lines: list[str] = []
    for sentence in _SENTENCE_END.split(words):
        together = f"{lines[-1]} {sentence}" if lines else ""
        if together and set_words(together, found.style, width).count == 1:
            lines[-1] = together
        else:
            lines.append(sentence)
    apart = set_words("\n".join(lines), found.style, width)
    return apart if apart.count <= found.count else found


def draw_rows(canvas: Canvas, rows: list[CodeRow], box: QRectF, side: float) -> None:
    """One code with its text beside it, or two side by side with their texts under them."""
    if len(rows) == 1:
        text = rows[0].text
        draw_code(canvas, QRectF(box.left(), box.center().y() - side / 2, side, side), rows[0].words)
        text.draw(canvas, box.left() + side + BETWEEN, box.center().y() - text.height / 2)
        return
    column = (box.width() - BETWEEN) / 2
    height = side + 20 + max(row.text.height for row in rows)
    top = box.top() + max(0.0, (box.height() - height) / 2)
    for index, row in enumerate(rows):
        x = box.left() + index * (column + BETWEEN)
        draw_code(canvas, QRectF(x, top, side, side), row.words)
        row.text.draw(canvas, x, top + side + 20)


@dataclass(frozen=True)
class CodesSlide(Slide):
    """The codes alone, as large as they fit: somebody comes late, or has lost the page. `closed`: nobody new gets in."""

    NAME: ClassVar[str] = N_("QR-koodit")

    around: Around
    codes: Codes
    closed: bool = False

    @property
    def key(self) -> Hashable:
        return (type(self), self.codes)

    def pages(self, sheet: Sheet) -> int:
        rows = self._rows(sheet)
        _, box, _ = self._plan(sheet)
        return (
            1 if len(rows) == 1 or max(row.text.height for row in rows) + 20 + SPACE + LEAST_CODE <= box.height() else len(rows)
        )

    def draw(self, canvas: Canvas, page: int) -> None:
        surround, box, under = self._plan(canvas)
        surround.draw(canvas)
        canvas.put(under, box.left(), box.bottom())
        rows = self._rows(canvas) if self.pages(canvas) == 1 else self._rows(canvas, page)
        if len(rows) == 1:
            side = min(560.0, box.height() - SPACE, box.width() * 0.4)
        else:
            side = min(widest(canvas, 420.0), box.height() - SPACE - 20 - max(row.text.height for row in rows))
        draw_rows(canvas, rows, box.adjusted(0, 0, 0, -SPACE), side)

    def spoken(self, tr: Translator) -> Spoken:
        return spoken(invitation(tr, self.closed), *self.codes.told(tr), passage(self._advice(tr)))

    def _plan(self, sheet: Sheet) -> tuple[Surround, QRectF, Setting]:
        """Surroundings, the room for the codes, and the advice under them."""
        tr = sheet.tr
        head = Head(sheet, invitation(tr, self.closed), self.around.clock_beside(sheet))
        surround = Surround(sheet, head, Foot(sheet, "", rug=self.around.rug, now=self.around.now))
        main = surround.main
        under = by_sentence(self._advice(tr), SMALL, main.width(), 3, (46, 44))
        return surround, main.adjusted(0, 0, 0, -under.height), under

    def _advice(self, tr: Translator) -> str:
        return come_back(tr) if self.closed else advice(tr, self.codes)

    def _rows(self, sheet: Sheet, only: int = -1) -> list[CodeRow]:
        count = 1 if only >= 0 or not self.codes.wifi else 2
        width = (sheet.safe.width() - BETWEEN) / 2 if count == 2 else sheet.safe.width() * 0.6 - BETWEEN
        rows = code_rows(sheet, self.codes, width)
        return rows if only < 0 else [rows[only % len(rows)]]


def invitation(tr: Translator, closed: bool) -> str:
    """What stands over the codes: come along, or that nobody new gets in any more."""
    return tr("Liittyminen on suljettu") if closed else tr("Tule mukaan puhelimella")


def come_back(tr: Translator) -> str:
    """Why the codes are there all the same."""
    return tr("Mukana olevat pääsevät tästä takaisin.")


def advice(tr: Translator, codes: Codes) -> str:
    """What phones need to hear when the page does not open."""
    if codes.wifi:
        return tr("Pysy tässä verkossa, vaikka siinä ei ole nettiä. Jos sivu ei aukea, sulje mobiilidata.")
    return tr("Sivu aukeaa vain tässä huoneessa. Jos se ei aukea, kysy ohjaajalta verkkoa.")
