"""LibreOffice takes the files that are meant for word processors: it opens them and makes a PDF in which nothing is missing."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from fasilitaattori.document.blocks import Heading
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers import press
from fasilitaattori.papers.export import FORMS, export
from fasilitaattori.papers.minutes import minutes
from fasilitaattori.paths import resource
from tests.unit.papers import pdfs
from tests.unit.papers.evening import village_evening

PATIENCE = 240  # seconds; it answers in five
FONTS = """<?xml version="1.0"?>
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def converted(file: Path) -> Path:
    """The file as LibreOffice prints it into a tagged PDF. There are no fonts but our own, which are wider than those the file
    names: how long a text gets in the fonts of another machine nobody knows."""
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice is missing: dev.py test installs it"
    home = file.parent / "office"
    target = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    command = [
        office,
        f"-env:UserInstallation={home.as_uri()}",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(file.parent),
    ]
    fonts = file.parent / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=resource("fonts"), cache=file.parent / "fonts"), encoding="utf-8")
    env = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, timeout=PATIENCE, check=False, env=env)
    assert done.returncode == 0, done.stderr
    return file.with_suffix(".pdf")


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_word_processors_open_the_minutes(form: str, tmp_path: Path) -> None:
    document = minutes(village_evening("fi").state, translator("fi"))
    file = tmp_path / f"muistio.{form}"
    export(document, form, file)
    pdf = converted(file).read_bytes()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) >= 3
        assert str(opened.Root.Lang) == "fi-FI"
    words = _bare(pdfs.words(pdf))
    for said in (
        "LUONNOS",
        "Kuikkaperän kyläyhdistys ry",
        "Kylän olohuone ja kahvila",
        "Mitä tällä tehdään, kuka kertoo ja milloin",
    ):
        assert _bare(said) in words
    kinds = pdfs.tags(pdf)
    assert kinds.count("/H1") == sum(1 for block in document.blocks if isinstance(block, Heading) and block.level == 1)
    assert "/TH" in kinds
    assert kinds.count("/LI") > 10
    assert all(pdfs.alts(pdf))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_notice_by_the_door_stands_on_one_page(form: str, language: str, tmp_path: Path) -> None:
    file = tmp_path / f"tietosuoja.{form}"
    file.write_bytes(press.make(village_evening(language).state, press.Order(press.PRIVACY), form, translator(language)))
    with pikepdf.open(converted(file)) as opened:
        assert len(opened.pages) == 1


def _bare(text: str) -> str:
    """Without spaces: the file sets words apart by moving on."""
    return "".join(text.split())


def test_the_forms_for_word_processors_are_tried_here() -> None:
    assert {"docx", "odt"} <= set(FORMS)
