"""Reading PDFs back in tests."""

import io
import re
import tempfile
from collections.abc import Iterator
from typing import Any

import pdfua
import pikepdf


def faults(pdf: bytes) -> list[str]:
    """What the PDF/UA checker finds wrong."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return [f"{finding.rule_id} {finding.message}" for finding in pdfua.validate(file.name).findings]


def tags(pdf: bytes) -> list[str]:
    """The structure elements in reading order, by role."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(element.S) for element in _walk(opened.Root.StructTreeRoot)]


def alts(pdf: bytes) -> list[str]:
    """The alternative texts of the figures."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return [str(e.get("/Alt", "")) for e in _walk(opened.Root.StructTreeRoot) if str(e.S) == "/Figure"]


def embedded(pdf: bytes) -> bool:
    """Whether every font of every page lies in the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [font for page in opened.pages for font in page.Resources.get("/Font", {}).values()]
        return bool(fonts) and all(_file_of(font) for font in fonts)


def words(pdf: bytes) -> str:
    """Everything written on the pages, in the order of painting, by what the fonts say their glyphs mean."""
    return "\n".join(words_by_page(pdf))


def words_by_page(pdf: bytes) -> list[str]:
    """The same for each page."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return ["".join(_written(page.obj, page.obj)) for page in opened.pages]


def _written(content: pikepdf.Object, holder: pikepdf.Object) -> Iterator[str]:
    resources = holder.get("/Resources", pikepdf.Dictionary())
    fonts = {name: _meanings(font) for name, font in resources.get("/Font", {}).items()}
    forms: pikepdf.Object = resources.get("/XObject", pikepdf.Dictionary())
    current: tuple[int, dict[int, str]] = (1, {})
    for said in pikepdf.parse_content_stream(content):
        operands: Any = said.operands
        match str(said.operator):
            case "Tf":
                current = fonts[str(operands[0])]
            case "Tj" | "'" | '"':
                yield _read(bytes(operands[-1]), *current)
            case "TJ":
                yield "".join(_read(bytes(one), *current) for one in operands[0] if isinstance(one, pikepdf.String))
            case "Do" if str(operands[0]) in forms and forms[str(operands[0])].get("/Subtype") == "/Form":
                yield from _written(forms[str(operands[0])], forms[str(operands[0])])


def _read(raw: bytes, width: int, meanings: dict[int, str]) -> str:
    codes = (int.from_bytes(raw[i : i + width], "big") for i in range(0, len(raw), width))
    return "".join(meanings.get(code, chr(code) if width == 1 else "") for code in codes)


def _meanings(font: pikepdf.Object) -> tuple[int, dict[int, str]]:
    """How many bytes a code of this font has, and what codes mean (its ToUnicode map)."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    found: dict[int, str] = {}
    if "/ToUnicode" in font:
        table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
            for code, meaning in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                found[int(code, 16)] = bytes.fromhex(meaning).decode("utf-16-be")
        for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
            for first, last, meaning in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                start = bytes.fromhex(meaning).decode("utf-16-be")
                for n in range(int(last, 16) - int(first, 16) + 1):
                    found[int(first, 16) + n] = start[:-1] + chr(ord(start[-1]) + n)
    return width, found


def _file_of(font: pikepdf.Object) -> bool:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described = inner.get("/FontDescriptor", pikepdf.Dictionary())
    return any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _walk(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _walk(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _walk(node.K)
