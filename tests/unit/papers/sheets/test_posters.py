"""Sheets have their true measures, embedded fonts, and codes a camera reads from the printed page."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from fasilitaattori.figures.codes import Network, wifi_text
from fasilitaattori.i18n import translator
from fasilitaattori.papers.forms.typesetting import sheet_pictures
from fasilitaattori.papers.sheets.boxes import SIZES
from fasilitaattori.papers.sheets.poster import Poster, poster
from fasilitaattori.papers.sheets.rules import rules_poster
from tests.unit.papers import pdfs
from tests.unit.papers.sheets import measuring

TR = translator("fi")
STEPS = ((10, "kaikki", "Tervetuloa"), (20, "tauko", "Kahvi"), (15, "aani", "Äänestys"), (20, "ryhma", "Ryhmät"))
ADDRESS = "http://192.168.8.2:8080/"
NETWORK = Network('Kylä;talo "5G"', "talkoot, 2026:\\")


def told(**more: object) -> Poster:
    return Poster(**{"title": "Kyläkoulun uusi elämä", "address": ADDRESS, "steps": STEPS, **more})  # type: ignore[arg-type]


def read_codes(pdf: bytes, size: str = "a4") -> set[str]:
    picture = Image.open(io.BytesIO(sheet_pictures(pdf, [SIZES[size]], ppi=120)[0])).convert("L")
    return {code.text for code in zxingcpp.read_barcodes(picture)}


@pytest.mark.parametrize(("size", "millimetres"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_poster_has_its_exact_size_and_one_page(size: str, millimetres: tuple[int, int]) -> None:
    with pikepdf.open(io.BytesIO(poster(told(network=NETWORK, size=size), TR))) as opened:
        assert len(opened.pages) == 1
        box = [float(side) for side in opened.pages[0].MediaBox]
    assert [round(side / 72 * 25.4, 2) for side in box] == [0, 0, *millimetres]


def test_poster_has_title_language_and_embedded_fonts() -> None:
    pdf = poster(told(network=NETWORK), translator("sv"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "sv"
        assert str(opened.docinfo["/Title"]).endswith(": Kyläkoulun uusi elämä")
    assert pdfs.embedded(pdf)


def test_both_codes_can_be_read_from_the_page() -> None:
    assert read_codes(poster(told(network=NETWORK), TR)) == {wifi_text(NETWORK), ADDRESS}
    assert read_codes(poster(told(network=NETWORK, size="a3"), TR), "a3") == {wifi_text(NETWORK), ADDRESS}


def test_without_a_network_there_is_one_code() -> None:
    assert read_codes(poster(told(), TR)) == {ADDRESS}


def test_the_longest_names_still_leave_readable_codes() -> None:
    network = Network("Å" * 32, "w" * 63)
    pdf = poster(told(title="Pitkä nimi 🎉 " * 12, network=network, address="http://[fe80::1234:5678]:18080/"), TR)
    assert read_codes(pdf) == {wifi_text(network), "http://[fe80::1234:5678]:18080/"}


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="a5"):
        poster(told(size="a5"), TR)


@pytest.mark.parametrize(
    "rules",
    [["Kuuntele."], ["Kuuntele loppuun, älä keskeytä."] * 12, ["x" * 300] * 6, ["Anna tilaa muille. " * 16] * 30],
    ids=["one", "twelve", "words", "thirty"],
)
def test_rules_fit_however_many_and_long_they_are(rules: list[str]) -> None:
    pdf = rules_poster(rules, TR, size="a3")
    assert measuring.page_sizes(pdf) == [(297.0, 420.0)]
    assert measuring.nearest_ink(pdf) >= 5
    assert min(said.y for said in measuring.words(pdf, 0)) > 10
    assert pdfs.words(pdf).count(rules[-1].split()[-1]) >= len(rules)


def test_posters_keep_away_from_the_edge() -> None:
    network = Network("Å" * 32, "w" * 63)
    for more in ({}, {"network": network, "title": "Pitkä nimi " * 30}, {"network": NETWORK, "size": "a3"}):
        assert measuring.nearest_ink(poster(told(**more), TR)) >= 5


def test_sheets_are_made_side_by_side() -> None:
    """The desk draws several papers at once in the background; the fonts they share are read by one at a time."""
    rules = [["Kuuntele, älä keskeytä"], ["Kunnioita muita", "Kysy, jos et ymmärrä"], ["Anna tilaa ÄÖÅ äöå"]]
    expected = [pdfs.words(rules_poster(each, TR)) for each in rules]
    often, usual = 1e-6, sys.getswitchinterval()
    sys.setswitchinterval(often)  # seconds: the threads take turns in the middle of everything
    try:
        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(lambda n: rules_poster(rules[n % 3], TR), range(24)))
    finally:
        sys.setswitchinterval(usual)
    assert [pdfs.words(pdf) for pdf in made] == [expected[n % 3] for n in range(24)]
