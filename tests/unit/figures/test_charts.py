"""Figures are whole SVG, tell their finding in words, and keep hands apart from phones without colour."""

import xml.etree.ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.figures.bars import Bar, bars, dots
from fasilitaattori.figures.scales import Statement, likert, scale
from fasilitaattori.figures.speaking import speaking
from fasilitaattori.figures.svg import WIDTH, Drawing, width_of, wrapped
from fasilitaattori.figures.timeline import Stay, timeline
from fasilitaattori.i18n import LANGUAGES, translator

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
    assert {"puhelimella", "huoneessa laskettu"} <= set(texts(with_hands))
    assert "paperilla" in texts(bars([Bar("A", 2, 1)], TR, title="T", given="paperilla"))
    assert "huoneessa laskettu" not in texts(without)
    assert len(list(ET.fromstring(with_hands.svg).iter(f"{SVG}line"))) > 3


def test_scale_tells_mean_commonest_answer_and_spread() -> None:
    drawing = scale([0, 1, 0, 2, 4, 1], TR, title="Lähdemmekö?", labels=["en", "", "", "", "hyvä", "kyllä"], hand=[0] * 6)
    assert drawing.alt == "Lähdemmekö? Keskiarvo 3,5, yleisin vastaus 4 (hyvä). Vastaukset ovat väliltä 1–5."
    assert scale([0, 0, 0, 7], TR, title="Lähdemmekö?").alt == "Lähdemmekö? Keskiarvo 3,0, yleisin vastaus 3."
    assert scale([0, 2, 2], TR, title="T").alt == "T. Keskiarvo 1,5, yleisimmät vastaukset 1 ja 2. Vastaukset ovat väliltä 1–2."
    assert scale([0] * 6, TR, title="Lähdemmekö?").alt == "Lähdemmekö? Ei vastauksia."


def test_likert_tells_the_highest_and_the_lowest_and_names_shared_ends_once() -> None:
    same = [
        Statement("Minua kuunneltiin.", (0, 1, 2, 3, 5), "eri mieltä", "samaa mieltä"),
        Statement("Opin", (0, 1, 2, 3, 4), "eri mieltä", "samaa mieltä"),
    ]
    drawing = likert(same, TR, title="Palaute")
    assert drawing.alt == "Palaute. Korkein keskiarvo asteikolla 1–5: Minua kuunneltiin (4,1). Matalin: Opin (4,0)."
    assert texts(drawing).count("1 = eri mieltä") == 1
    level = [same[1], msgspec.structs.replace(same[1], text="Toka")]
    assert "Kaikkien väittämien keskiarvo on 4,0 asteikolla 1–5." in likert(level, TR, title="Palaute").alt
    other = [*same, Statement("Kolmas", (5, 0, 0), "huono", "hyvä")]
    drawing = likert(other, TR, title="Palaute")
    assert "3 = hyvä" in texts(drawing)
    assert "Kolmas. Keskiarvo 1,0 asteikolla 1–3." in drawing.alt


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


def test_long_words_are_divided_as_their_language_divides_them() -> None:
    assert wrapped("Yhdyskuntasuunnittelutoimikunta", 120, "fi") == ["Yhdyskunta-", "suunnittelutoimi-", "kunta"]
    assert wrapped("Samhällsplaneringskommitté", 120, "sv")[0].endswith("-")
    assert "".join(part.rstrip("-") for part in wrapped("counterproductiveness", 80, "en", most=9)) == "counterproductiveness"


@given(
    st.text(st.characters(categories=["Ll", "Lu"], include_characters="-"), max_size=60),
    st.sampled_from(["fi", "sv", "en", ""]),
)
def test_divided_words_never_run_over(word: str, language: str) -> None:
    assert all(width_of(line) <= 100 for line in wrapped(word, 100, language, most=99))


def test_large_numbers_keep_inside_the_frame() -> None:
    drawing = bars([Bar("A", 1200, 400), Bar("B", 3)], TR, title="T")
    number = next(one for one in ET.fromstring(drawing.svg).iter(f"{SVG}text") if one.text == "1200 + 400 = 1600")
    assert float(number.get("x", "0")) + width_of("1200 + 400 = 1600", bold=True) <= WIDTH


def test_what_stands_under_a_bar_is_there_and_makes_room() -> None:
    plain, noted = bars([Bar("A", 3)], TR, title="T"), bars([Bar("A", 3, note="bussi 3 · tie 2")], TR, title="T")
    assert "bussi 3 · tie 2" in texts(noted)
    assert noted.height > plain.height


def test_of_many_only_the_first_are_named() -> None:
    alt = bars([Bar(f"V{n}", 20 - n) for n in range(9)], TR, title="Tulos").alt
    assert alt == "Tulos. Eniten: V0 (20). Seuraavina: V1 19, V2 18, V3 17, V4 16, V5 15, ja vielä 3 muuta."


def test_statements_without_answers_have_no_mean() -> None:
    drawing = likert([Statement("Eka", (0, 0, 3)), Statement("Toka", (0, 0, 0))], TR, title="Palaute")
    assert "–" in texts(drawing)
    assert "ka. 0,0" not in texts(drawing)
    assert likert([Statement("Toka", (0, 0, 0))], TR, title="Palaute").alt == "Palaute. Ei vastauksia."


def test_a_long_scale_explains_its_shades_on_two_lines() -> None:
    drawing = likert(
        [Statement("Kymmenen", (1,) * 10, "en koskaan missään oloissa", "aivan ehdottomasti kyllä")], TR, title="P"
    )
    for one in ET.fromstring(drawing.svg).iter(f"{SVG}text"):
        if one.get("text-anchor") is None:
            assert float(one.get("x", "0")) + width_of(one.text or "", float(one.get("font-size", "14"))) <= WIDTH


NARROW = WIDTH / 1.5
LONG = "Kylän olohuone ja kahvila, jossa voi istua myös silloin kun kirjasto on kiinni ja bussi on taas myöhässä"
LABELS = ["Vastustan jyrkästi", "Epäilen", "En osaa sanoa vielä", "Hyväksyttävissä", "Kannatan", "Lähden itse mukaan"]
ENDS = [("täysin eri mieltä", "täysin samaa mieltä"), ("liian lyhyt", "aivan liian pitkä iltaan nähden")]


def drawn(width: float, language: str) -> list[Drawing]:
    """Every kind of chart, with words as long as people write them."""
    tr = translator(language)
    given = tr("Puhelimella ja paperilla").lower()
    items = [Bar(LONG, 18, 2, note="yhteistyö 5 · pohjoiskarjalaisuus 4 · kyläkoulu 3"), Bar("Kuntosali", 9, goes_on=False)]
    statements = [Statement(LONG, (1, 2, 5, 9, 12)[: 5 - place], *ends) for place, ends in enumerate(ENDS)]
    day = [Stay("Alku", "kaikki", 1080, 1110, 1080, 1112), Stay("Työ", "pari", 1110, 1230, 1112, 1225)]
    return [
        bars(items, tr, title="T", given=given, width=width),
        dots(items, tr, title="T", given=given, width=width),
        scale([1, 2, 5, 9, 12, 3], tr, title="T", labels=LABELS, hand=[0, 2, 0, 0, 1, 0], given=given, width=width),
        likert(statements, tr, title="T", width=width),
        likert(statements[:1], tr, title="T", width=width),
        speaking([300, 200, 100, 90, 60, 30, 20], tr, title="T", width=width),
        timeline(day, tr, width=width),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_every_word_is_whole_and_inside_in_a_column_of_any_width(width: float, language: str) -> None:
    for made in drawn(width, language):
        assert made.width == width
        for text in ET.fromstring(made.svg).iter(f"{SVG}text"):
            shown, size = "".join(text.itertext()), float(text.get("font-size", "0"))
            wide = width_of(shown, size, bold=text.get("font-weight") == "700")
            left = float(text.get("x", "0")) - {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0) * wide
            assert left >= -0.5
            assert left + wide <= width + 0.5, shown
            assert not shown.endswith("…")
            assert 0 < float(text.get("y", "0")) <= made.height


def test_a_narrow_column_says_the_same_in_letters_of_the_same_size() -> None:
    for wide, narrow in zip(drawn(WIDTH, "fi"), drawn(NARROW, "fi"), strict=True):
        assert narrow.alt == wide.alt
        sizes = [{e.get("font-size") for e in ET.fromstring(one.svg).iter(f"{SVG}text")} for one in (wide, narrow)]
        assert sizes[0] == sizes[1]
