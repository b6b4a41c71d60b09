"""The ground rules for the wall: as large as they fit on one sheet."""

from collections.abc import Sequence

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.papers.sheets.boxes import Box
from fasilitaattori.papers.sheets.lettering import BODY, TITLE, lines_of
from fasilitaattori.papers.sheets.sheet import Sheet
from fasilitaattori.workshop.state import Workshop

_LOGO = 4.0  # hundredths of the sheet's width by which a logo moves everything down
_SIZES = (6.2, 5.6, 5.0, 4.4, 3.8, 3.2, 2.6, 2.0, 1.6, 1.2, 0.9)  # of a rule's letters, in hundredths of the sheet's width


def ground_rules(state: Workshop) -> list[str]:
    """The ground rules of the first step that has any."""
    for step in state.plan.steps():
        if step.tool == "discussion":
            rules = [rule for rule in state.settings(step).ground_rules if rule.strip()]
            if rules:
                return rules
    return []


def rules_poster(rules: Sequence[str], tr: Translator, *, size: str = "a4", organisation: str = "", logo: bytes = b"") -> bytes:
    """The ground rules for the wall, as a PDF of exactly A4 or A3. FasilitaattoriError when there are none."""
    if not rules:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole pelisääntöjä."), N_("Lisää ne keskustelun asetuksiin suunnitelmassa."))
    heading = tr("Pelisäännöt")
    sheet = Sheet(size, heading, tr.language, organisation)
    unit = sheet.width / 100
    sheet.logo(Box(62 * unit, sheet.height - 9 * unit, 28 * unit, 5.4 * unit), logo)
    top = sheet.height - (_LOGO * unit if logo else 0)
    sheet.write(10 * unit, top - 18 * unit, heading, TITLE, 11 * unit, align="left")
    room = top - 38 * unit
    letters, broken = _fitting(rules, unit, room)
    y = top - 33 * unit
    for number, lines in enumerate(broken, 1):
        sheet.write(10 * unit, y, f"{number}", TITLE, letters * 1.5, align="left")
        for line in lines:
            sheet.write(21 * unit, y, line, BODY, letters, align="left")
            y -= letters * 1.3
        y -= letters * 0.9
    return sheet.save()


def _fitting(rules: Sequence[str], unit: float, room: float) -> tuple[float, list[list[str]]]:
    """The largest letters with which all rules fit, and their lines; with very long rules the smallest."""
    for letters in (step * unit for step in _SIZES[:-1]):
        broken = [lines_of(rule, BODY, letters, 69 * unit) for rule in rules]
        if sum(len(lines) for lines in broken) * letters * 1.3 + len(rules) * letters * 0.9 <= room:
            return letters, broken
    smallest = _SIZES[-1] * unit
    return smallest, [lines_of(rule, BODY, smallest, 69 * unit) for rule in rules]
