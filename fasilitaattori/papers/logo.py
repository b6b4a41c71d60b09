"""A logo from a file somebody chose: looked at with suspicion, drawn anew, and small enough to travel with the workshop.

Nothing of the file itself is kept: what papers and other machines get is a picture that was painted here.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.papers.forms.typesetting import drawn_logo
from fasilitaattori.workshop.letterhead import MAX_LOGO

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES, MOST_PIXELS = 12_000_000, 40_000_000
WIDEST, HIGHEST = 1000, 420  # pixels: 60 × 16 mm on paper needs no more
_SMALLER, _LEAST = 0.8, 40
_ENDINGS = "PNG, JPEG, SVG"


def logo_from(path: Path) -> bytes:
    """The logo in a PNG, JPEG or SVG file as a small PNG. FasilitaattoriError says why it cannot be had."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FasilitaattoriError(
                N_("Logo {name} on liian suuri tiedosto."), N_("Enintään {n} megatavua."), name=path.name, n=MOST_BYTES // 10**6
            )
        raw = path.read_bytes()
    except OSError as error:
        raise FasilitaattoriError(
            N_("Logoa {name} ei voitu lukea."), N_("Tarkista, että tiedosto on yhä paikallaan."), name=path.name
        ) from error
    return logo_of(raw, path.name)


def logo_of(raw: bytes, name: str) -> bytes:
    """The same from the content of a file."""
    try:
        return _small(_opened(_painted(raw) if _is_svg(raw) else raw))
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
    ) as error:  # whatever is wrong with a picture, its reader says with these
        raise FasilitaattoriError(
            N_("Tiedosto {name} ei ole kuva, jonka voi lukea, tai se on rikki."),
            N_("Mitään ei muutettu. Käy: {kinds}."),
            name=name,
            kinds=_ENDINGS,
        ) from error


def _is_svg(raw: bytes) -> bool:
    return b"<svg" in raw[:4000] and not raw.startswith((b"\x89PNG", b"\xff\xd8"))


def _painted(raw: bytes) -> bytes:
    """An SVG as a picture. ValueError when it cannot be drawn, or asks for more than drawing."""
    text = raw.decode("utf-8-sig")
    if "<!ENTITY" in text:
        raise ValueError("entities")
    return drawn_logo(text)


def _opened(raw: bytes) -> "Image":
    # Heavy, and needed only when a logo is chosen.
    from PIL import Image, ImageOps

    try:
        found = Image.open(io.BytesIO(raw), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError as error:
        raise ValueError("more pixels than a picture has") from error
    with found as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise ValueError(f"{width} × {height} pixels")
        upright: Image.Image = ImageOps.exif_transpose(picture).convert("RGBA")
    inked = upright.getbbox()
    if inked is None:
        raise ValueError("nothing but transparency")
    return upright.crop(inked)


def _small(picture: "Image") -> bytes:
    """As PNG, in fewer colours or smaller until it is light enough."""
    picture.thumbnail((WIDEST, HIGHEST))
    while True:
        for made in (picture, picture.quantize(256)):
            out = io.BytesIO()
            made.save(out, "PNG", optimize=True)
            if out.tell() <= MAX_LOGO or max(picture.size) < _LEAST:
                return out.getvalue()
        width, height = picture.size
        picture = picture.resize((max(1, int(width * _SMALLER)), max(1, int(height * _SMALLER))))
