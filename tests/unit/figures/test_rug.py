"""The rug and the timeline: widths are minutes, the weave survives greyscale, what happened is told in words."""

import xml.etree.ElementTree as ET

import pytest

from fasilitaattori.figures.rug import MODES, rug
from fasilitaattori.figures.svg import Drawing, colours, mixed
from fasilitaattori.figures.timeline import Stay, clock, timeline
from fasilitaattori.i18n import translator

TR = translator("fi")
SVG = "{http://www.w3.org/2000/svg}"


def rects(drawing: Drawing) -> list[dict[str, str]]:
    return [dict(element.attrib) for element in ET.fromstring(drawing.svg).iter(f"{SVG}rect")]


def test_width_is_minutes() -> None:
    drawing = rug([(10, "kaikki", "A"), (30, "kaikki", "B")], TR, width=420, height=20, scale=1)
    look = colours()
    cells = [float(r["width"]) for r in rects(drawing) if r["fill"] == look["r-kaikki"]]
    assert cells[0] + 2 == pytest.approx((420 - 2 * 9) / 4, abs=0.02)
    assert cells[1] + 2 == pytest.approx(3 * (420 - 2 * 9) / 4, abs=0.02)


def test_every_way_of_working_has_a_weave_of_its_own() -> None:
    shapes = set()
    for mode in MODES:
        root = ET.fromstring(rug([(20, mode, "A")], TR, width=200, height=20).svg)
        keys = ("x", "y", "cx", "width", "height", "stroke-width")
        shapes.add(tuple((e.tag, *(e.get(key) for key in keys)) for e in root.iter()))  # without the colours
    assert len(shapes) == len(MODES)


def test_what_is_over_is_faded_and_now_is_marked() -> None:
    steps = [(10, "kaikki", "A"), (10, "kaikki", "B")]
    look = colours()
    marked = [r for r in rects(rug(steps, TR, now=15)) if r["fill"] == look["nyt"]]
    assert len(marked) == 1
    faded = mixed(look["surface"], look["r-kaikki"], 0.62)
    assert [r["fill"] for r in rects(rug(steps, TR, now=15))].count(faded) == 1
    assert not [r for r in rects(rug(steps, TR)) if r["fill"] in (look["nyt"], faded)]


def test_the_rug_is_told_step_by_step() -> None:
    told = rug([(10, "pari", "Pariporina"), (20, "tauko", "Kahvi")], TR).alt
    assert told.endswith("Pariporina 10 min (pareittain); Kahvi 20 min (tauko).")


def test_an_empty_evening_and_an_unknown_mode_are_drawn_all_the_same() -> None:
    assert rug([], TR).width == 640
    assert "oma tapa" in rug([(5, "oma tapa", "A")], TR).alt


def test_the_timeline_tells_how_late_and_what_was_skipped() -> None:
    stays = [
        Stay("Alku", "kaikki", 1080, 1090, 1083, 1095),
        Stay("Kahvi", "tauko", 1090, 1100, None, None),
        Stay("Loppu", "kaikki", 1100, 1110, 1095, 1118),
    ]
    drawing = timeline(stays, TR)
    assert "Loppui 8 minuuttia suunniteltua myöhemmin. Pitämättä jäi: Kahvi." in drawing.alt
    assert "18.00" in drawing.svg
    assert timeline([], TR).height > 0


def test_clock_goes_past_midnight() -> None:
    assert TR.time(clock(24 * 60 + 5.4)) == "0.05"
    assert TR.time(clock(23 * 60 + 59.6)) == "0.00"


def test_a_cell_narrower_than_its_motif_has_none() -> None:
    drawing = rug([(300, "kaikki", "A"), (1, "aani", "B"), (1, "ryhma", "C")], TR, width=600, height=20, scale=1)
    look = colours()
    assert list(ET.fromstring(drawing.svg).iter(f"{SVG}circle")) == []
    narrow = [r for r in rects(drawing) if r["fill"] == look["r-ryhma"]]
    assert len(narrow) == 1
    assert not any(float(r["x"]) > float(narrow[0]["x"]) and r["fill"] == look["r-motif"] for r in rects(drawing))
