"""Blocks as plain text one can edit, and back.

The facilitator corrects the minutes in an ordinary text field. Prose and lists become plain lines; a table or a
drawing stays what it is and shows as a line such as "[Taulukko 1]", which may be moved or removed.
"""

import difflib
import re
from collections.abc import Iterable, Sequence

from fasilitaattori.document.blocks import (
    Block,
    Bullets,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Table,
    bullets,
    paragraph,
    plain,
)
from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator

FIGURE = N_("Kuvio {number}")
TABLE = N_("Taulukko {number}")
_HELD = re.compile(r"\[[^\[\]\d]+ (\d{1,3})\]")
_HEADING = re.compile(r"(#{1,3}) +(\S.*)")
_BULLET = re.compile(r"[-–•*] +(\S.*)")
_MARK = re.compile(r"^(?:[-–•*>#]+|\d{1,3}[.)]) +")
_NUMBERED = re.compile(r"\d{1,3}[.)] +(\S.*)")


def to_text(blocks: Iterable[Block], tr: Translator) -> str:
    """The blocks as text to edit: paragraphs apart, "- " before items, "# " before headings, "> " before quotes."""
    parts: list[str] = []
    held = 0
    for block in blocks:
        if isinstance(block, Table | Figure):
            held += 1
            name = tr(TABLE, number=held) if isinstance(block, Table) else tr(FIGURE, number=held)
            parts.append(f"[{name}]")
        else:
            parts.append(_prose(block))
    return "\n\n".join(part for part in parts if part)


def from_text(text: str, generated: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of an edited text; `generated` gives back the tables and drawings its lines refer to."""
    held = [block for block in generated if isinstance(block, Table | Figure)]
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        blocks += _part(part.strip(), held)
    return tuple(blocks)


def differences(before: str, now: str) -> tuple[tuple[str, bool], ...]:
    """Lines that came (True) and went (False) between two such texts, in the order of the text; nothing of mere moves of
    tables and drawings."""
    told = (line for line in difflib.ndiff(_lines(before), _lines(now)) if line.startswith(("+ ", "- ")))
    return tuple((_MARK.sub("", line[2:]), line.startswith("+")) for line in told)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not _HELD.fullmatch(line.strip())]


def _prose(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * level} {text}"
        case Paragraph(runs=runs):
            return plain(runs)
        case Bullets(items=items, numbered=numbered):
            return "\n".join(f"{f'{i}.' if numbered else '-'} {plain(runs)}" for i, runs in enumerate(items, 1))
        case Quote(text=text):
            return "\n".join(f"> {line}" for line in text.splitlines())
        case Facts(rows=rows):
            return "\n".join(f"{name}: {value}" for name, value in rows)
        case _:
            return ""


def _part(part: str, held: Sequence[Block]) -> list[Block]:
    if not part:
        return []
    if match := _HELD.fullmatch(part):
        index = int(match.group(1)) - 1
        return [held[index]] if 0 <= index < len(held) else []
    lines = part.splitlines()
    if match := _HEADING.fullmatch(lines[0]):
        rest = "\n".join(lines[1:])
        return [Heading(match.group(2), len(match.group(1))), *_part(rest.strip(), held)]
    for pattern, numbered in ((_BULLET, False), (_NUMBERED, True)):
        items = [pattern.fullmatch(line.strip()) for line in lines]
        if all(items):
            return [bullets([item.group(1) for item in items if item], numbered=numbered)]
    if all(line.startswith(">") for line in lines):
        return [Quote("\n".join(line[1:].strip() for line in lines))]
    return [paragraph(part)]
