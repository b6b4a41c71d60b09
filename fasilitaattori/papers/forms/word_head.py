"""The letterhead of a Word file: the sender over the title in plain paragraphs, which every reader reads in order, and the
styles in the sender's colour and margins.
"""

import io
from typing import TYPE_CHECKING, Any

from fasilitaattori.figures.svg import colours
from fasilitaattori.papers.forms import word_parts as parts
from fasilitaattori.papers.forms.sender import INDENT_CM, TYPE_CM, Sender

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

SENDER = "Paper sender"
_HEADINGS = ("Title", "Heading 1", "Heading 2", "Heading 3")
_LISTS = ("List Bullet", "List Number")
_TEXTS = ("Normal", parts.LEAD, parts.SMALL, parts.QUOTE, *_LISTS)
_HANGING = 0.63  # centimetres from a list's mark to its text


def set_head(made: "WordDocument", sender: Sender, *, large: bool) -> None:
    """Write the sender at the top of an empty file, and set its styles. Call `set_in` at the end for a layout with indents."""
    _set_styles(made, sender)
    if sender.logo:
        _logo(made, sender)
    rows = [sender.name, *sender.lines]
    kinds = ["", ""] if large or not sender.indented else [sender.kind.upper(), sender.dated]
    rows += [""] * (sum(bool(kind) for kind in kinds) - len(rows))
    for number, row in enumerate(rows):
        paragraph = made.add_paragraph(style=SENDER)
        run = paragraph.add_run(row)
        if number == 0:
            _colour(run.font, sender.tone)
            run.bold = True
        if number < 2 and kinds[number]:
            paragraph.add_run(f"\t{kinds[number]}").bold = number == 0 or None
    _rule_under(made.paragraphs[-1], sender.rule)


def _set_styles(made: "WordDocument", sender: Sender) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    styles: Any = made.styles
    style = styles.add_style(SENDER, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.paragraph_format.space_after = Pt(1)
    style.paragraph_format.tab_stops.add_tab_stop(Cm(TYPE_CM))
    for name in _HEADINGS:
        _colour(styles[name].font, sender.tone)


def set_in(made: "WordDocument") -> None:
    """Text under headings begins further in; headings, tables and drawings keep the whole width."""
    from docx.shared import Cm

    under = False
    for paragraph in made.paragraphs:
        name = paragraph.style.name if paragraph.style is not None else ""
        under = under or name in _HEADINGS[1:]
        if not (under and name in _TEXTS) or paragraph._p.xpath(".//w:drawing | .//w:br[@w:type='page']"):
            continue
        deeper = Cm(_HANGING) if name in _LISTS else Cm(0.5) if name == parts.QUOTE else Cm(0)
        paragraph.paragraph_format.left_indent = Cm(INDENT_CM) + deeper
        if name in _LISTS:
            paragraph.paragraph_format.first_line_indent = -Cm(_HANGING)


def _logo(made: "WordDocument", sender: Sender) -> None:
    from docx.shared import Mm, Pt

    shape = made.add_picture(io.BytesIO(sender.logo), width=Mm(sender.width))
    parts.describe(shape, sender.alt)
    made.paragraphs[-1].style = SENDER
    made.paragraphs[-1].paragraph_format.space_after = Pt(4)


def _rule_under(paragraph: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "6"), ("color", colour[1:])):
        edge.set(qn(f"w:{key}"), value)
    borders.append(edge)
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.paragraph_format.space_after = Pt(14)


def _colour(font: Any, colour: str) -> None:
    from docx.shared import RGBColor

    font.color.rgb = RGBColor.from_string((colour or colours()["ink"])[1:])
