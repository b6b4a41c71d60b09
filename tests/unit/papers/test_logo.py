"""A logo is drawn anew from whatever file somebody chose; a broken or hostile file is refused in plain words."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.papers.logo import HIGHEST, WIDEST, logo_from, logo_of
from fasilitaattori.workshop.letterhead import MAX_LOGO
from tests.unit.papers.logos import SVG, drawn, noise


def opened(logo: bytes) -> Image.Image:
    return Image.open(io.BytesIO(logo), formats=("PNG",))


@pytest.mark.parametrize(
    "raw",
    [drawn(), drawn("JPEG"), drawn("JPEG", mode="CMYK"), drawn(mode="P"), SVG.encode()],
    ids=["png", "jpeg", "cmyk", "palette", "svg"],
)
def test_it_becomes_a_small_png(raw: bytes) -> None:
    made = logo_of(raw, "logo")
    picture = opened(made)
    assert len(made) <= MAX_LOGO
    assert picture.width <= WIDEST
    assert picture.height <= HIGHEST
    green = picture.convert("RGB").getpixel((picture.height // 4, picture.height // 2))
    assert isinstance(green, tuple)
    assert green[1] > green[0] + 40


def test_a_photograph_gets_smaller_until_it_is_light() -> None:
    assert len(logo_of(noise(), "kuva.png")) <= MAX_LOGO


def test_a_picture_taken_sideways_stands_upright() -> None:
    picture = Image.new("RGB", (400, 100), "white")
    exif = picture.getexif()
    exif[0x0112] = 6  # turned by a quarter
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    made = opened(logo_of(out.getvalue(), "puhelin.jpg"))
    assert made.height > made.width


def test_nothing_of_the_file_but_its_picture_is_kept() -> None:
    picture = Image.open(io.BytesIO(drawn()))
    out = io.BytesIO()
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Helmi Kuikka")
    picture.save(out, "PNG", pnginfo=told)
    assert b"Helmi" in out.getvalue()
    assert b"Helmi" not in logo_of(out.getvalue(), "logo.png")


def huge() -> bytes:
    """The head of a picture of 100 000 × 100 000 pixels, in a few bytes."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    packed = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + packed


ENTITIES = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>'


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hello",
        drawn()[:300],
        drawn("JPEG")[:200],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'><rect",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>",
        b"\xff\xfe<svg",
        ENTITIES,
        huge(),
        drawn("GIF"),
    ],
    ids=[
        "empty",
        "text",
        "cut",
        "cut jpeg",
        "head alone",
        "svg begun",
        "svg cut",
        "bare svg",
        "not utf",
        "entities",
        "huge",
        "gif",
    ],
)
def test_a_broken_file_is_refused_in_plain_words(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(raw)
    with pytest.raises(FasilitaattoriError) as caught:
        logo_from(file)
    assert "logo.png" in caught.value.text(lambda text, **params: text.format(**params))


def test_an_svg_sees_no_files_of_the_machine(tmp_path: Path) -> None:
    secret = tmp_path / "salainen.png"
    secret.write_bytes(drawn(size=(200, 200)))
    inside = f'<image href="{secret.as_uri()}" width="100" height="100"/><image href="{secret}" width="100" height="100"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{inside}<rect x="150" width="50" height="50"/></svg>'
    try:
        made = opened(logo_of(svg.encode(), "logo.svg")).convert("RGB")
    except FasilitaattoriError:
        return  # refused is as good
    red, green, _ = made.split()
    _, most = ImageChops.subtract(green, red).getextrema()
    assert isinstance(most, int)
    assert most < 40


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(FasilitaattoriError, match="ei voitu lukea"):
        logo_from(tmp_path / "poissa.png")


def test_a_file_of_a_film_is_not_even_read(tmp_path: Path) -> None:
    film = tmp_path / "elokuva.png"
    with film.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(FasilitaattoriError, match="liian suuri"):
        logo_from(film)
