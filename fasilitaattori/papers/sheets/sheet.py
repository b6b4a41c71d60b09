"""Drawing on sheets of exact size: our fonts embedded, codes, drawings, and lines to cut and fold along.

What hangs on a wall or is cut with scissors must have its true measures, so these papers are drawn point by point.
Measures are in points (1/72 inch), y grows upwards from the lower edge.
"""

import contextlib
import functools
import io
import re
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from fasilitaattori.document.text import one_line
from fasilitaattori.figures.codes import QUIET_ZONE, matrix, runs
from fasilitaattori.figures.svg import Drawing
from fasilitaattori.papers.sheets.boxes import CUTS, SAFE, SIZES, Box
from fasilitaattori.papers.sheets.lettering import ASCENT, BODY, Lines, advance, register_fonts, runs_of, shown_in
from fasilitaattori.papers.sheets.scripts import in_sight

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

INK, INK2, LINE = "#14221D", "#3A4841", "#7A857F"
_SVG = "{http://www.w3.org/2000/svg}"
_FONTS_READ = threading.Lock()  # all sheets share the fonts, and a font is read from one place at a time
_MEDIA = re.compile(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]")
Align = Literal["left", "centre", "right"]


class Sheet:
    """Pages of exact size, one after another. `save()` gives the PDF."""

    def __init__(self, size: str, title: str, language: str, author: str = "") -> None:
        # Heavy, and needed only when a sheet is drawn.
        from reportlab.pdfgen.canvas import Canvas

        register_fonts()
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
        """The finished PDF; a page with something on it needs no `next_page`."""
        with _FONTS_READ:
            self._canvas.save()
        return self._out.getvalue()

    def next_page(self) -> None:
        """This page is finished."""
        self._canvas.showPage()

    def write(self, x: float, y: float, text: str, font: str, size: float, *, align: Align = "centre", ink: str = INK) -> None:
        """One line; `y` is its baseline."""
        shown, face = shown_in(text, font)
        self._canvas.setFillColor(_read(ink))
        x -= {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * advance(shown, face, size)
        for run, name in runs_of(in_sight(shown), face):
            self._canvas.setFont(name, size)
            self._canvas.drawString(x, y, run)
            x += advance(run, name, size)

    def lines(self, x: float, top: float, text: Lines, *, align: Align = "left", ink: str = INK) -> float:
        """A text from the top of its first line downwards; gives the foot of its last. `x` as the alignment has it."""
        y = top - text.size * ASCENT
        for line in text.lines:
            self.write(x, y, line, text.font, text.size, align=align, ink=ink)
            y -= text.size * text.leading
        return top - text.height

    def line(self, start: tuple[float, float], end: tuple[float, float], *, wide: float = 0.6, ink: str = LINE) -> None:
        """A straight line."""
        self._canvas.setStrokeColor(_read(ink))
        self._canvas.setLineWidth(wide)
        self._canvas.line(*start, *end)

    def dashed(self, start: tuple[float, float], end: tuple[float, float], *, fold: bool = False) -> None:
        """A line to cut along (dashes), or to fold along (dots)."""
        self._canvas.saveState()
        self._canvas.setDash(*((1, 3) if fold else (5, 4)))
        self.line(start, end, ink=INK2)
        self._canvas.restoreState()

    def cuts(self, count: int) -> None:
        """The lines that divide the sheet into `count` equal cards, as far as a printer reaches."""
        columns, rows = CUTS[count]
        for column in range(1, columns):
            x = self.width * column / columns
            self.dashed((x, SAFE), (x, self.height - SAFE))
        for row in range(1, rows):
            y = self.height * row / rows
            self.dashed((SAFE, y), (self.width - SAFE, y))

    def ring(self, x: float, y: float, radius: float, *, wide: float = 1) -> None:
        """An empty circle to mark, around this point."""
        self._canvas.setStrokeColor(_read(INK))
        self._canvas.setLineWidth(wide)
        self._canvas.circle(x, y, radius, stroke=1, fill=0)

    def square(self, x: float, y: float, half: float, *, wide: float = 1) -> None:
        """An empty square to mark, around this point."""
        self.frame(x - half, y - half, 2 * half, 2 * half, INK, wide)

    @contextlib.contextmanager
    def upside_down(self, box: Box) -> Iterator[None]:
        """What is drawn meanwhile stands on its head, in the same rectangle."""
        self._canvas.saveState()
        self._canvas.translate(2 * box.x + box.width, 2 * box.y + box.height)
        self._canvas.rotate(180)
        yield
        self._canvas.restoreState()

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle from its lower left corner."""
        self._canvas.setFillColor(_read(colour))
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, line: float) -> None:
        """The outline of a rectangle from its lower left corner."""
        self._canvas.setStrokeColor(_read(colour))
        self._canvas.setLineWidth(line)
        self._canvas.rect(x, y, width, height, stroke=1, fill=0)

    def logo(self, box: Box, picture: bytes) -> None:
        """A logo (PNG or JPEG) as large as it fits into the rectangle, in its middle; nothing for none."""
        if not picture:
            return
        from reportlab.lib.utils import ImageReader  # heavy, see above

        read: Any = ImageReader(io.BytesIO(picture))
        wide, high = read.getSize()
        scale = min(box.width / wide, box.height / high)
        x, y = box.x + (box.width - wide * scale) / 2, box.y + (box.height - high * scale) / 2
        self._canvas.drawImage(read, x, y, wide * scale, high * scale, mask="auto")

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
        self._canvas.setFillColor(_read("#000000"))
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


@functools.lru_cache(maxsize=64)
def _read(colour: str) -> "Color":
    """The colour as what draws knows it, which takes longer to read than a line to draw."""
    from reportlab.lib.colors import toColor  # heavy, see above

    read: Color = toColor(colour)
    return read


def shapes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of a finished sheet, in points."""
    return [(float(width), float(height)) for width, height in _MEDIA.findall(pdf)]


def _paint(canvas: "Canvas", element: ET.Element) -> None:
    """One element of a drawing; what is not a shape is no ink."""

    def at(name: str) -> float:
        return float(element.get(name, "0"))

    kind = element.tag.removeprefix(_SVG)
    if kind not in ("rect", "circle", "line"):
        return
    fill, stroke = element.get("fill", "none"), element.get("stroke", "")
    if re.fullmatch(r"#[0-9A-Fa-f]{6}", fill):
        canvas.setFillColor(_read(fill))
    if stroke:
        canvas.setStrokeColor(_read(stroke))
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
