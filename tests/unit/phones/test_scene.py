"""What holds for one person in a scene: their place in the queue, their turn, what is theirs."""

from typing import Any

import pytest

from fasilitaattori.i18n import translator
from fasilitaattori.phones.scene import mine_of
from fasilitaattori.phones.tool_pages import PAGES
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import floor, running
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.info import set_info
from tests.unit.phones.test_drawing import Evening

FI = translator("fi")


def flags(evening: Evening, number: int) -> set[str]:
    return set(mine_of(evening.scene.facts, number, FI).flags)


def test_the_queue_from_everybodys_own_side() -> None:
    evening = Evening()
    evening.go("talking")
    for number in (1, 2, 3):
        evening.send(number, "floor.asked", reply=False)
        evening.wait(1)
    evening.do(floor.next_speaker())
    scene = evening.scene
    mine = {number: mine_of(scene.facts, number, FI) for number in (1, 2, 3, 4)}
    assert "floor-mine" in mine[1].flags
    assert mine[2].flags >= {"floor-queued", "place-first", "speaking"}
    assert mine[3].flags >= {"floor-queued", "place-second"}
    assert mine[3].texts["before"] == "Osallistuja 2"  # nobody is left without a word for them
    assert mine[3].texts["speaker"] == "Helmi"
    assert mine[4].flags == {"speaking", "queue", "floor-open"}
    assert mine[4].texts["waiting"] == "jonossa 2"


def test_a_step_without_turns_has_no_floor() -> None:
    evening = Evening()
    assert evening.go("rules").facts["floor"] is None
    assert evening.go("ideas").facts["floor"] is None
    assert flags(evening, 1) == set()


def test_a_round_tells_whose_turn_it_is_at_once() -> None:
    evening = Evening()
    before = evening.go("talking")
    evening.do(discussion.start_round(evening.steps["talking"]))
    scene = evening.scene
    assert scene.urgent != before.urgent
    assert scene.key != before.key  # the round has its own cards on the page
    assert flags(evening, 1) >= {"turn", "turn-mine"}
    assert flags(evening, 2) == {"turn", "floor-open"}
    evening.send(1, "discussion.passed")
    assert evening.scene.key == scene.key
    assert evening.scene.urgent != scene.urgent
    assert flags(evening, 2) >= {"turn-mine"}


@pytest.mark.parametrize("key", ["ideas", "dots", "survey"])
def test_counts_are_not_a_reason_to_draw_anew(key: str) -> None:
    evening = Evening()
    before = evening.go(key)
    sent: dict[str, tuple[str, dict[str, Any]]] = {
        "ideas": ("ideas.added", {"text": "Sauna"}),
        "dots": ("vote.cast", {"choices": {"option-0": 1}}),
        "survey": ("survey.answered", {"answers": {"q1": 3, "q2": 4}}),
    }
    evening.send(1, sent[key][0], **sent[key][1])
    after = evening.scene
    assert after != before
    assert (after.key, after.urgent) == (before.key, before.urgent)


@pytest.mark.parametrize("change", [running.pause(), running.adjust(60), running.close_step(), set_info(title="Uusi nimi")])
def test_what_cannot_wait(change: Command) -> None:
    evening = Evening()
    before = evening.go("ideas")
    evening.wait(5)
    assert evening.scene.urgent == before.urgent  # time alone is no news: the phone counts itself
    evening.do(change)
    assert evening.scene.urgent != before.urgent


def test_only_the_sender_hears_what_became_of_an_idea() -> None:
    evening = Evening()
    step_id = evening.steps["swot"]
    evening.go("swot")
    sent = [evening.send(number, "ideas.added", text=f"Idea {number}")[0] for number in (1, 2)]
    step = evening.state.current
    assert step is not None
    page = PAGES["ideas"]
    evening.do(ideas.show(step_id, sent[:1]))
    assert set(page.touches(evening.state, step, evening.events[-1])) == {1}
    evening.do(ideas.hide(step_id, sent))
    assert set(page.touches(evening.state, step, evening.events[-1])) == {1, 2}
    assert [idea["fate"] for idea in page.mine(evening.state, step, 1)["ideas"]] == ["hidden"]
    assert "author" not in str(evening.scene.view)


def test_results_are_shown_only_when_the_vote_is_closed() -> None:
    evening = Evening()
    evening.go("dots")
    evening.send(1, "vote.cast", choices={"option-0": 2, "option-1": 1})
    assert evening.scene.view["result"] is None
    evening.do(running.close_step())
    result: Any = evening.scene.view["result"]
    assert [(row["id"], row["points"], row["goes_on"]) for row in result["rows"]][:3] == [
        ("option-0", 2, True),
        ("option-1", 1, True),
        ("option-2", 0, False),
    ]
    assert "jatkoon" in evening.draw("fi", 1)
