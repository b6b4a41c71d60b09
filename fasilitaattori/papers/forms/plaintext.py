"""A document as plain text, for pasting into an e-mail or a web page that knows no markup."""

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
    plain,
)
from fasilitaattori.document.text import cleaned

_DASH = " \u2013 "


def plain_text(document: Document) -> str:
    """The whole document, ending in one line end. In place of a drawing stands what it tells; its numbers are in a table."""
    document = cleaned(document)
    parts = [_line(document.title)]
    if document.draft:
        parts.append(_DASH.join(part for part in (document.draft_mark, document.draft_note) if part))
    if document.organisation:
        parts.append(_line(document.organisation))
    if document.lead:
        parts.append("\n".join(_line(part) for part in document.lead))
    parts += [_block(block) for block in document.blocks]
    return "\n\n".join(part for part in parts if part) + "\n"


def _line(text: str) -> str:
    return " ".join(text.split())


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            words = _line(text)
            return f"{words}\n{'-' * len(words)}" if level == 1 else words
        case Paragraph(runs=runs):
            return _words(runs)
        case Bullets(items=items, numbered=numbered):
            marks = [f"{i}." if numbered else "-" for i in range(1, len(items) + 1)]
            return "\n".join(_item(mark, runs) for mark, runs in zip(marks, items, strict=True))
        case Quote(text=text):
            return "\n".join(f"  {line}" for line in text.split("\n"))
        case Facts(rows=rows):
            return "\n".join(f"{_line(name)}: {_line(value)}" for name, value in rows)
        case Table(leads=(_, *_)):
            return "\n".join(_led(block, row) for row in block.rows)
        case Table(header=header, rows=rows, caption=caption):
            lines = [_line(caption)] if caption else []
            lines.append(_DASH.join(_line(cell) for cell in header))
            lines += ["- " + _DASH.join(_line(cell) for cell in _without_last_blanks(row)) for row in rows]
            return "\n".join(lines)
        case Figure(alt=alt, caption=caption):
            return "\n".join(line for line in (_line(caption), _line(alt)) if line)
        case PageBreak():
            return ""


def _without_last_blanks(row: tuple[str, ...]) -> tuple[str, ...]:
    """What the row says, without a dash after it that leads to nothing."""
    while len(row) > 1 and not row[-1].strip():
        row = row[:-1]
    return row


def _led(table: Table, row: tuple[str, ...]) -> str:
    """A row that stands for itself: what leads it, and under it the rest, each by the name of its column."""
    first, *rest = ([_line(line) for line in cell.split("\n") if line.strip()] for cell in row)
    named = [f"{_line(name)}: {_DASH.join(cell)}" for name, cell in zip(table.header[1:], rest, strict=True) if cell]
    return "- " + "\n  ".join([*first, *named])


def _words(runs: tuple[Run, ...]) -> str:
    return "\n".join(line.strip() for line in plain(runs).split("\n") if line.strip())


def _item(mark: str, runs: tuple[Run, ...]) -> str:
    return f"{mark} " + _words(runs).replace("\n", "\n" + " " * (len(mark) + 1))
