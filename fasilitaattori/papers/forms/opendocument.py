"""A document as OpenDocument text, which LibreOffice and municipal offices go on writing in: real headings, lists, header rows,
a language and alternative texts, as in the Word file.
"""

import io
import re
from datetime import UTC, datetime
from itertools import pairwise
from string import Template
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

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
from fasilitaattori.figures.svg import colours
from fasilitaattori.papers.forms.sender import INDENT_CM, TYPE_CM, Sender, sender_of
from fasilitaattori.papers.forms.typesetting import PICTURE, picture
from fasilitaattori.paths import resource

if TYPE_CHECKING:
    import odfdo

_RUNNING_HEADER = re.compile(r"<style:header(-style|-first|)>.*?</style:header\1>", re.DOTALL)
_SIZES = {"a4": (21.0, 29.7), "a3": (29.7, 42.0)}  # centimetres
_SIDE = 2.2
_COUNTRIES = {"fi": "FI", "sv": "FI", "en": "GB"}


def opendocument(document: Document) -> bytes:
    """The whole document as an .odt file."""
    # Heavy (an XML library and templates), and needed only when such a file is made.
    import odfdo

    return _Writer(cleaned(document), odfdo.Document("text")).written()


class _Writer:
    """Fills an empty text document with a paper."""

    def __init__(self, document: Document, made: "odfdo.Document") -> None:
        self._document = document
        self._made = made
        self._tables = 0
        self._column = _SIZES[document.paper][0] - 2 * _SIDE
        self._sender = sender_of(document)
        self._set_in = self._sender is not None and self._sender.indented and not document.large
        self._deep = ""  # of the styles in use: those set in, once a heading has come

    def written(self) -> bytes:
        document = self._document
        self._made.body.clear()
        self._made.set_part("styles.xml", _styles(document, self._sender).encode())
        self._made.del_part("Thumbnails/thumbnail.png")
        self._cell_style("Row", f"0.5pt solid {colours()['line']}")
        self._whole_style()
        self._cell_style("Head", f"1.25pt solid {colours()['ink']}")
        self._properties()
        if self._sender is not None:
            self._head(self._sender)
        self._add(self._paragraph("Title", end_bound(_line(document.title))))
        if document.draft:
            self._add(self._runs("Lead", (Run(document.draft_mark, bold=True), Run(f". {document.draft_note}"))))
        for line in document.lead:
            self._add(self._paragraph("Lead", line))
        if document.emblem is not None:
            self._figure(document.emblem)
        before: Block | None = None
        for block, following in pairwise([*document.blocks, None]):
            if block is not None:
                self._block(block, leading=leads_in(block, following, before))
            before = block
        out = io.BytesIO()
        self._made.save(out)
        return out.getvalue()

    def _properties(self) -> None:
        document, meta = self._document, self._made.meta
        meta.title, meta.subject, meta.language = _line(document.title), document.subject, document.language
        meta.creator = meta.initial_creator = document.author or document.organisation
        meta.generator = "Fasilitaattori"
        try:
            at = datetime.fromisoformat(document.date)
        except ValueError:
            at = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        meta.creation_date = meta.date = at

    def _head(self, sender: Sender) -> None:
        """The sender over the title, in plain paragraphs that are read in order; the last has the rule under it."""
        import odfdo  # heavy, see above

        if sender.logo:
            stored = self._made.add_file(io.BytesIO(sender.logo))
            size = (f"{sender.width / 10:.2f}cm", f"{sender.height / 10:.2f}cm")
            frame = odfdo.Frame.image_frame(stored, size=size, anchor_type="as-char")
            frame.append(odfdo.SvgTitle(sender.alt))
            line = odfdo.Paragraph(style="Sender" if sender.name or sender.lines else "Sender_20_last")
            line.append(frame)
            self._add(line)
        kinds = [sender.kind.upper(), sender.dated] if self._set_in else []
        rows = [sender.name, *sender.lines]
        rows += [""] * (len([kind for kind in kinds if kind]) - len(rows))
        for number, row in enumerate(rows):
            style = "Sender_20_last" if number == len(rows) - 1 else "Sender"
            made = odfdo.Paragraph(style=style)
            made.append(odfdo.Span(row, style="Sender_20_name")) if number == 0 else made.append_plain_text(row)
            if number < len(kinds) and kinds[number]:
                made.append_plain_text("\t")
                made.append(odfdo.Span(kinds[number], style="Strong")) if number == 0 else made.append_plain_text(kinds[number])
            self._add(made)

    def _cell_style(self, name: str, line: str) -> None:
        """How cells look: styles of cells are the only ones that word processors look for beside the text."""
        cell = f'<style:table-cell-properties fo:padding="0.1cm" fo:border="none" fo:border-bottom="{line}"/>'
        style = f'<style:style style:name="{name}" style:family="table-cell">{cell}</style:style>'
        self._made.insert_style(style, automatic=True)

    def _whole_style(self) -> None:
        """How tables that fit on a page stay on one."""
        kept = '<style:table-properties table:border-model="collapsing" style:may-break-between-rows="false"/>'
        style = f'<style:style style:name="Whole" style:family="table">{kept}</style:style>'
        self._made.insert_style(style, automatic=True)

    def _add(self, element: Any) -> None:
        self._made.body.append(element)

    def _paragraph(self, style: str, text: str) -> Any:
        import odfdo  # heavy, see above

        return odfdo.Paragraph(text, style=style)

    def _runs(self, style: str, runs: tuple[Run, ...]) -> Any:
        """A paragraph of plain and bold text; line ends stay."""
        import odfdo  # heavy, see above

        made = odfdo.Paragraph(style=style)
        for run in runs:
            if run.bold:
                made.append(odfdo.Span(run.text, style="Strong"))
            else:
                made.append_plain_text(run.text)
        return made

    def _block(self, block: Block, *, leading: bool) -> None:
        match block:
            case Heading(text=text, level=level):
                import odfdo  # heavy, see above

                self._deep = "_20_in" if self._set_in else ""
                self._add(odfdo.Header(level, _line(text), style=f"Heading_20_{level}"))
            case Paragraph(runs=runs, small=small):
                styles = ("Small_20_leading", "Small_20_print") if small else ("Leading", "Text_20_body")
                self._add(self._runs(styles[not leading] + self._deep, runs))
            case Bullets():
                self._list(block)
            case Quote(text=text):
                self._add(self._paragraph(("Quotations_20_leading" if leading else "Quotations") + self._deep, text))
            case Facts(rows=rows):
                for name, value in rows:
                    self._add(self._runs(f"Lead{self._deep}", (Run(f"{name}: ", bold=True), Run(value))))
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case PageBreak():
                self._add(self._paragraph("Page_20_break", ""))

    def _list(self, block: Bullets) -> None:
        """A real list; each numbered one begins from 1."""
        import odfdo  # heavy, see above

        made = odfdo.List(style=("Numbers" if block.numbered else "Bullets") + self._deep)
        for runs in block.items:
            item = odfdo.ListItem()
            item.append(self._runs("List_20_item", runs))
            made.append(item)
        self._add(made)

    def _table(self, block: Table) -> None:
        """A table whose header row is one, and comes again on every page."""
        import odfdo  # heavy, see above

        if block.caption:
            self._add(self._paragraph("Caption_20_above", block.caption))
        self._tables += 1
        made = odfdo.Table(f"Table{self._tables}")
        made.clear()
        if block.whole:
            made.style = "Whole"
        weights = block.weights or (1.0,) * len(block.header)
        for number, weight in enumerate(weights):
            name = f"Column{self._tables}.{number}"
            width = f'<style:table-column-properties style:column-width="{self._column * weight / sum(weights):.3f}cm"/>'
            style = f'<style:style style:name="{name}" style:family="table-column">{width}</style:style>'
            self._made.insert_style(style, automatic=True)
            made.append(odfdo.Element.from_tag(f'<table:table-column table:style-name="{name}"/>'))
        head = odfdo.Element.from_tag("<table:table-header-rows/>")
        head.append(self._row(block.header, block.right, head=True))
        made.append(head)
        for row in block.rows:
            made.append(self._row(row, block.right, head=False, leads=block.leads))
        self._add(made)
        self._add(self._paragraph("Lead", ""))

    def _row(self, values: tuple[str, ...], right: tuple[int, ...], *, head: bool, leads: tuple[int, ...] = ()) -> Any:
        import odfdo  # heavy, see above

        row = odfdo.Element.from_tag("<table:table-row/>")
        for index, value in enumerate(values):
            cell = odfdo.Element.from_tag(
                f'<table:table-cell table:style-name="{"Head" if head else "Row"}" office:value-type="string"/>'
            )
            number = index in right
            style = ("Table_20_number_20_heading" if number else "Table_20_Heading") if head else ""
            style = style or ("Table_20_number" if number else "Table_20_Contents")
            runs = led(value, leads=True) if index in leads else ()
            cell.append(self._runs(style, runs) if runs else self._paragraph(style, value))
            row.append(cell)
        return row

    def _figure(self, block: Figure) -> None:
        """The drawing as a picture, described by what it shows."""
        import odfdo  # heavy, see above

        column = self._document.column
        width = self._column * min(1.0, block.width / column)
        size = (f"{width:.2f}cm", f"{width * block.height / block.width:.2f}cm")
        stored = self._made.add_file(io.BytesIO(picture(block, PICTURE * COLUMN / column)))
        frame = odfdo.Frame.image_frame(stored, size=size, anchor_type="as-char")
        frame.append(odfdo.SvgTitle(block.alt))
        line = odfdo.Paragraph(style="Figure_20_line")
        line.append(frame)
        self._add(line)
        if block.caption:
            self._add(self._paragraph("Caption", block.caption))


def _styles(document: Document, sender: Sender | None) -> str:
    """The file of styles with this paper's language, sizes, colours and running header."""
    factors = {"body": 1.0, "small": 0.9, "title": 1.9, "first": 1.28, "second": 1.08}
    width, height = _SIZES[document.paper]
    inner = width - 2 * _SIDE
    told = {
        **{name: f"{document.letters * factor:.1f}pt" for name, factor in factors.items()},
        **{name: colours()[name] for name in ("ink", "ink2", "line", "puna")},
        "language": document.language,
        "country": _COUNTRIES.get(document.language, "FI"),
        "organisation": escape(_line(document.organisation)),
        "first_organisation": "" if sender else escape(_line(document.organisation)),
        **({"top": "1.60", "bottom": "1.30"} if document.large else {"top": "1.20", "bottom": "2.00"}),
        "tone": sender.tone if sender else colours()["ink"],
        "rule": sender.rule if sender else colours()["ink"],
        "type_at": f"{TYPE_CM:.2f}",
        **{f"in_{name}": f"{INDENT_CM + more:.2f}" for name, more in (("text", 0.0), ("quote", 0.5), ("list", 0.9))},
        "mark": escape(document.draft_mark) if document.draft else "",
        **{name: f"{value:.2f}" for name, value in (("width", width), ("height", height), ("side", _SIDE))},
        **{name: f"{value:.2f}" for name, value in (("inner", inner), ("middle", inner / 2))},
    }
    template = resource("papers", "opendocument-styles.xml").read_text(encoding="utf-8")
    if document.large:  # a notice on the door is one page, with nothing over it
        template = _RUNNING_HEADER.sub("", template)
    return Template(template).substitute(told)


def _line(text: str) -> str:
    return " ".join(text.split())
