"""Measuring finished sheets: where lines and words lie in the PDF itself, and how near ink comes to the edge."""

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf
from PIL import Image, ImageChops

from fasilitaattori.papers.forms.typesetting import sheet_pictures
from fasilitaattori.papers.sheets.sheet import shapes
from tests.unit.papers import pdfs

MM = 72 / 25.4
Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


class Line(NamedTuple):
    """A straight line, in millimetres from the lower left corner."""

    x1: float
    y1: float
    x2: float
    y2: float


class Said(NamedTuple):
    """A line of text: where it begins (in millimetres) and what it says."""

    x: float
    y: float
    text: str


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in millimetres."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [(round(float(page.MediaBox[2]) / MM, 2), round(float(page.MediaBox[3]) / MM, 2)) for page in opened.pages]


def lines(pdf: bytes, page: int) -> list[Line]:
    """The straight lines of a page."""
    found, start = [], (0.0, 0.0)
    for operator, operands, matrix in _said(pdf, page):
        if operator == "m":
            start = _at(matrix, *operands)
        elif operator == "l":
            end = _at(matrix, *operands)
            found.append(Line(*(round(value / MM, 3) for value in (*start, *end))))
    return found


def words(pdf: bytes, page: int) -> list[Said]:
    """The lines of text of a page, where they begin."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = {name: pdfs._meanings(font) for name, font in opened.pages[page].Resources.get("/Font", {}).items()}
    found: list[Said] = []
    place, current = UNIT, (1, dict[int, str]())
    for operator, operands, matrix in _said(pdf, page):
        match operator:
            case "BT":
                place = UNIT
                found.append(Said(0, 0, ""))
            case "Tm":
                place = tuple(operands)
            case "Td":
                place = _times((1, 0, 0, 1, *operands), place)
            case "Tf":
                current = fonts[operands[0]]
            case "Tj":
                x, y = _at(_times(place, matrix), 0, 0)
                before = found[-1]
                text = before.text + pdfs._read(bytes(operands[0]), *current)
                found[-1] = Said(before.x or x / MM, before.y or y / MM, text)
    return [said for said in found if said.text.strip()]


def nearest_ink(pdf: bytes, ppi: int = 72) -> float:
    """How near to the edge of any page there is ink, in millimetres."""
    nearest = 1e9
    for picture in sheet_pictures(pdf, shapes(pdf), ppi):
        image = Image.open(io.BytesIO(picture)).convert("L")
        box = ImageChops.invert(image).point(lambda value: 255 if value > 8 else 0).getbbox()
        if box is not None:
            nearest = min(nearest, box[0], box[1], image.width - box[2], image.height - box[3])
    return nearest / ppi * 25.4


def _said(pdf: bytes, page: int) -> Iterator[tuple[str, list[Any], Matrix]]:
    """The operators of a page with their operands, and the matrix that holds for them."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        matrix, kept = UNIT, list[Matrix]()
        for said in pikepdf.parse_content_stream(opened.pages[page]):
            operands: list[Any] = [
                one if isinstance(one, pikepdf.String) else str(one) if isinstance(one, pikepdf.Name) else _number(one)
                for one in said.operands
            ]
            match str(said.operator):
                case "q":
                    kept.append(matrix)
                case "Q":
                    matrix = kept.pop()
                case "cm":
                    matrix = _times(tuple(operands), matrix)
            yield str(said.operator), operands, matrix


def _number(one: Any) -> float:
    return 0.0 if isinstance(one, pikepdf.Array) else float(one)


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    return matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]
