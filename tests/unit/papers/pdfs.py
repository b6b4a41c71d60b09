"""Reading PDFs back in tests."""

import io
import tempfile
from collections.abc import Iterator

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
