"""A document as one web page that anybody can read: everything in a single file, no script, nothing fetched from anywhere.

Municipalities must publish what they publish accessibly, and a web page is the form screen readers, phones and enlargement
take best. Everything people wrote is escaped, and the page's own policy forbids it to run or load anything.
"""

import functools
import re
from base64 import b64encode
from collections.abc import Iterable
from html import escape

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
from fasilitaattori.figures.svg import colours
from fasilitaattori.hyphens import SOFT, softened
from fasilitaattori.papers.forms.sender import Sender, logo_address, sender_of
from fasilitaattori.paths import resource

_LONGEST = 12  # letters
_LETTER, _GAP, _ROOM = 0.62, 0.6, 18.4  # of the size of letters: one of them, what is between columns, a phone's width
_ENDLESS = re.compile(r"[^\s-]{25,}")
_USED = ("surface", "ink", "ink2", "line", "puna")
_FACES = (
    ("Atkinson Hyperlegible Next", 400, "atkinson-400"),
    ("Atkinson Hyperlegible Next", 700, "atkinson-700"),
    ("Besley", 600, "besley-600"),
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; {pictures}base-uri 'none'; form-action 'none'"
_PIXELS = 96 / 25.4  # in a millimetre


def webpage(document: Document) -> str:
    """The whole document as HTML, ending in one line end."""
    document = cleaned(document)
    sender = sender_of(document)
    return (
        "\n".join((*_head(document, sender), "<body>", *_header(document, sender), *_main(document), "</body>", "</html>"))
        + "\n"
    )


def _head(document: Document, sender: Sender | None) -> Iterable[str]:
    yield "<!doctype html>"
    yield f'<html lang="{escape(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    policy = _POLICY.format(pictures="img-src data:; " if sender and sender.logo else "")
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    told = {"author": document.author, "description": document.subject, "dcterms.date": document.date}
    yield from (f'<meta name="{name}" content="{_line(value)}">' for name, value in told.items() if value)
    mark = f"{document.draft_mark}: " if document.draft and document.draft_mark else ""
    yield f"<title>{_line(mark + document.title)}</title>"
    colours_of = "" if sender is None else f":root {{ --tone: {sender.tone}; --rule: {sender.rule} }}\n"
    yield f"<style>\n{_style()}{colours_of}</style>"
    yield "</head>"


def _header(document: Document, sender: Sender | None) -> Iterable[str]:
    if sender is None:
        if document.organisation:
            yield f"<header>{_line(document.organisation)}</header>"
        return
    yield '<header class="sender">'
    if sender.logo:
        size = f'width="{sender.width * _PIXELS:.0f}" height="{sender.height * _PIXELS:.0f}"'
        yield f'<img src="{logo_address(sender.logo)}" alt="{_line(sender.alt)}" {size}>'
    told = [f"<strong>{_line(sender.name)}</strong>"] if sender.name else []
    yield f"<p>{'<br>'.join([*told, *map(_line, sender.lines)])}</p>"
    yield "</header>"


def _main(document: Document) -> Iterable[str]:
    yield "<main>"
    yield f"<h1>{_line(document.title)}</h1>"
    yield from (f'<p class="lead">{_line(part)}</p>' for part in document.lead)
    if document.draft:
        yield f'<p class="draft"><strong>{_line(document.draft_mark)}</strong> {_line(document.draft_note)}</p>'
    if document.emblem is not None:
        yield _figure(document.emblem)
    breaks = False
    for block in document.blocks:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        made = _block(block, document.language)
        yield f'<div class="new-page">\n{made}\n</div>' if breaks else made
        breaks = False
    yield "</main>"


def _block(block: Block, language: str) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"<h{level + 1}>{_line(text)}</h{level + 1}>"
        case Paragraph(runs=runs, small=small):
            return f'<p class="said{" small" if small else ""}">{_runs(runs)}</p>'
        case Bullets(items=items, numbered=numbered):
            name = "ol" if numbered else "ul"
            rows = "\n".join(f'<li class="said">{_runs(runs)}</li>' for runs in items)
            return f"<{name}>\n{rows}\n</{name}>"
        case Quote(text=text):
            return f'<blockquote class="said">{escape(text)}</blockquote>'
        case Facts(rows=facts):
            told = "\n".join(f'<dt>{_line(name)}</dt>\n<dd class="said">{escape(value)}</dd>' for name, value in facts)
            return f"<dl>\n{told}\n</dl>"
        case Table():
            return _table(block, language)
        case Figure():
            return _figure(block)
        case PageBreak():
            return ""


def _table(table: Table, language: str) -> str:
    """A header cell names its column; one without words is no header."""
    least = _least(table, language)
    head = "".join(
        _head_cell(name, language, _side(i, table), least[i]) if name.strip() else "<td></td>"
        for i, name in enumerate(table.header)
    )
    body = "\n".join(
        "<tr>" + "".join(_cell(cell, table, i, language) for i, cell in enumerate(row)) + "</tr>" for row in table.rows
    )
    caption = f"<caption>{_line(table.caption)}</caption>\n" if table.caption else ""
    kind, columns = (' class="cards"', _columns(table)) if table.leads else ("", "")
    return f"<table{kind}>\n{caption}{columns}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _head_cell(name: str, language: str, side: str, least: float) -> str:
    """The name may be divided where its language divides it, so that a narrow screen has room for all columns."""
    return f'<th scope="col"{side} style="min-width:{least:.1f}em">{_divided(_line(name), language)}</th>'


def _least(table: Table, language: str) -> list[float]:
    """How narrow each column may become, in its letters: no piece of a word is torn while a phone has room for that, and no
    piece of a column's name ever, unless it is no word of any language."""
    names = [_longest_piece(name, language) for name in table.header]
    whole = [max([name, *(_longest_piece(row[i], language) for row in table.rows)]) for i, name in enumerate(names)]
    return whole if sum(whole) <= _ROOM else names


def _longest_piece(text: str, language: str) -> float:
    pieces = re.split(rf"[\s{SOFT}\u2013-]+", _divided(text, language))
    return min(max(map(len, pieces)), _LONGEST) * _LETTER + _GAP


def _divided(text: str, language: str) -> str:
    return softened(text, language, lambda word: True)


def _columns(table: Table) -> str:
    """How wide the columns are on a wide screen."""
    weights = table.weights or (1.0,) * len(table.header)
    return "<colgroup>" + "".join(f'<col style="width:{100 * one / sum(weights):.1f}%">' for one in weights) + "</colgroup>\n"


def _side(column: int, table: Table) -> str:
    return ' class="number"' if column in table.right else ""


def _cell(text: str, table: Table, column: int, language: str) -> str:
    divided = text if table.leads else _divided(text, language)
    shown = _runs(led(divided, leads=column in table.leads))
    name = f' data-name="{_line(table.header[column])}"' if table.leads else ""
    number = "" if column not in table.right else " number" if len(text) > _LONGEST else " number whole"
    torn = " torn" if _ENDLESS.search(text) else ""
    return f'<td class="said{number}{torn}"{name}>{shown}</td>'


def _figure(figure: Figure) -> str:
    """The drawing itself, named by what it shows: its own title would be read beside that."""
    drawn = figure.svg.replace('role="img"', f'role="img" aria-label="{_line(figure.alt)}"', 1)
    caption = f"\n<figcaption>{_line(figure.caption)}</figcaption>" if figure.caption else ""
    return f"<figure>\n{drawn}{caption}\n</figure>"


def _runs(runs: tuple[Run, ...]) -> str:
    return "".join(f"<strong>{escape(run.text)}</strong>" if run.bold else escape(run.text) for run in runs)


def _line(text: str) -> str:
    return escape(" ".join(text.split()))


@functools.cache
def _style() -> str:
    """The fonts (so that figures look as they were measured), the colours by day and in the dark, and the rest."""
    fonts = "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: swap; '
        f"src: url(data:font/woff2;base64,{b64encode(resource('web', 'fonts', f'{file}.woff2').read_bytes()).decode()}) }}"
        for family, weight, file in _FACES
    )
    day, evening = (" ".join(f"--{name}: {colours(theme)[name]};" for name in _USED) for theme in ("paiva", "ilta"))
    themes = f":root {{ {day} --paper: {colours()['surface']}; color-scheme: light dark }}"
    themes += f"\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {evening} }} }}"
    return f"{fonts}\n{themes}\n{resource('papers', 'webpage.css').read_text(encoding='utf-8')}"
