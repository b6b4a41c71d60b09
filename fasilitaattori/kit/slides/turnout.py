"""How many have answered, while what they answered is still secret."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.slides.sheet import CENTRE, Canvas, Sheet, best, reading_width
from fasilitaattori.kit.slides.words import Style

NUMBER = Style(132, serif=True, bold=True, leading=1.0)
WORD = Style(52, leading=1.2)
RULE = Style(46, leading=1.25)
BAR = 34.0


@dataclass(frozen=True, slots=True)
class Turnout:
    """`done` of `expected` phones; `expected` 0 = nobody takes part by phone."""

    done: int
    expected: int

    def told(self, tr: Translator, verb: str) -> str:
        """In words, "" when nobody takes part by phone. `verb` as on the picture ("äänestänyt")."""
        if not self.expected:
            return ""
        return tr("{done} / {all} {verb}", done=self.done, all=max(self.done, self.expected), verb=verb)


def panel_width(sheet: Sheet) -> float:
    """Width of the panel."""
    return 400.0 if sheet.narrow else 520.0


def draw_turnout(canvas: Canvas, box: QRectF, turnout: Turnout, verb: str, rules: tuple[str, ...]) -> None:
    """The number, `verb` under it ("äänestänyt"), a bar, and the `rules` of taking part."""
    settings = [best(rule, RULE, box.width(), RULE.line * 3, (46, 44)) for rule in rules]
    blocks = sum(setting.height + 14 for setting in settings)
    counted = turnout.expected > 0
    number, word = _number(box.width(), turnout), best(verb, WORD, box.width(), WORD.line, (52, 48, 44))
    above = number.line + word.height + 24 + BAR + 40 if counted else 0.0
    y = box.top() + max(0.0, (box.height() - above - blocks) / 2)
    if counted:
        canvas.reading(QRectF(box.left(), y, box.width(), number.line), _words(turnout), number, align=CENTRE)
        y += number.line
        y = canvas.put(word, box.left(), y, align=CENTRE, room=box.width()) + 24
        _bar(canvas, QRectF(box.left(), y, box.width(), BAR), turnout)
        y += BAR + 40
    for setting in settings:
        y = canvas.put(setting, box.left(), y, align=CENTRE, room=box.width()) + 14


def _words(turnout: Turnout) -> str:
    return f"{turnout.done} / {max(turnout.done, turnout.expected)}"


def _number(width: float, turnout: Turnout) -> Style:
    style = NUMBER
    while reading_width(_words(turnout), style) > width and style.size > 60:
        style = style.sized(style.size - 8)
    return style


def _bar(canvas: Canvas, box: QRectF, turnout: Turnout) -> None:
    share = turnout.done / max(1, turnout.done, turnout.expected)
    canvas.frame(box, BAR / 2, "surface")
    if share > 0:
        filled = QRectF(box.left(), box.top(), max(BAR, box.width() * share), BAR)
        canvas.frame(filled, BAR / 2, "kuusi")
    canvas.frame(box, BAR / 2, None, "ink", 4)
