"""Speaking shares: an honest count, no names, and no colour needed to read it."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.figures.speaking import half, share, speaking
from fasilitaattori.figures.svg import WIDTH
from fasilitaattori.i18n import translator

TR = translator("fi")
SVG = "{http://www.w3.org/2000/svg}"


def test_half_of_the_time_is_reached_by_as_few_as_it_takes() -> None:
    assert half([]) == half([0, 0]) == 0
    assert half([10, 10, 10, 10]) == 2
    assert half([1, 97, 1, 1]) == 1
    assert half([3, 3, 3]) == 2


def test_a_share_that_is_next_to_nothing_is_not_nothing() -> None:
    assert [share(time, 1000, TR) for time in (0, 3, 5, 250, 1000)] == ["0 %", "<1 %", "<1 %", "25 %", "100 %"]


def test_the_figure_tells_how_many_had_half_and_marks_them_without_colour() -> None:
    drawn = speaking([600, 500, 100, 90, 10], TR, title="Puheajan jakautuminen")
    assert drawn.alt == "Puheajan jakautuminen. Puhujia oli 5. Puolet puheajasta käytti 2 heistä."
    columns = [one for one in ET.fromstring(drawn.svg).iter(f"{SVG}rect") if float(one.get("height", "0")) > 14]
    assert len({one.get("fill") for one in columns[:2]} & {one.get("fill") for one in columns[2:]}) == 0
    assert {"46 %", "38 %", "puolet puheajasta", "toinen puoli"} <= {
        one.text for one in ET.fromstring(drawn.svg).iter(f"{SVG}text")
    }
    assert speaking([], TR, title="Puhe").alt == "Puhe. Puheaikaa ei kertynyt."


@given(st.lists(st.integers(0, 10_000_000), max_size=120))
def test_any_hall_stays_inside_its_frame(times: list[int]) -> None:
    drawn = speaking(times, TR, title="Puhe")
    for element in ET.fromstring(drawn.svg).iter(f"{SVG}rect"):
        assert float(element.get("x", "0")) >= -0.01
        assert float(element.get("x", "0")) + float(element.get("width", "0")) <= WIDTH + 0.01
        assert float(element.get("y", "0")) + float(element.get("height", "0")) <= drawn.height
