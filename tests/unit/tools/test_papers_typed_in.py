"""Ballots, forms and slips on paper: into the same box, corrected, removed, undone, counted, and added after closing."""

from typing import Any

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.ideas.model import papers as slips
from fasilitaattori.tools.survey.model import papers as forms
from fasilitaattori.tools.vote.model import papers as ballots
from fasilitaattori.workshop import closing, people, running
from fasilitaattori.workshop.agenda import new_step
from fasilitaattori.workshop.undo import redoable, undo, undoable
from tests.ledger import Ledger, fold

DOTS: dict[str, Any] = {"kind": "dots", "dots": 3, "per_option": 2, "options": ["Sauna", "Kirjasto"]}
ASKED = {"questions": [{"id": "a", "text": "Kuultiinko?"}, {"id": "b", "text": "Mitä vielä?", "kind": "text"}]}


def at_work(tool: str, **settings: Any) -> tuple[Ledger, str]:
    """A workshop whose only step, with this tool, is on."""
    ledger = Ledger()
    step = ledger.plan(new_step("Vaihe", tool, 10, settings=settings))[0]
    for number in range(6):
        ledger.do(people.join("", "fi", str(number)))
    ledger.do(running.start())
    return ledger, step


def mine(ledger: Ledger, step: str) -> Any:
    return ledger.state.tool(ledger.state.plan.need(step))


def take_back(ledger: Ledger) -> None:
    act = undoable(ledger.replica)
    assert act is not None
    ledger.do(undo(act))


def test_ballots_on_paper_are_counted_with_those_of_phones_and_told_apart_only_by_their_number() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.send(1, "vote.cast", choices={"option-0": 2, "option-1": 1})
    ledger.do(ballots.enter_paper(step, 1, {"option-1": 2}))
    ledger.do(ballots.enter_paper(step, 2, {}))
    ledger.do(ballots.enter_paper(step, 3, {}, rejected=True))
    assert mine(ledger, step).turnout(ledger.state.turnout) == 4
    ledger.do(running.close_step())
    result = mine(ledger, step).result
    assert result.totals == {"option-0": 2, "option-1": 3}
    assert (result.ballots, result.blanks, result.papers, result.rejected) == (3, 1, 2, 1)


def test_what_is_on_a_paper_is_nowhere_in_the_log() -> None:
    ledger, step = at_work("survey", **ASKED)
    ledger.do(forms.enter_paper(step, 1, {"a": 4, "b": "Salaisuus"}))
    ledger.do(forms.enter_paper(step, 2, {"a": 1}))
    told = [event for event in ledger.events if event.kind == "survey.paper_entered"]
    assert [event.body.number for event in told] == [1, 2]  # type: ignore[attr-defined]
    assert all(event.author is None for event in told)
    assert "Salaisuus" not in repr(ledger.events)
    ledger.do(running.close_step())
    assert not ledger.boxes


def test_a_question_of_any_name_keeps_what_phones_answered() -> None:
    asked = [{"id": name, "text": name} for name in ("slip", "given", "rejected")]
    ledger, step = at_work("survey", questions=asked)
    ledger.send(1, "survey.answered", answers={"slip": 5, "given": 4})
    ledger.do(forms.enter_paper(step, 1, {"slip": 2}))
    ledger.do(running.close_step())
    result = mine(ledger, step).result
    assert (result.answers, result.papers) == (2, 1)


def test_a_paper_typed_in_again_replaces_the_one_before_and_undo_brings_that_back() -> None:
    ledger, step = at_work("survey", **ASKED)
    ledger.do(forms.enter_paper(step, 7, {"a": 4}))
    ledger.do(forms.enter_paper(step, 7, {"a": 1}))
    assert mine(ledger, step).papers.corrected == 1
    take_back(ledger)
    assert mine(ledger, step).turnout(ledger.state.turnout) == 1
    ledger.do(running.close_step())
    assert mine(ledger, step).result.of("a").counts["4"] == 1
    assert mine(ledger, step).result.of("a").counts["1"] == 0


def test_a_removed_paper_does_not_count_and_its_number_is_not_used_again() -> None:
    ledger, step = at_work("survey", **ASKED)
    ledger.do(forms.enter_paper(step, 1, {"a": 4}))
    ledger.do(forms.enter_paper(step, 2, {"a": 5}))
    ledger.do(forms.take_out_paper(step, 2))
    assert mine(ledger, step).papers.highest == 2
    with pytest.raises(RuleViolation, match="Paperia"):
        ledger.do(forms.take_out_paper(step, 2))
    ledger.do(running.close_step())
    assert (mine(ledger, step).result.answers, mine(ledger, step).result.of("a").counts["5"]) == (1, 0)


def test_entering_a_paper_is_undone_and_redone() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.do(ballots.enter_paper(step, 1, {"option-0": 1}))
    take_back(ledger)
    assert not mine(ledger, step).papers.slips
    again = redoable(ledger.replica)
    assert again is not None
    ledger.do(undo(again))
    ledger.do(running.close_step())
    assert mine(ledger, step).result.totals["option-0"] == 1


def test_what_has_been_counted_is_no_longer_undone() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.do(ballots.enter_paper(step, 1, {"option-0": 1}))
    ledger.do(running.close_step())
    act = undoable(ledger.replica)
    assert act is None or act.name != "paperin kirjaus"


def test_papers_are_added_on_purpose_to_a_vote_that_is_closed_and_counted_together() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.send(1, "vote.cast", choices={"option-0": 1})
    ledger.do(ballots.enter_paper(step, 1, {"option-1": 2}))
    ledger.do(running.close_step())
    with pytest.raises(RuleViolation):
        ledger.do(ballots.enter_paper(step, 2, {"option-0": 2}))
    ledger.do(ballots.open_for_papers(step))
    assert not mine(ledger, step).open
    assert mine(ledger, step).papers.highest == 1
    ledger.do(ballots.enter_paper(step, 2, {"option-0": 2}))
    ledger.do(ballots.enter_paper(step, 3, {}, rejected=True))
    assert mine(ledger, step).result.totals == {"option-0": 1, "option-1": 2}
    ledger.do(ballots.count_papers(step))
    result = mine(ledger, step).result
    assert result.totals == {"option-0": 3, "option-1": 2}
    assert (result.ballots, result.papers, result.rejected, result.late) == (3, 2, 1, 2)
    assert not mine(ledger, step).late
    assert not ledger.boxes


def test_forms_are_added_on_purpose_to_a_survey_that_is_closed() -> None:
    ledger, step = at_work("survey", **ASKED)
    for author in range(1, 5):
        ledger.send(author, "survey.answered", answers={"a": 5, "b": "puhelimelta"})
    ledger.do(running.close_step())
    assert not mine(ledger, step).result.shown
    ledger.do(forms.open_for_papers(step))
    ledger.do(forms.enter_paper(step, 1, {"a": 2, "b": "paperilta"}, ["a"]))
    ledger.do(forms.count_papers(step))
    result = mine(ledger, step).result
    assert result.shown
    assert (result.answers, result.papers, result.late) == (5, 1, 1)
    assert (result.of("a").n, result.of("a").unclear) == (4, 1)
    assert result.of("b").texts == ["paperilta", *["puhelimelta"] * 4]


def test_a_vote_that_was_never_open_takes_papers() -> None:
    ledger = Ledger()
    step = ledger.plan(new_step("Äänestys", "vote", 10, settings=DOTS))[0]
    ledger.do(ballots.open_for_papers(step))
    ledger.do(ballots.enter_paper(step, 1, {"option-1": 1}))
    ledger.do(ballots.count_papers(step))
    result = mine(ledger, step).result
    assert (result.totals["option-1"], result.ballots, result.papers) == (1, 1, 1)


@pytest.mark.parametrize("settings", [{"kind": "one"}, {"kind": "several", "max_choices": 1}, {"kind": "scale"}, DOTS])
def test_a_ballot_on_paper_obeys_the_rules_of_phones_unless_it_is_rejected(settings: dict[str, Any]) -> None:
    ledger, step = at_work("vote", **({"options": ["Sauna", "Kirjasto"]} | settings))
    many = {"0": 1, "5": 1} if settings["kind"] == "scale" else {"option-0": 3, "option-1": 1}
    with pytest.raises(RuleViolation):
        ledger.do(ballots.enter_paper(step, 1, many))
    ledger.do(ballots.enter_paper(step, 1, many, rejected=True))
    ledger.do(running.close_step())
    assert (mine(ledger, step).result.ballots, mine(ledger, step).result.rejected) == (0, 1)


def test_papers_cannot_change_minutes_that_are_approved() -> None:
    vote, of_vote = at_work("vote", **DOTS)
    survey, of_survey = at_work("survey", **ASKED)
    for ledger, step, room, given in (
        (vote, of_vote, ballots, {"option-0": 1}),
        (survey, of_survey, forms, {"a": 2}),
    ):
        ledger.do(running.end())
        ledger.do(room.open_for_papers(step))
        ledger.do(room.enter_paper(step, 1, given))
        ledger.do(closing.approve("Helmi"))
        before, events = mine(ledger, step).result, len(ledger.events)
        for command in (
            room.enter_paper(step, 2, given),
            room.take_out_paper(step, 1),
            room.count_papers(step),
        ):
            with pytest.raises(RuleViolation) as refused:
                ledger.do(command)
            assert refused.value.code == "already_approved"
        assert (mine(ledger, step).result, len(ledger.events)) == (before, events)
        ledger.do(closing.reopen_minutes())
        ledger.do(room.count_papers(step))
        assert mine(ledger, step).result.papers == 1


def test_slips_cannot_change_a_wall_that_is_approved() -> None:
    ledger, step = at_work("ideas", columns=["Vahvuudet"])
    ledger.do(slips.enter_slip(step, 1, "Talkoohenki"))
    ledger.do(running.end())
    ledger.do(closing.approve("Helmi"))
    for command in (slips.enter_slip(step, 2, "Uusi"), slips.enter_slip(step, 1, "Toinen"), slips.take_off(step, 1)):
        with pytest.raises(RuleViolation) as refused:
            ledger.do(command)
        assert refused.value.code == "already_approved"
    assert [idea.text for idea in mine(ledger, step).on_wall()] == ["Talkoohenki"]


def test_slips_with_ideas_are_marked_as_paper_corrected_and_taken_off() -> None:
    ledger, step = at_work("ideas", columns=["Vahvuudet"])
    theme = mine(ledger, step).themes[0].id
    ledger.do(slips.enter_slip(step, 1, "Talkoohenki", theme))
    ledger.do(slips.enter_slip(step, 2, "Sauma"))
    ledger.do(slips.enter_slip(step, 2, "Sauna", theme))
    wall = mine(ledger, step)
    assert [(idea.text, idea.theme, idea.on_paper, idea.author) for idea in wall.on_wall()] == [
        ("Talkoohenki", theme, True, None),
        ("Sauna", theme, True, None),
    ]
    ledger.do(slips.take_off(step, 1))
    assert list(slips.slips(ledger.state, ledger.state.plan.need(step))) == [2]
    assert slips.highest(ledger.state, ledger.state.plan.need(step)) == 2


def test_facts_of_papers_fold_alike_in_any_order() -> None:
    ledger, step = at_work("vote", **DOTS)
    ledger.do(ballots.enter_paper(step, 1, {"option-0": 1}))
    ledger.do(ballots.enter_paper(step, 1, {"option-1": 1}))
    ledger.do(ballots.enter_paper(step, 2, {}))
    take_back(ledger)
    again = fold(ledger.events, lambda events: events[::-1])
    assert repr(again.state.tools) == repr(ledger.state.tools)
