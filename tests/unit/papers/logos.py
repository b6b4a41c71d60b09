"""Logos for tests, made here."""

import io

from PIL import Image, ImageDraw

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 90">
<circle cx="45" cy="45" r="40" fill="#1F6F5C"/><path d="M20 60 L45 20 L70 60Z" fill="#F4C542"/>
<rect x="110" y="30" width="170" height="30" fill="#14221D"/></svg>"""


def drawn(form: str = "PNG", size: tuple[int, int] = (600, 200), mode: str = "RGB") -> bytes:
    """A picture in a file: a green disc on white."""
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).ellipse((10, 10, size[1] - 10, size[1] - 10), fill="#1F6F5C")
    out = io.BytesIO()
    picture.convert(mode).save(out, form)
    return out.getvalue()


def noise(size: tuple[int, int] = (1600, 900)) -> bytes:
    """A picture that does not pack."""
    out = io.BytesIO()
    Image.effect_noise(size, 200).convert("RGB").save(out, "PNG")
    return out.getvalue()
