"""Figures are whole SVG, tell their finding in words, and keep hands apart from phones without colour."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.figures.bars import Bar, bars, dots
from fasilitaattori.figures.scales import Statement, likert, scale
from fasilitaattori.figures.svg import WIDTH, Drawing, width_of, wrapped
from fasilitaattori.i18n import translator

TR = translator("fi")
SVG = "{http://www.w3.org/2000/svg}"
CANDIDATES = [Bar("Kahvila", 12, 4), Bar("Netti & <työ>", 10), Bar("Kuntosali", 9, 0, goes_on=False)]


def texts(drawing: Drawing) -> list[str]:
    return ["".join(element.itertext()) for element in ET.fromstring(drawing.svg).iter(f"{SVG}text")]


def test_bars_show_every_number_and_say_the_finding() -> None:
    drawing = bars(CANDIDATES, TR, title="Äänestyksen tulos")
    assert "12 + 4 = 16" in texts(drawing)
    assert "Netti & <työ>" in texts(drawing)
    assert drawing.alt == (
        "Äänestyksen tulos. Eniten: Kahvila (16). Muut: Netti & <työ> 10, Kuntosali 9. Näistä huoneessa laskettuja: 4."
    )
    root = ET.fromstring(drawing.svg)
    assert root.findtext(f"{SVG}title") == "Äänestyksen tulos"
    assert root.findtext(f"{SVG}desc") == drawing.alt


def test_a_tie_and_an_empty_vote_are_told() -> None:
    assert "Tasan kärjessä: A, B (3)." in bars([Bar("A", 3), Bar("B", 3), Bar("C", 1)], TR, title="Tulos").alt
    assert "Yksikään vaihtoehto ei saanut ääniä." in bars([Bar("A", 0)], TR, title="Tulos").alt
    assert bars([], TR, title="Tulos").height > 0


def test_a_dot_for_each_point_until_there_are_too_many() -> None:
    drawn = ET.fromstring(dots([Bar("A", 7, 2), Bar("B", 3)], TR, title="Pisteet").svg)
    assert len(list(drawn.iter(f"{SVG}circle"))) == 12
    many = ET.fromstring(dots([Bar("A", 31)], TR, title="Pisteet").svg)
    assert not list(many.iter(f"{SVG}circle"))


def test_hands_are_hatched_and_explained_only_when_there_are_any() -> None:
    with_hands, without = bars([Bar("A", 2, 1)], TR, title="T"), bars([Bar("A", 2)], TR, title="T")
    assert "huoneessa laskettu" in texts(with_hands)
    assert "huoneessa laskettu" not in texts(without)
    assert len(list(ET.fromstring(with_hands.svg).iter(f"{SVG}line"))) > 3


def test_scale_tells_spread_mean_and_labels() -> None:
    drawing = scale([0, 1, 0, 2, 4, 1], TR, title="Lähdemmekö?", labels=["en", "", "", "", "", "kyllä"], hand=[0] * 6)
    assert drawing.alt == "Lähdemmekö? Keskiarvo 3,5. 0 (en): 0, 1: 1, 2: 0, 3: 2, 4: 4, 5 (kyllä): 1."
    assert scale([0] * 6, TR, title="Lähdemmekö?").alt == "Lähdemmekö? Ei vastauksia."


def test_likert_tells_each_statement_and_names_shared_ends_once() -> None:
    same = [Statement(text, (0, 1, 2, 3, 4), "eri mieltä", "samaa mieltä") for text in ("Minua kuunneltiin.", "Opin")]
    drawing = likert(same, TR, title="Palaute")
    assert "Opin. Keskiarvo 4,0 asteikolla 1–5, vastaukset 1: 0, 2: 1, 3: 2, 4: 3, 5: 4." in drawing.alt
    assert texts(drawing).count("1 = eri mieltä") == 1
    other = [*same, Statement("Kolmas", (5, 0, 0), "huono", "hyvä")]
    assert "3 = hyvä" in texts(likert(other, TR, title="Palaute"))


@given(st.lists(st.builds(Bar, st.text(), st.integers(0, 500), st.integers(0, 50), st.booleans()), max_size=8))
def test_any_text_and_any_numbers_give_whole_svg_inside_its_frame(items: list[Bar]) -> None:
    for drawing in (bars(items, TR, title="T"), dots(items, TR, title="T")):
        for element in ET.fromstring(drawing.svg).iter(f"{SVG}rect"):
            right = float(element.get("x", "0")) + float(element.get("width", "0"))
            assert right <= WIDTH + 0.1


def test_labels_break_into_lines_and_end_in_dots_when_too_long() -> None:
    assert wrapped("Etätyöhuone ja nopea netti", 120) == ["Etätyöhuone ja", "nopea netti"]
    lines = wrapped("x" * 400, 100, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(width_of(line) <= 100 for line in lines)
