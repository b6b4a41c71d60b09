"""Ways to make a paper of the same blocks: the program's own, and two that anybody would think of first."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from fasilitaattori.document.blocks import Block, Bullets, Document, Facts, Figure, Heading, Paragraph, Quote, Table, plain
from fasilitaattori.papers.export import FORMS
from fasilitaattori.paths import resource


def ours(document: Document) -> bytes:
    """Tagged PDF/UA-1 with figures."""
    return FORMS["pdf"](document)


def word(document: Document) -> bytes:
    """The Word file."""
    return FORMS["docx"](document)


def text(document: Document) -> bytes:
    """OpenDocument text."""
    return FORMS["odt"](document)


def page(document: Document) -> bytes:
    """The web page."""
    return FORMS["html"](document)


def reportlab(document: Document) -> bytes:
    """The same texts, lists and tables by reportlab's own layout: without tags, and without the figures."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import SimpleDocTemplate

    for name in ("400", "700"):
        registerFont(TTFont(f"body-{name}", str(resource("fonts", f"atkinson-hyperlegible-next-{name}.ttf"))))
    styles = {
        "body": ParagraphStyle("body", fontName="body-400", fontSize=10.5, leading=15, spaceAfter=6),
        "bold": ParagraphStyle("bold", fontName="body-700", fontSize=12.5, leading=16, spaceBefore=12, spaceAfter=5),
    }
    out = io.BytesIO()
    story = [part for block in document.blocks for part in _flowables(block, styles)]
    SimpleDocTemplate(out, title=document.title).build(story)
    return out.getvalue()


def _flowables(block: Block, styles: dict[str, Any]) -> list[Any]:
    from reportlab import platypus

    def said(words: str, style: str = "body") -> Any:
        return platypus.Paragraph(escape(words).replace("\n", "<br/>"), styles[style])

    match block:
        case Heading(text=words):
            return [said(words, "bold")]
        case Paragraph(runs=runs):
            return [said(plain(runs))]
        case Bullets(items=items):
            listed: list[Any] = [platypus.ListItem(said(plain(runs))) for runs in items]
            return [platypus.ListFlowable(listed, bulletType="bullet")]
        case Quote(text=words):
            return [said(words)]
        case Facts(rows=rows):
            return [said(f"{name} {value}") for name, value in rows]
        case Table(header=header, rows=rows):
            return [platypus.Table([[said(cell) for cell in row] for row in (header, *rows)], repeatRows=1)]
        case Figure(alt=alt):
            return [said(alt)]
        case _:
            return []


def libreoffice(document: Document) -> bytes:
    """The Word file, printed into a tagged PDF by LibreOffice."""
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice: LibreOffice is not on this machine")
    with tempfile.TemporaryDirectory(prefix="fasilitaattori-bench-") as folder:
        file = Path(folder) / "paper.docx"
        file.write_bytes(word(document))
        home = f"-env:UserInstallation={(Path(tempfile.gettempdir()) / 'fasilitaattori-bench-office').as_uri()}"
        target = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        command = [office, home, "--headless", "--convert-to", target, "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return file.with_suffix(".pdf").read_bytes()


WAYS = {"ours": ours, "word": word, "text": text, "page": page, "reportlab": reportlab, "libreoffice": libreoffice}
