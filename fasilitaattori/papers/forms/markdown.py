"""A document as Markdown, for those who go on in a text editor, a wiki or an e-mail.

Every sign that Markdown could read as markup is escaped, so the text looks the same wherever it is pasted.
"""

import re

from fasilitaattori.document.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    led,
)
from fasilitaattori.document.text import cleaned

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}[.)](?=\s|$))", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def markdown(document: Document) -> str:
    """The whole document, ending in one line end."""
    document = cleaned(document)
    parts = [f"# {_line(document.title)}"]
    if document.draft:
        parts.append(" ".join(part for part in (f"**{_line(document.draft_mark)}**", _line(document.draft_note)) if part))
    if document.organisation:
        parts.append(_line(document.organisation))
    if document.lead:
        parts.append("  \n".join(_line(part) for part in document.lead))
    parts += [_block(block) for block in document.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown and HTML read as nothing but text; line ends stay."""
    text = _ENTITY.sub("&amp;", _MARKUP.sub(r"\\\1", text))
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(match: re.Match[str]) -> str:
    space, sign = match.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}" if sign[0].isdigit() else f"{space}\\{sign}"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"{'#' * (level + 1)} {_line(text)}"
        case Paragraph(runs=runs):
            return _runs(runs)
        case Bullets(items=items, numbered=numbered):
            return "\n".join(_item(f"{i}." if numbered else "-", runs) for i, runs in enumerate(items, 1))
        case Quote(text=text):
            return "\n".join(f"> {line}" for line in _hard(escaped(text)).split("\n"))
        case Facts(rows=rows):
            return "\n".join(f"- **{_line(name)}**: {_line(value)}" for name, value in rows)
        case Table():
            return _table(block)
        case Figure(alt=alt, caption=caption):
            return "\n\n".join(part for part in (f"**{_line(caption)}**" if caption else "", _line(alt)) if part)
        case PageBreak():
            return ""


def _runs(runs: tuple[Run, ...]) -> str:
    return _hard("".join(_bold(run.text) if run.bold else escaped(run.text) for run in runs))


def _bold(text: str) -> str:
    """Bold text with its outer spaces outside, as Markdown wants them."""
    inner = _line(text)
    before, after = " " * (text[:1].isspace()), " " * (text[-1:].isspace())
    return f"{before}**{inner}**{after}" if inner else text


def _hard(text: str) -> str:
    """Line ends as Markdown's hard ones; empty lines would end the paragraph."""
    return "  \n".join(line.strip() for line in text.split("\n") if line.strip())


def _item(mark: str, runs: tuple[Run, ...]) -> str:
    return f"{mark} " + _runs(runs).replace("\n", "\n" + " " * (len(mark) + 1))


def _table(table: Table) -> str:
    rule = ["---:" if i in table.right else "---" for i in range(len(table.header))]
    told = ([_led(cell, leads=i in table.leads) for i, cell in enumerate(row)] for row in table.rows)
    rows = [[_cell(cell) for cell in table.header], rule, *told]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return (f"**{_line(table.caption)}**\n\n" if table.caption else "") + "\n".join(lines)


def _led(text: str, *, leads: bool) -> str:
    """A cell; its first line bold when it leads."""
    first, *rest = (run.text for run in led(text, leads=leads))
    return "<br>".join(part for part in (_bold(first), *map(_cell, rest)) if part) if leads else _cell(text)


def _cell(text: str) -> str:
    return "<br>".join(escaped(line.strip()) for line in text.split("\n") if line.strip())
