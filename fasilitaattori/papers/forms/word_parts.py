"""The parts of a Word file that python-docx leaves to its user: styles, languages, lists that begin anew, header
rows, alternative texts and page numbers. What stands here speaks of OOXML; `word` speaks of the document.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fasilitaattori.document.blocks import Document, Table
from fasilitaattori.figures.svg import colours

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# Fonts every word processor has; the look's own would be swapped for chance ones on the reader's machine.
_BODY, _TITLE = "Calibri", "Georgia"
LEAD, SMALL, GAP, FIGURE = "Paper lead", "Paper small print", "Paper gap", "Paper figure"
CAPTION, QUOTE = "Caption", "Quote"
_LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}


def forget_template(made: "WordDocument") -> None:
    """Take out what the empty file says of itself: a picture of its first page, and the program it was made with."""
    relations = made.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype.endswith(("/thumbnail", "/extended-properties")):
            relations.pop(key)


def set_styles(made: "WordDocument", language: str, size: float) -> None:
    """Fonts, sizes (of the text, in points), colours and the language of every style."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    styles: Any = made.styles
    _language(styles.element, _LANGUAGES.get(language, language))
    for name in (LEAD, SMALL, GAP, FIGURE):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    _style(styles["Normal"], _BODY, size, "ink", after=6)
    _style(styles["Title"], _TITLE, size * 1.9, "ink", after=6)
    for level, factor, before in ((1, 1.28, 16), (2, 1.08, 12), (3, 1.0, 10)):
        _style(styles[f"Heading {level}"], _BODY, size * factor, "ink", bold=True, before=before, after=4)
    _style(styles[LEAD], _BODY, size, "ink", after=2)
    _style(styles[SMALL], _BODY, size * 0.9, "ink2", after=6)
    _style(styles[CAPTION], _BODY, size * 0.9, "ink2", before=4, after=4)
    _style(styles[QUOTE], _BODY, size, "ink", after=6)
    styles[QUOTE].font.italic = False
    styles[QUOTE].paragraph_format.left_indent = Pt(14)
    _style(styles[GAP], _BODY, 5, "ink", after=0)
    _style(styles[FIGURE], _BODY, size, "ink", before=6, after=8)
    for name in ("List Bullet", "List Number"):
        _style(styles[name], _BODY, size, "ink", after=3)


def _style(style: Any, font: str, size: float, token: str, *, bold: bool = False, before: float = 0, after: float = 0) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colours()[token][1:])
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), font)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        border.getparent().remove(border)


def _language(styles: Any, tag: str) -> None:
    """The language of the whole file, for spelling and for speech."""
    from docx.oxml.ns import qn

    for lang in styles.iter(qn("w:lang")):
        lang.set(qn("w:val"), tag)


def set_page(made: "WordDocument", document: Document) -> None:
    """Paper, margins, and a header with the organisation, the draft mark and "1 (3)"."""
    from docx.shared import Cm, Mm

    section = made.sections[0]
    width, height = (297, 420) if document.paper == "a3" else (210, 297)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Cm(2.2)
    if document.large:  # no head above the text: a notice for the wall is to stand on one page
        section.top_margin = section.bottom_margin = Cm(1.6)
        return
    section.top_margin, section.bottom_margin, section.header_distance = Cm(2.6), Cm(2.0), Cm(1.2)
    header = section.header.paragraphs[0]
    inner = width / 10 - 4.4
    _running_head(header, document, " ".join(document.organisation.split()), inner)
    if document.letterhead is not None:  # which says on the first page who sends
        section.different_first_page_header_footer = True
        first = section.first_page_header
        first.is_linked_to_previous = False
        _running_head(first.paragraphs[0], document, "", inner)


def _running_head(header: Any, document: Document, name: str, inner: float) -> None:
    """The name, the draft mark in the middle and the page's number at the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm

    for stop in list(header.style.paragraph_format.tab_stops):  # the template's own, at other places
        header.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    header.paragraph_format.tab_stops.add_tab_stop(Cm(inner / 2), WD_TAB_ALIGNMENT.CENTER)
    header.paragraph_format.tab_stops.add_tab_stop(Cm(inner), WD_TAB_ALIGNMENT.RIGHT)
    header.add_run(f"{name}\t")
    if document.draft:
        colour(header.add_run(document.draft_mark), "puna", bold=True)
    header.add_run("\t")
    _field(header, "PAGE")
    header.add_run(" (")
    _field(header, "NUMPAGES")
    header.add_run(")")


def colour(run: Any, token: str, *, bold: bool = False) -> None:
    """A run in a colour of the look."""
    from docx.shared import RGBColor

    run.font.color.rgb, run.bold = RGBColor.from_string(colours()[token][1:]), bold or None


def _field(paragraph: Any, code: str) -> None:
    """A field Word counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def break_page(made: "WordDocument") -> None:
    """What follows begins on a new page."""
    from docx.enum.text import WD_BREAK

    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def add_list(made: "WordDocument", items: Sequence[Sequence[tuple[str, bool]]], *, numbered: bool) -> None:
    """A real list; a numbered one begins from 1 though another stood before it."""
    from docx.oxml.ns import qn

    style: Any = made.styles["List Number" if numbered else "List Bullet"]
    number = _fresh_numbering(made, style) if numbered else None
    for texts in items:
        paragraph = made.add_paragraph(style=style)
        for text, bold in texts:
            paragraph.add_run(text).bold = bold or None
        if number is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().set(qn("w:val"), "0")
            properties.get_or_add_numId().set(qn("w:val"), str(number))


def _fresh_numbering(made: "WordDocument", style: Any) -> int:
    """A numbering of its own that follows the style's and starts from 1."""
    numbering: Any = made.part.numbering_part.element
    used = style.element.pPr.numPr.numId.val
    abstract = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == used)
    fresh = numbering.add_num(abstract)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def set_table(table: Any, block: Table, width_cm: float) -> None:
    """Widths of the columns and thin lines under the rows."""
    from docx.shared import Cm

    table.autofit = False
    weights = block.weights or (1.0,) * len(block.header)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Cm(width_cm * weight / sum(weights))
    _lines(table)


def finish_table(table: Any, *, whole: bool) -> None:
    """Header row repeated on every page and marked as such; every cell as wide as its column. A `whole` table is not torn, and
    no header is left behind alone."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    first = table.rows[0]._tr.get_or_add_trPr()
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    first.append(header)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width
            if number < last and (whole or not number):
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True


def _lines(table: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "5"), ("space", "0"), ("color", colours()["line"][1:])):
            edge.set(qn(f"w:{key}"), value)
        borders.append(edge)
    properties = table._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    if layout is not None:
        layout.addprevious(borders)
    else:
        properties.append(borders)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), "1")
        look.set(qn("w:firstColumn"), "0")


def fill_cell(cell: Any, text: str, *, right: bool = False, bold: bool = False) -> None:
    """The text of a cell; numbers stand at the right edge."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.add_run(text).bold = bold or None
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def describe(shape: Any, alt: str) -> None:
    """The alternative text of a picture; without distances of its own some programs indent it."""
    shape._inline.docPr.set("descr", alt)
    for side in ("distT", "distB", "distL", "distR"):
        shape._inline.set(side, "0")
