"""How a method was changed is reckoned from the log alone, and comes out the same in whatever order the events arrive."""

import random

from fasilitaattori.i18n import translator
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import (
    add_step,
    add_steps,
    change_step,
    duplicate_step,
    move_step,
    new_step,
    remove_step,
)
from fasilitaattori.workshop.changes import change_of, changes, methods_used
from fasilitaattori.workshop.materials import add_materials, change_material, remove_material, tick_material
from fasilitaattori.workshop.reasons import give_reason
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.undo import undo, undoable

from ..papers.evening import Evening

FI = translator("fi")
METHOD = "Erätauko-dialogi"


def _plan(*titles: str, origin: str = METHOD) -> list:  # type: ignore[type-arg]
    return [new_step(title, "discussion", 10, settings={"prompts": ["Mitä?"]}, origin=origin) for title in titles]


def _told(evening: Evening) -> list[tuple[str, str]]:
    return [(change.step.title, change.text(FI)) for change in changes(evening.state)]


def _ids(evening: Evening) -> dict[str, str]:
    return {step.title: step.id for step in evening.state.plan.steps()}


def test_a_method_as_it_came_has_no_changes() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B", "C")))
    assert changes(evening.state) == []
    assert methods_used(evening.state) == [METHOD]


def test_a_plan_without_a_method_has_nothing_to_differ_from() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B", origin="")))
    evening.do(remove_step(_ids(evening)["A"]))
    assert changes(evening.state) == []


def test_everything_that_differs_is_told_in_the_order_of_the_plan() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B", "C", "D")))
    ids = _ids(evening)
    evening.do(remove_step(ids["B"]))
    evening.do(change_step(ids["A"], minutes=5))
    evening.do(change_step(ids["C"], minutes=25, mode="pari", settings={"prompts": ["Miksi?"], "rounds": True}))
    evening.do(add_step(new_step("Tauko", "pause", 15, "tauko"), ids["D"]))
    assert _told(evening) == [
        ("A", "lyhennetty 10 → 5 min"),
        ("B", "jätetty pois"),
        ("C", "pidennetty 10 → 25 min, kaikki yhdessä → pareittain, kysytään toisin, tehdään toisin"),
        ("Tauko", "lisätty, 15 min"),
    ]
    assert change_of(evening.state, ids["D"]) is None


def test_moving_one_step_is_one_change() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B", "C", "D")))
    ids = _ids(evening)
    evening.do(move_step(ids["D"], ids["A"]))
    assert _told(evening) == [("D", "siirretty toiseen kohtaan")]
    evening.do(move_step(ids["D"], None))
    assert _told(evening) == []


def test_a_copy_of_a_step_was_added() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A")))
    evening.do(duplicate_step(_ids(evening)["A"], "kopio"))
    assert _told(evening) == [("A", "lisätty, 10 min")]


def test_a_method_of_which_nothing_is_left_was_not_changed_but_replaced() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A")))
    evening.do(remove_step(_ids(evening)["A"]))
    evening.do(add_steps(_plan("X", origin="Aivoriihi")))
    assert changes(evening.state) == []
    assert methods_used(evening.state) == ["Aivoriihi"]


def test_what_was_skipped_in_the_evening_is_told_when_it_has_ended() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B", "C")))
    ids = _ids(evening)
    evening.do(running.start())
    evening.do(running.go_to(ids["C"]))
    assert _told(evening) == []
    evening.do(running.end())
    assert _told(evening) == [("B", "jäi illalla väliin")]


def test_the_latest_reason_counts_and_undo_takes_it_back() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B")))
    ids = _ids(evening)
    evening.do(remove_step(ids["A"]))
    evening.do(give_reason(ids["A"], "  Aika ei\nriitä "))
    evening.do(give_reason(ids["A"], "Väkeä oli vähän"))
    assert [change.why for change in changes(evening.state)] == ["Väkeä oli vähän"]
    assert evening.do(give_reason(ids["A"], "Väkeä oli vähän")) == []
    act = undoable(evening.replica)
    assert act is not None
    assert act.name == "muutoksen perustelu"
    evening.do(undo(act))
    assert [change.why for change in changes(evening.state)] == ["Aika ei riitä"]


def test_changes_and_materials_are_the_same_in_any_order_of_the_log() -> None:
    evening = Evening()
    evening.do(add_steps(_plan("A", "B", "C")))
    ids = _ids(evening)
    evening.do(add_materials(["Tussit", "Kahvia", "tussit", " "]))
    tussit, kahvia = (material.id for material in evening.state.materials.all())
    evening.do(tick_material(tussit, True))
    evening.do(change_material(kahvia, "Kahvia ja teetä"))
    evening.do(move_step(ids["C"], ids["A"]))
    evening.do(give_reason(ids["C"], "Vieras lähtee aikaisin"))
    evening.do(change_step(ids["B"], minutes=20))
    evening.do(add_materials(["Teippiä"]))
    evening.do(remove_material(evening.state.materials.all()[-1].id))
    wanted = [(each.text, each.packed) for each in evening.state.materials.all()]
    assert wanted == [("Tussit", True), ("Kahvia ja teetä", False)]
    for seed in range(5):
        shuffled = list(evening.replica.events)
        random.Random(seed).shuffle(shuffled)
        again = Replica("ilta", MODELS)
        for event in shuffled:
            again.apply([event])
        assert [(c.step.id, c.whats, c.why) for c in changes(again.state)] == [
            (c.step.id, c.whats, c.why) for c in changes(evening.state)
        ]
        assert [(each.text, each.packed) for each in again.state.materials.all()] == wanted
