"""A paper is written whole or not at all, and trouble is told in plain words."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fasilitaattori.document.blocks import paragraph
from fasilitaattori.errors import StorageError
from fasilitaattori.i18n import translator
from fasilitaattori.papers import export
from fasilitaattori.papers.export import file_name
from tests.unit.papers.forms.test_pdf import paper

DOCUMENT = paper(paragraph("Teksti."))


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("md", b"# Muistio"), ("odt", b"PK"), ("html", b"<!doctype")]
)
def test_every_form_is_written_and_nothing_else_is_left(tmp_path: Path, form: str, begins: bytes) -> None:
    target = tmp_path / f"muistio.{form}"
    export.export(DOCUMENT, form, target)
    assert target.read_bytes().startswith(begins)
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="rtf"):
        export.export(DOCUMENT, "rtf", tmp_path / "muistio.rtf")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB; skips where none can be mounted."""
    place = tmp_path / "levy"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("a small file system cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_nothing_half_written_is_left(small_disk: Path) -> None:
    target = small_disk / "muistio.pdf"
    export.save(b"vanha", target)
    with pytest.raises(StorageError) as caught:
        export.save(b"x" * 200_000, target)
    assert caught.value.text(translator("fi")) == (
        "Tiedostoa muistio.pdf ei voitu tallentaa: levy on täynnä. Valitse toinen kansio. Muistion teksti on tallessa."
    )
    assert target.read_bytes() == b"vanha"
    assert list(small_disk.iterdir()) == [target]


def test_a_disk_that_may_only_be_read_is_told(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageError) as caught:
        export.export(DOCUMENT, "md", small_disk / "muistio.md")
    assert "kansioon ei saa kirjoittaa" in caught.value.text(translator("fi"))
    assert list(small_disk.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageError) as caught:
            export.export(DOCUMENT, "md", tmp_path / "muistio.md")
    finally:
        tmp_path.chmod(0o700)
    assert "ei saa kirjoittaa" in caught.value.text(translator("fi"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_told_and_left_alone(tmp_path: Path) -> None:
    blocked = tmp_path / "kansio"
    blocked.write_text("tiedosto")
    with pytest.raises(StorageError) as caught:
        export.export(DOCUMENT, "md", blocked / "muistio.md")
    assert caught.value.text(translator("fi")).startswith("Tiedostoa muistio.md ei voitu tallentaa.")
    assert blocked.read_text() == "tiedosto"


def test_the_old_paper_stays_when_the_new_one_cannot_be_put_in_its_place(tmp_path: Path) -> None:
    target = tmp_path / "muistio.md"
    target.mkdir()
    (target / "sisältö").write_text("vanha")
    with pytest.raises(StorageError):
        export.export(DOCUMENT, "md", target)
    assert [path.name for path in tmp_path.iterdir()] == ["muistio.md"]
    assert (target / "sisältö").read_text() == "vanha"


def test_too_long_a_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        export.export(DOCUMENT, "md", tmp_path / ("a" * 300))
    assert "nimi on liian pitkä" in caught.value.text(translator("fi"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Muistio: Kyläkoulun uusi elämä", "Muistio Kyläkoulun uusi elämä.pdf"),
        ("../../etc/passwd\x00", "etc passwd.pdf"),
        ('a<b>:"c"|d?*', "a b c d.pdf"),
        ("Host's run sheet", "Host's run sheet.pdf"),
        ("🎉🎉", "muistio.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
        ("", "muistio.pdf"),
        ("Kyla\u0308yhdistys ho\u0308po\u0308", "Kyläyhdistys höpö.pdf"),
        ("हिन्दी शिविर", "हिन्दी शिविर.pdf"),
        ("مُحَمَّد", "مُحَمَّد.pdf"),
        ("☎️ ja 1️⃣", "ja 1.pdf"),
        ("\U00020000" * 90, "\U00020000" * 50 + ".pdf"),
        ("Nul", "Nul_.pdf"),
        ("com1.tiedosto", "com1.tiedosto_.pdf"),
    ],
)
def test_file_names_suit_every_system(title: str, expected: str) -> None:
    assert file_name(title, "pdf") == expected
