"""Blocks as plain text one can edit, and back.

The facilitator corrects the minutes in an ordinary text field. Prose and lists become plain lines; a table or a
drawing stays what it is and shows as a line such as "[Taulukko 1]", which may be moved or removed.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

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
from fasilitaattori.i18n import LANGUAGES, Translator, translator

FIGURE = N_("Kuvio {number}")
TABLE = N_("Taulukko {number}")
_HEADING = re.compile(r"(#{1,3}) +(\S.*)")
_BULLET = re.compile(r"[-–•*] +(\S.*)", re.DOTALL)
_MARK = re.compile(r"^(?:[-–•*>#]+|\d{1,3}[.)]) +")
_NUMBERED = re.compile(r"(\d{1,3})[.)] +(?!\d|\w+kuu(?:ta|n|ssa)\b)(\S.*)", re.DOTALL)  # untranslated: a date is no item
_TEXT, _BULLETS, _NUMBERS = "", "-", "1."
_GOES_ON = "  "  # before the further lines of an item


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
    longest = max((len(block.items) for block in generated if isinstance(block, Bullets) and block.numbered), default=0)
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        blocks += _part(part.strip(), held, longest)
    return tuple(_stepping(blocks))


def _stepping(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings that skip no level: a gap makes a paper inaccessible. A section's own heading (1) stands before
    them."""
    above: list[tuple[int, int]] = []  # levels as they were written, and as they are
    for block in blocks:
        if isinstance(block, Heading):
            above = [(written, level) for written, level in above if written < block.level]
            above.append((block.level, min(block.level, above[-1][1] + 1 if above else 2)))
            yield Heading(block.text, above[-1][1])
        else:
            yield block


def differences(before: str, now: str) -> tuple[tuple[str, bool], ...]:
    """Lines that came (True) and went (False) between two such texts, in the order of the text; nothing of mere moves of
    tables and drawings."""
    old, new = _lines(before), _lines(now)
    told: list[tuple[str, bool]] = []
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = old[places[0] : places[1]], new[places[2] : places[3]]
        told += [(line, False) for line in gone if kind != "equal"]
        told += [(line, True) for line in came if kind != "equal"]
    return tuple((_MARK.sub("", line.strip()), is_new) for line, is_new in told)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not _held_line().fullmatch(line.strip())]


@functools.cache
def _held_line() -> re.Pattern[str]:
    """A line that stands for a table (its first group has the word) or a drawing, by number, in any language of papers."""
    tables, drawings = (
        "|".join(re.escape(translator(code)(msgid, number="").strip()) for code in LANGUAGES) for msgid in (TABLE, FIGURE)
    )
    return re.compile(rf"\[(?:({tables})|{drawings}) (\d{{1,3}})\]")


def _prose(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * level} {text}"
        case Paragraph(runs=runs):
            return plain(runs)
        case Bullets(items=items, numbered=numbered):
            return "\n".join(f"{f'{i}.' if numbered else '-'} {_item(plain(runs))}" for i, runs in enumerate(items, 1))
        case Quote(text=text):
            return "\n".join(f"> {line}" for line in text.splitlines())
        case Facts(rows=rows):
            return "\n".join(f"{name}: {value}" for name, value in rows)
        case _:
            return ""


def _item(text: str) -> str:
    """An item with its further lines set in: they belong to it."""
    return f"\n{_GOES_ON}".join(line.strip() for line in text.splitlines() if line.strip())


def _part(part: str, held: Sequence[Table | Figure], longest: int) -> list[Block]:
    if not part:
        return []
    if match := _held_line().fullmatch(part):
        return _of_line(match, held)
    lines = part.splitlines()
    if match := _HEADING.fullmatch(lines[0]):
        rest = "\n".join(lines[1:])
        return [Heading(match.group(2), len(match.group(1))), *_part(rest.strip(), held, longest)]
    if all(line.startswith(">") for line in lines):
        return [Quote("\n".join(line[1:].strip() for line in lines))]
    return _texts_and_lists(lines, longest)


def _of_line(match: re.Match[str], held: Sequence[Table | Figure]) -> list[Block]:
    """What a line stands for; when another kind of thing has come into its place, the nearest of its own kind."""
    kind, place = (Table if match.group(1) else Figure), int(match.group(2)) - 1
    mine = [index for index, block in enumerate(held) if isinstance(block, kind)]
    if place >= len(held) or not mine:
        return []
    return [held[min(mine, key=lambda index: (abs(index - place), -index))]]


def _texts_and_lists(lines: Sequence[str], longest: int) -> list[Block]:
    """Paragraphs and lists as they follow on one another."""
    runs: list[tuple[str, list[str]]] = []
    for looks, some in _runs_of(lines):
        kind = _TEXT if looks == _NUMBERS and not _is_list(some, longest) else looks
        if runs and runs[-1][0] == kind == _TEXT:
            runs[-1][1].extend(some)
        else:
            runs.append((kind, some))
    return [_block(kind, some) for kind, some in runs]


def _runs_of(lines: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Lines of a kind that follow on one another, those that go on an item joined to it."""
    runs: list[tuple[str, list[str]]] = []
    for line in lines:
        bare = line.strip()
        kind = _BULLETS if _BULLET.fullmatch(bare) else _NUMBERS if _NUMBERED.fullmatch(bare) else _TEXT
        if kind == _TEXT and runs and runs[-1][0] != _TEXT and line.startswith(_GOES_ON):
            runs[-1][1][-1] += f"\n{bare}"
        elif runs and runs[-1][0] == kind:
            runs[-1][1].append(bare)
        else:
            runs.append((kind, [bare]))
    return runs


def _is_list(items: Sequence[str], longest: int) -> bool:
    """Whether numbers count items, some of which may have been taken out, and are no words of the text."""
    numbers = [int(match.group(1)) for item in items if (match := _NUMBERED.fullmatch(item))]
    return all(a < b for a, b in pairwise(numbers)) and numbers[-1] <= max(len(items), longest)


def _block(kind: str, some: Sequence[str]) -> Block:
    if kind == _TEXT:
        return paragraph("\n".join(some))
    pattern = _NUMBERED if kind == _NUMBERS else _BULLET
    matches = [match for one in some if (match := pattern.fullmatch(one))]
    return bullets([match.groups()[-1] for match in matches], numbered=kind == _NUMBERS)
