"""A document as a Word file one can go on writing in: real styles, lists and header rows, a language, and
alternative texts on the pictures, so that it is as accessible as the PDF.
"""

import io
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from fasilitaattori.document.blocks import (
    COLUMN,
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
    leads_in,
    led,
)
from fasilitaattori.document.text import cleaned, end_bound
from fasilitaattori.papers.forms import word_head
from fasilitaattori.papers.forms import word_parts as parts
from fasilitaattori.papers.forms.sender import sender_of
from fasilitaattori.papers.forms.typesetting import PICTURE, picture

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

_COLUMN_CM = 16.6  # the width of the text on the page


def word(document: Document) -> bytes:
    """The whole document as a .docx file."""
    # Heavy (XML templates), and needed only when a Word file is made.
    import docx

    document = cleaned(document)
    made = docx.Document()
    _properties(made, document)
    parts.set_styles(made, document.language, document.letters)
    parts.set_page(made, document)
    sender = sender_of(document)
    if sender is not None:
        word_head.set_head(made, sender, large=document.large)
    made.add_heading(end_bound(_one_line(document.title)), level=0)
    if document.draft:
        _draft(made, document)
    for line in document.lead:
        _write(made.add_paragraph(style=parts.LEAD), (Run(line),))
    if document.emblem is not None:
        _figure(made, document.emblem, document.column)
    before: Block | None = None
    for block, following in pairwise([*document.blocks, None]):
        if block is not None:
            _block(made, block, document.column)
        if leads_in(block, following, before):
            made.paragraphs[-1].paragraph_format.keep_with_next = True
        before = block
    if sender is not None and sender.indented and not document.large:
        word_head.set_in(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _properties(made: "WordDocument", document: Document) -> None:
    core = made.core_properties
    core.title, core.subject, core.language = _one_line(document.title)[:255], document.subject[:255], document.language
    core.author, core.last_modified_by, core.comments = document.author[:255] or document.organisation[:255], "", ""
    try:
        core.created = core.modified = datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    except ValueError:
        core.created = core.modified = datetime.now(UTC)
    parts.forget_template(made)


def _draft(made: "WordDocument", document: Document) -> None:
    mark = made.add_paragraph()
    parts.colour(mark.add_run(document.draft_mark), "puna", bold=True)
    mark.add_run(f". {document.draft_note}" if document.draft_note else "")


def _block(made: "WordDocument", block: Block, column: float) -> None:
    match block:
        case Heading(text=text, level=level):
            made.add_heading(_one_line(text), level=level)
        case Paragraph(runs=runs, small=small):
            _write(made.add_paragraph(style=parts.SMALL if small else None), runs)
        case Bullets(items=items, numbered=numbered):
            parts.add_list(made, [_texts(runs) for runs in items], numbered=numbered)
        case Quote(text=text):
            _write(made.add_paragraph(style=parts.QUOTE), (Run(text),))
        case Facts(rows=rows):
            for name, value in rows:
                _write(made.add_paragraph(style=parts.LEAD), (Run(f"{name}: ", bold=True), Run(value)))
        case Table():
            _table(made, block)
        case Figure():
            _figure(made, block, column)
        case PageBreak():
            parts.break_page(made)


def _texts(runs: tuple[Run, ...]) -> list[tuple[str, bool]]:
    return [(run.text, run.bold) for run in runs]


def _write(paragraph: "WordParagraph", runs: tuple[Run, ...]) -> None:
    for text, bold in _texts(runs):
        paragraph.add_run(text).bold = bold or None


def _table(made: "WordDocument", block: Table) -> None:
    if block.caption:
        made.add_paragraph(block.caption, style=parts.CAPTION).paragraph_format.keep_with_next = True
    table = made.add_table(rows=1, cols=len(block.header))
    parts.set_table(table, block, _COLUMN_CM)
    for index, name in enumerate(block.header):
        parts.fill_cell(table.rows[0].cells[index], name, right=index in block.right, bold=True)
    for row in block.rows:
        cells: Any = table.add_row().cells
        for index, value in enumerate(row):
            for run in led(value, leads=index in block.leads):
                parts.fill_cell(cells[index], run.text, right=index in block.right, bold=run.bold)
    parts.finish_table(table, whole=block.whole)
    made.add_paragraph(style=parts.GAP)


def _figure(made: "WordDocument", block: Figure, column: float) -> None:
    """The drawing as a picture; `column` is how wide it fills the column."""
    from docx.shared import Cm  # heavy, see above

    width = _COLUMN_CM * min(1.0, block.width / column)
    shape = made.add_picture(io.BytesIO(picture(block, PICTURE * COLUMN / column)), width=Cm(width))
    parts.describe(shape, block.alt)
    made.paragraphs[-1].style = parts.FIGURE
    if block.caption:
        made.add_paragraph(block.caption, style=parts.CAPTION)


def _one_line(text: str) -> str:
    return " ".join(text.split())
