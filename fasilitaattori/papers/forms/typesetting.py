"""Sets papers with typst: tagged PDF/UA-1 for giving out, PNG pages for the preview, PNG pictures for Word.

Everything people wrote goes to the template as JSON and is shown as text, so nothing in it can become markup. Only
our own fonts are used: the paper looks the same everywhere, and searching the system's fonts would stall other threads.
"""

import functools
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.document.blocks import Document, Figure, Heading, with_its_figures
from fasilitaattori.document.text import breakable, cleaned, end_bound
from fasilitaattori.papers.forms.glyphs import MISSING, font_folders, note_lacking, printable
from fasilitaattori.papers.forms.sender import logo_address, sender_of
from fasilitaattori.paths import resource

if TYPE_CHECKING:
    import typst

PICTURE = 220
"""Dots an inch of a drawing that is made a picture."""
_NO_GLYPH = re.compile(r'the text `?"(.+?)"`? could not be displayed')
_TRIES = 40


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1: tagged, with title, language and alternative texts."""
    made = _made(document, format="pdf", pdf_standards=["ua-1"], timestamp=_made_at(document))
    return made if isinstance(made, bytes) else made[0]


def pages(document: Document, ppi: float = 96) -> list[bytes]:
    """The document's pages as PNG, at this many pixels an inch (A4 at 96: 794 × 1123)."""
    made = _made(document, format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else made


def places(document: Document) -> dict[str, int]:
    """On which page (from 0) each section that has a name begins."""
    names = [block.name for block in document.blocks if isinstance(block, Heading) and block.level == 1]
    if not any(names):
        return {}
    import typst  # heavy, see below

    asked = "query(heading.where(level: 2)).map(found => found.location().page())"  # level 1 is the title of the paper
    told = msgspec.json.decode(typst.eval(str(_template("paper.typ")), asked, **_world(_data(document))), type=list[int])
    return {name: page - 1 for name, page in zip(names, told, strict=True) if name}


def picture(figure: Figure, ppi: float = PICTURE) -> bytes:
    """One drawing as PNG, for forms of paper that cannot hold drawings."""
    data = {"svg": printable(figure.svg), "width": figure.width, "height": figure.height}
    made = _typeset("picture.typ", data, format="png", ppi=ppi)
    return made if isinstance(made, bytes) else made[0]


def sheet_pictures(pdf_bytes: bytes, sizes: Sequence[tuple[float, float]], ppi: float = 96) -> list[bytes]:
    """The pages of a PDF, of these sizes (in points), as PNG: for the preview of sheets."""
    made = _typeset("sheet.typ", {"pdf": list(pdf_bytes), "sizes": list(sizes)}, format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else made


def drawn_logo(svg: str) -> bytes:
    """A drawing somebody chose as their logo, as PNG. ValueError when it cannot be drawn."""
    import typst  # heavy, see below

    try:
        made = _typeset("logo.typ", {"svg": svg}, format="png", ppi=300)
    except typst.TypstError as error:
        raise ValueError(error.message) from error
    return made if isinstance(made, bytes) else made[0]


def _made(document: Document, **how: Any) -> bytes | list[bytes]:
    return _typeset("paper.typ", _data(document), **how)


def _data(document: Document) -> dict[str, Any]:
    """What the template is given."""
    bare = msgspec.structs.replace(with_its_figures(document), letterhead=None)
    data: dict[str, Any] = _texts(msgspec.to_builtins(cleaned(bare)), _ready)
    return data | {"sender": _sender(document), "heading": end_bound(data["title"])}


def _sender(document: Document) -> dict[str, Any] | None:
    """The letterhead for the template; its logo comes as a drawing that holds the picture."""
    told = sender_of(cleaned(document))
    if told is None:
        return None
    size = f'width="{told.width:.2f}" height="{told.height:.2f}"'
    frame = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {told.width:.2f} {told.height:.2f}">'
    held = f'{frame}<image {size} href="{logo_address(told.logo)}"/></svg>'
    words = ("name", "lines", "alt", "kind", "dated")
    data: dict[str, Any] = {name: _texts(getattr(told, name), _ready) for name in words}
    data |= {name: getattr(told, name) for name in ("rule", "tone", "width", "indented")}
    return data | {"svg": held if told.logo else ""}


def _typeset(template: str, data: dict[str, Any], **how: Any) -> bytes | list[bytes]:
    """Compile the template with the data; a cluster of signs that no single font holds becomes a box."""
    # Heavy (a whole typesetter), and needed only when a paper is made.
    import typst

    for _ in range(_TRIES):
        try:
            made: bytes | list[bytes] = typst.compile(str(_template(template)), **_world(data), **how)
        except typst.TypstError as error:
            unprintable = _NO_GLYPH.search(error.message)
            if unprintable is None:
                raise
            sign = _unescaped(unprintable.group(1))
            note_lacking([sign])
            data = _texts(data, functools.partial(_boxed, sign=sign))
        else:
            return made
    ascii_only = _texts(data, lambda text: "".join(char if ord(char) < 0x250 else MISSING for char in text))
    return _typeset(template, ascii_only, **how)


def _template(name: str) -> Path:
    return resource("typst", name)


def _world(data: dict[str, Any]) -> dict[str, Any]:
    """What a template sees: its data, the drawings beside it, and our fonts alone."""
    return {
        "root": str(resource("typst")),
        "font_paths": _fonts(),
        "ignore_system_fonts": True,
        "sys_inputs": {"data": msgspec.json.encode(data).decode()},
    }


@functools.cache
def _fonts() -> "typst.Fonts":
    # Heavy, see above. Kept: reading the fonts anew for every preview would cost more than setting it.
    import typst

    paths = [str(folder) for folder in font_folders()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def _made_at(document: Document) -> datetime | None:
    """The date of the paper, so that the same minutes give the same file."""
    try:
        return datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    except ValueError:
        return None


def _ready(text: str) -> str:
    return breakable(printable(text))


def _boxed(text: str, sign: str) -> str:
    return text.replace(sign, MISSING)


def _unescaped(shown: str) -> str:
    r"""typst shows invisible characters as \u{200d}."""
    return re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda match: chr(int(match.group(1), 16)), shown)


def _texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same data with every text changed; a drawing is only made printable, never broken into pieces."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        keep = {"type", "language", "paper", "date"}
        return {
            key: item
            if key in keep
            else (printable if key == "svg" and change is _ready else change)(item)
            if key == "svg"
            else _texts(item, change)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_texts(item, change) for item in value]
    return value
