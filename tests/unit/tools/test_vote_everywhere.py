"""The result of a vote is the same on the big screen, on phones and on paper, though each draws it in its own way."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from fasilitaattori.document.blocks import Figure, Paragraph, Table, plain
from fasilitaattori.figures import bars
from fasilitaattori.i18n import translator
from fasilitaattori.kit import shares
from fasilitaattori.tools.vote import phone
from fasilitaattori.tools.vote.minutes import chapter
from fasilitaattori.tools.vote.screen import ResultSlide
from tests.unit.tools.test_screen_vote import OPTIONS, Vote

TR = translator("fi")
TEXT = "{http://www.w3.org/2000/svg}text"
BALLOTS: list[dict[str, int]] = [{"option-1": 1, "option-2": 1}, {"option-1": 1, "option-0": 1}, {"option-1": 1}]
ONES: list[dict[str, int]] = [{"option-2": 1}, {"option-2": 1}, {"option-0": 1}]
CASES: list[tuple[dict[str, Any], list[dict[str, int]], set[str], set[str]]] = [
    ({"goes_on": 1}, BALLOTS, {"Kahvila"}, {"Kahvila"}),
    ({"goes_on": 2}, BALLOTS, {"Kahvila"}, {"Kahvila"}),  # a tie for the second place
    ({"goes_on": 3}, BALLOTS, {"Kahvila", "Verstas", "Sauna"}, {"Kahvila", "Verstas", "Sauna"}),
    ({"goes_on": 9}, BALLOTS, set(), set(OPTIONS)),
    ({"goes_on": 0}, BALLOTS, set(), set(OPTIONS)),
    ({"kind": "one"}, ONES, set(), {"Verstas"}),
]


@pytest.mark.parametrize(("settings", "ballots", "going", "filled"), CASES)
def test_screen_phones_and_paper_say_the_same_of_a_vote(
    settings: dict[str, Any], ballots: list[dict[str, int]], going: set[str], filled: set[str]
) -> None:
    held = Vote(**settings)
    held.cast(*ballots)
    held.close()
    state = held.ledger.state
    step = state.plan.need(held.step.id)
    slide, told, blocks = held.slide(), phone.view(state, step)["result"], chapter(state, step, TR)
    assert isinstance(slide, ResultSlide)
    numbers = next(block for block in blocks if isinstance(block, Table))
    drawn = next(block for block in blocks if isinstance(block, Figure))

    on_screen = [(row.words, row.points) for row in slide.rows]
    assert [(row["text"], row["points"]) for row in told["rows"]] == on_screen
    assert [(name, int(points)) for name, points in numbers.rows] == on_screen

    assert {row.words for row in slide.rows if row.mark == "on"} == going
    assert {row["text"] for row in told["rows"] if row["goes_on"]} == going
    names = ", ".join(row.words for row in slide.rows if row.mark == "on")
    said = [plain(block.runs) for block in blocks if isinstance(block, Paragraph)]
    assert any(line.startswith("Jatkoon:") for line in said) == bool(going)
    assert not going or f"Jatkoon: {names}." in said

    assert {row.words for row in slide.rows if row.filled} == filled
    assert {one.text for one in ET.fromstring(drawn.svg).iter(TEXT) if one.get("font-weight") and one.text in OPTIONS} == filled


def test_screen_and_paper_change_from_dots_to_bars_at_the_same_number() -> None:
    assert shares.MOST_DOTS == bars.MOST_DOTS
