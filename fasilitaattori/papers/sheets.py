"""Drawing on a sheet of exact size: our fonts embedded, text that is made to fit, codes and drawings.

What hangs on a wall or is cut with scissors must have its true measures, so these papers are drawn point by point.
Measures are in points (1/72 inch), y grows upwards from the lower edge.
"""

import functools
import io
import re
import threading
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any, Literal

from fasilitaattori.document.text import one_line
from fasilitaattori.figures.codes import QUIET_ZONE, matrix, runs
from fasilitaattori.figures.svg import Drawing
from fasilitaattori.paths import resource

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SIZES = {"a4": (595.2756, 841.8898), "a3": (841.8898, 1190.5512)}
TITLE, BODY, BOLD = "besley-600", "atkinson-hyperlegible-next-400", "atkinson-hyperlegible-next-700"
_OTHER = {TITLE: "noto-sans-700", BODY: "noto-sans-400", BOLD: "noto-sans-700"}  # for letters the look's fonts lack
_SVG = "{http://www.w3.org/2000/svg}"
_FONTS_READ = threading.Lock()  # all sheets share the fonts, and a font is read from one place at a time
Align = Literal["left", "centre", "right"]


class Sheet:
    """One page of exact size. `save()` gives the PDF."""

    def __init__(self, size: str, title: str, language: str, author: str = "") -> None:
        # Heavy, and needed only when a sheet is drawn.
        from reportlab.pdfgen.canvas import Canvas

        _register_fonts()
        self.width, self.height = SIZES[size]
        self._out = io.BytesIO()
        # The first font of a page is in the file even when unused; it has to be one of ours, or it is not embedded.
        options: dict[str, Any] = {"pagesize": SIZES[size], "lang": language, "initialFontName": BODY}
        self._canvas: Canvas = Canvas(self._out, **options)
        self._canvas.setTitle(one_line(title))
        self._canvas.setAuthor(one_line(author))
        self._canvas.setSubject(one_line(title))
        self._canvas.setCreator("Fasilitaattori")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def save(self) -> bytes:
        """The finished PDF."""
        self._canvas.showPage()
        with _FONTS_READ:
            self._canvas.save()
        return self._out.getvalue()

    def write(
        self, x: float, y: float, text: str, font: str, size: float, *, align: Align = "centre", ink: str = "#14221D"
    ) -> None:
        """One line; `y` is its baseline."""
        shown, face = shown_in(text, font)
        self._canvas.setFillColor(ink)
        self._canvas.setFont(face, size)
        draw = {"left": "drawString", "centre": "drawCentredString", "right": "drawRightString"}[align]
        getattr(self._canvas, draw)(x, y, shown)

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._canvas.setFillColor(colour)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, line: float) -> None:
        """The outline of a rectangle from its lower left corner."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(line)
        self._canvas.rect(x, y, width, height, stroke=1, fill=0)

    def code(self, x: float, y: float, size: float, text: str) -> None:
        """A code, black on white, `size` with its quiet zone, from its lower left corner."""
        rows = matrix(text)
        unit = size / (len(rows) + 2 * QUIET_ZONE)
        self.fill(x, y, size, size, "#FFFFFF")
        path = self._canvas.beginPath()
        for index, row in enumerate(rows):
            top = y + size - (index + QUIET_ZONE + 1) * unit
            for start, length in runs(row):
                path.rect(x + (start + QUIET_ZONE) * unit, top, length * unit, unit)
        self._canvas.setFillColor("#000000")
        self._canvas.drawPath(path, stroke=0, fill=1)

    def drawing(self, x: float, y: float, width: float, drawn: Drawing) -> None:
        """A drawing of rectangles, circles and lines (no text), from its lower left corner, this wide."""
        scale = width / drawn.width
        self._canvas.saveState()
        self._canvas.translate(x, y + drawn.height * scale)
        self._canvas.scale(scale, -scale)
        for element in ET.fromstring(drawn.svg).iter():
            _paint(self._canvas, element)
        self._canvas.restoreState()


def width_of(text: str, font: str, size: float) -> float:
    """How wide a line is, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # heavy, see above

    _register_fonts()
    return float(stringWidth(*shown_in(text, font), size))


def lines_of(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines no wider than `width`; words break anywhere when they must."""
    lines = [""]
    for word in one_line(text).split():
        if width_of(f"{lines[-1]} {word}".strip(), font, size) <= width:
            lines[-1] = f"{lines[-1]} {word}".strip()
            continue
        lines += [""] if lines[-1] else []
        for char in word:
            if lines[-1] and width_of(lines[-1] + char, font, size) > width:
                lines.append("")
            lines[-1] += char
    return lines


def fitted(text: str, font: str, sizes: tuple[float, ...], width: float, most: int = 1) -> tuple[list[str], float]:
    """The lines and the largest of `sizes` (largest first) with which they are at most `most`; the smallest otherwise."""
    for size in sizes:
        lines = lines_of(text, font, size, width)
        whole = all(width_of(word, font, size) <= width for word in one_line(text).split())
        if len(lines) <= most and whole:
            return lines, size
    return lines_of(text, font, sizes[-1], width), sizes[-1]


def shown_in(text: str, font: str) -> tuple[str, str]:
    """The text on one line, and the font that can show it: the fallback when `font` lacks a letter. What neither has
    is left out."""
    from reportlab.pdfbase.pdfmetrics import getFont  # heavy, see above

    line = one_line(text)
    faces: dict[str, Any] = {name: getFont(name) for name in (font, _OTHER[font])}
    for name, face in faces.items():
        if all(ord(char) in face.face.charToGlyph for char in line):
            return line, name
    known = faces[_OTHER[font]].face.charToGlyph
    return " ".join("".join(char for char in line if ord(char) in known).split()), _OTHER[font]


@functools.cache
def _register_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont  # heavy, see above
    from reportlab.pdfbase.ttfonts import TTFont

    for name in {*_OTHER, *_OTHER.values()}:
        registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))


def _paint(canvas: "Canvas", element: ET.Element) -> None:
    """One element of a drawing; what is not a shape is no ink."""

    def at(name: str) -> float:
        return float(element.get(name, "0"))

    kind = element.tag.removeprefix(_SVG)
    if kind not in ("rect", "circle", "line"):
        return
    fill, stroke = element.get("fill", "none"), element.get("stroke", "")
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", fill):
        canvas.setFillColor(fill)
    if stroke:
        canvas.setStrokeColor(stroke)
        canvas.setLineWidth(float(element.get("stroke-width", "1")))
    inked = {"stroke": int(bool(stroke)), "fill": int(fill.startswith("#"))}
    if kind == "line":
        canvas.line(at("x1"), at("y1"), at("x2"), at("y2"))
    elif kind == "circle":
        canvas.circle(at("cx"), at("cy"), at("r"), **inked)
    elif at("rx"):
        canvas.roundRect(at("x"), at("y"), at("width"), at("height"), at("rx"), **inked)
    else:
        canvas.rect(at("x"), at("y"), at("width"), at("height"), **inked)
