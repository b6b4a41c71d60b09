"""The letterhead as forms of papers draw it: who sends, in which colours, and how large the logo stands."""

import io
from base64 import b64encode

import msgspec

from fasilitaattori.document.blocks import Document
from fasilitaattori.figures.svg import colours
from fasilitaattori.workshop.letterhead import LAYOUT, legible

LOGO_WIDE, LOGO_HIGH = 60.0, 16.0  # millimetres it has at most
INDENT_CM, TYPE_CM = 4.6, 9.2  # the layout style: where text begins, and the kind of paper in its heading


class Sender(msgspec.Struct, frozen=True):
    """`lines` under the name; `rule` for lines and `tone` for letters; `width` and `height` of the logo in millimetres."""

    name: str
    lines: tuple[str, ...]
    rule: str
    tone: str
    logo: bytes
    alt: str
    width: float
    height: float
    indented: bool
    kind: str
    dated: str


def sender_of(document: Document) -> Sender | None:
    """How the paper is headed; None when it has no letterhead."""
    head = document.letterhead
    if head is None:
        return None
    name = _line(document.organisation)
    width, height = logo_size(head.logo)
    return Sender(
        name=name,
        lines=tuple(line for line in (_line(head.unit), _line(head.address)) if line),
        rule=head.accent or colours()["ink"],
        tone=legible(head.accent) if head.accent else colours()["ink"],
        logo=head.logo,
        alt=_line(head.alt) or name,
        width=width,
        height=height,
        indented=head.style == LAYOUT,
        kind=_line(document.kind),
        dated=_line(document.dated),
    )


def logo_size(logo: bytes) -> tuple[float, float]:
    """How wide and high the logo is printed, in millimetres; nothing for none."""
    if not logo:
        return 0.0, 0.0
    from PIL import Image  # heavy, and needed only for papers with a logo

    with Image.open(io.BytesIO(logo), formats=("PNG", "JPEG")) as picture:
        wide, high = picture.size
    scale = min(LOGO_WIDE / wide, LOGO_HIGH / high)
    return wide * scale, high * scale


def logo_address(logo: bytes) -> str:
    """The logo as an address that holds it, for pages that may fetch nothing."""
    return f"data:{logo_type(logo)};base64,{b64encode(logo).decode()}"


def logo_type(logo: bytes) -> str:
    """Its content type."""
    return "image/jpeg" if logo.startswith(b"\xff\xd8") else "image/png"


def _line(text: str) -> str:
    return " ".join(text.split())
