"""The packet holds every paper that can be made, the public ones apart from the internal ones, and is what it says it is."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from fasilitaattori.errors import StorageError
from fasilitaattori.figures.codes import Network
from fasilitaattori.i18n import translator
from fasilitaattori.papers import packet, press
from fasilitaattori.workshop.info import set_info
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, village_evening

TR = translator("fi")
ORDER = press.Order("poster", address="http://192.168.8.2:8080/", network=Network("Kylätalo", "salasana123", "WPA", False))
ROOT, INSIDE = "Kyläkoulun uusi elämä", "Sisäinen, ei julkaistavaksi"


def opened(evening: Evening, *, internal: bool, order: press.Order = ORDER) -> zipfile.ZipFile:
    pieces = packet.contents(evening.state, order, TR, internal=internal)
    return zipfile.ZipFile(io.BytesIO(packet.packed(evening.state, pieces, TR)))


@pytest.fixture(scope="module")
def evening() -> Evening:
    return village_evening()


@pytest.fixture(scope="module")
def public(evening: Evening) -> zipfile.ZipFile:
    return opened(evening, internal=False)


@pytest.fixture(scope="module")
def both(evening: Evening) -> zipfile.ZipFile:
    return opened(evening, internal=True)


def names(packed: zipfile.ZipFile) -> list[str]:
    return [info.filename for info in packed.infolist()]


def test_it_is_whole(public: zipfile.ZipFile) -> None:
    assert public.testzip() is None


def test_everything_that_can_be_made_is_in_it(evening: Evening, both: zipfile.ZipFile) -> None:
    expected = {paper for paper in press.PAPERS if press.can_be_made(evening.state, paper)}
    pieces = packet.contents(evening.state, ORDER, TR, internal=True)
    assert {piece.order.paper for piece in pieces} == expected
    assert len(names(both)) == len(pieces) + 1


def test_the_public_packet_has_one_folder_and_no_names(public: zipfile.ZipFile) -> None:
    told = names(public)
    assert {name.split("/")[1] for name in told[1:]} == {"Julkinen"}
    assert not any("sisäinen" in name.casefold() or "ajolista" in name.casefold() for name in told)
    page = next(public.read(name).decode() for name in told if name.endswith(".html"))
    assert "Helmi" not in page


def test_the_networks_password_is_in_no_public_paper(public: zipfile.ZipFile) -> None:
    for name in names(public):
        raw = public.read(name)
        assert b"salasana123" not in raw
        assert "QR-juliste" not in name
        if name.endswith(".pdf"):
            assert "salasana123" not in pdfs.words(raw)


def test_a_poster_without_a_password_is_public(evening: Evening) -> None:
    open_net = press.Order("poster", address="http://192.168.8.2:8080/", network=Network("Kylätalo", "", "nopass", False))
    pieces = packet.contents(evening.state, open_net, TR, internal=False)
    assert any(piece.order.paper == press.POSTER for piece in pieces)


def test_the_internal_papers_lie_in_a_folder_that_says_so(both: zipfile.ZipFile) -> None:
    inside = [name for name in names(both) if name.startswith(f"{ROOT}/{INSIDE}/")]
    assert any("ajolista" in name for name in inside)
    assert any(name.endswith("sisäinen.pdf") for name in inside)
    assert any("QR-juliste" in name for name in inside)


def test_the_list_tells_every_file(both: zipfile.ZipFile) -> None:
    listed = both.read(f"{ROOT}/Sisällys.txt").decode("utf-8-sig")
    assert "\r\n" in listed
    for name in names(both)[1:]:
        assert name.rsplit("/", 1)[1] in listed
    assert "Vain järjestäjille." in listed


def test_the_papers_are_those_one_gets_alone(evening: Evening, public: zipfile.ZipFile) -> None:
    name = next(name for name in names(public) if name.endswith("luonnos.pdf"))
    assert public.read(name) == press.make(evening.state, press.Order(press.MINUTES), "pdf", TR)


def test_names_are_safe_everywhere() -> None:
    evening = village_evening()
    evening.do(set_info(title='../..\\CON: "x" <y>|z? *🎉\u202e'))
    for name in names(opened(evening, internal=True)):
        assert not set(name) & set('\\:*?"<>|\u202e')
        assert all(part not in ("", ".", "..") and not part.endswith((".", " ")) for part in name.split("/"))


def test_no_two_files_are_called_the_same(both: zipfile.ZipFile) -> None:
    told = [name.casefold() for name in names(both)]
    assert len(told) == len(set(told))


def test_a_workshop_without_a_programme_gets_what_it_can() -> None:
    told = names(opened(Evening(), internal=True))
    assert any(name.endswith(".xlsx") for name in told)
    assert not any("ohjelma" in name.casefold() for name in told)


def test_it_tells_how_far_it_is_and_can_be_stopped(evening: Evening, tmp_path: Path) -> None:
    shares: list[float] = []
    pieces = packet.contents(evening.state, ORDER, TR, internal=False)[:3]
    packet.packed(evening.state, pieces, TR, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1

    def stop(share: float) -> None:
        if share > 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        packet.save(evening.state, pieces, tmp_path / "paketti.zip", TR, stop)
    assert list(tmp_path.iterdir()) == []


def test_the_same_evening_gives_the_same_packet(evening: Evening) -> None:
    pieces = [piece for piece in packet.contents(evening.state, ORDER, TR, internal=False) if piece.form == "html"]
    assert packet.packed(evening.state, pieces, TR) == packet.packed(evening.state, pieces, TR)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full is a Linux device")
def test_a_full_disk_leaves_nothing_behind(evening: Evening, tmp_path: Path) -> None:
    pieces = packet.contents(evening.state, ORDER, TR, internal=False)[:1]
    (tmp_path / f".paketti.zip.{os.getpid()}.draft").symlink_to("/dev/full")
    with pytest.raises(StorageError, match="levy on täynnä"):
        packet.save(evening.state, pieces, tmp_path / "paketti.zip", TR)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_speaks_the_language_of_the_workshop(language: str) -> None:
    evening, tr = village_evening(language), translator(language)
    pieces = packet.contents(evening.state, ORDER, tr, internal=True)
    folders = {piece.folder for piece in pieces}
    assert len(folders) == 2
    assert language == "fi" or not folders & {"Julkinen", INSIDE}
