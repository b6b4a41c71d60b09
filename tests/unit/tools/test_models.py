"""The rules of the tools."""

from typing import Any

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.survey.model.facts import Question
from fasilitaattori.tools.survey.model.papers import enter_paper
from fasilitaattori.tools.survey.model.rules import check_answer
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.workshop import agenda, people, running
from tests.ledger import Ledger


def at_work(tool: str, people_here: int = 6, **settings: Any) -> tuple[Ledger, str]:
    """A ledger in which one step of this tool is on."""
    ledger = Ledger()
    step = agenda.new_step(tool, tool, 10, settings=settings)
    ledger.do(agenda.add_step(step))
    for number in range(people_here):
        ledger.do(people.join(f"Nimi {number}", "fi", str(number)))
    ledger.do(running.start())
    return ledger, step.id


def tool(ledger: Ledger, step: str) -> Any:
    return ledger.state.tool(ledger.state.plan.need(step))


def refused(code: str, act: Any) -> None:
    with pytest.raises(RuleViolation) as caught:
        act()
    assert caught.value.code == code


def test_settings_that_do_not_fit_are_refused_with_a_reason() -> None:
    refused("bad_settings", lambda: Ledger().do(agenda.add_step(agenda.new_step("x", "vote", settings={"dots": "kolme"}))))
    refused("unknown_tool", lambda: Ledger().do(agenda.add_step(agenda.new_step("x", "taikasauva"))))


# --- ideas ---


def test_an_idea_waits_when_approval_is_asked_and_keeps_its_original_when_corrected() -> None:
    ledger, step = at_work("ideas", approval=True)
    idea = ledger.send(1, "ideas.added", text="  Suana rantaan \x07")[0]
    wall = tool(ledger, step)
    assert [i.text for i in wall.waiting()] == ["Suana rantaan"]
    ledger.do(ideas.show(step, [idea]))
    ledger.do(ideas.correct(step, idea, "Sauna rantaan"))
    wall = tool(ledger, step)
    assert [(i.text, i.original) for i in wall.on_wall()] == [("Sauna rantaan", "Suana rantaan")]


def test_the_number_of_notes_and_ones_own_follow_every_change() -> None:
    ledger, step = at_work("ideas")
    a, b = (ledger.send(1, "ideas.added", text=text)[0] for text in ("Sauna", "Ranta"))

    def seen() -> tuple[int, list[str]]:
        wall = tool(ledger, step)
        assert wall.count == len(wall.on_wall())
        return wall.count, [idea.id for idea in wall.of_author(1)]

    assert seen() == (2, [a, b])
    c = ledger.send(2, "ideas.added", text="Kioski")[0]
    assert seen() == (3, [a, b])
    ledger.do(ideas.hide(step, [a]))
    assert seen() == (2, [a, b])
    ledger.do(ideas.show(step, [a]))
    ledger.do(ideas.merge(step, [b, a, c]))
    assert seen() == (1, [a, b])
    ledger.do(ideas.split(step, b))
    ledger.send(1, "ideas.withdrawn", idea=a)
    assert seen() == (2, [b])


def test_one_withdraws_only_ones_own_and_only_while_the_step_is_open() -> None:
    ledger, step = at_work("ideas")
    idea = ledger.send(1, "ideas.added", text="Sauna")[0]
    refused("not_yours", lambda: ledger.send(2, "ideas.withdrawn", idea=idea))
    ledger.send(1, "ideas.withdrawn", idea=idea)
    assert tool(ledger, step).on_wall() == []
    ledger.do(running.close_step())
    assert not ledger.state.run.is_open(step)


def test_too_long_and_empty_ideas_are_refused() -> None:
    ledger, _ = at_work("ideas", max_length=140)
    refused("too_long", lambda: ledger.send(1, "ideas.added", text="a" * 141))
    refused("empty_text", lambda: ledger.send(1, "ideas.added", text=" \n\t"))
    assert ledger.send(1, "ideas.added", text="a" * 140)


def test_merging_is_flat_and_splitting_gives_everything_back() -> None:
    ledger, step = at_work("ideas")
    a, b, c = (ledger.send(n, "ideas.added", text=f"Sauna {n}")[0] for n in (1, 2, 3))
    ledger.do(ideas.merge(step, [a, b]))
    ledger.do(ideas.merge(step, [c, a]))
    wall = tool(ledger, step)
    assert [i.id for i in wall.on_wall()] == [c]
    assert sorted(wall.ideas[c].merged) == sorted([a, b])
    ledger.do(ideas.split(step, c))
    assert len(tool(ledger, step).on_wall()) == 3
    refused("same_idea", lambda: ledger.do(ideas.merge(step, [a, a])))


def test_merging_takes_nothing_off_the_wall_nor_out_of_its_theme() -> None:
    ledger, step = at_work("ideas", approval=True)
    waiting = ledger.send(1, "ideas.added", text="Sauna rantaan")[0]
    hidden, loose, placed = (ledger.do(ideas.add(step, text))[0] for text in ("Suana", "Kylän sauna", "Sauna"))
    theme = ledger.do(ideas.add_theme(step, "Ranta"))[0]
    ledger.do(ideas.hide(step, [hidden]))
    ledger.do(ideas.move(step, [placed], theme))
    ledger.do(ideas.merge(step, [waiting, hidden, loose]))
    assert [i.id for i in tool(ledger, step).on_wall()] == [loose, placed]
    ledger.do(ideas.merge(step, [loose, placed]))
    assert [(i.id, i.theme, len(i.merged)) for i in tool(ledger, step).on_wall()] == [(placed, theme, 3)]


def test_a_withdrawn_note_lets_go_of_what_was_merged_into_it() -> None:
    ledger, step = at_work("ideas")
    a, b = (ledger.send(n, "ideas.added", text=f"Sauna {n}")[0] for n in (1, 2))
    ledger.do(ideas.merge(step, [a, b]))
    ledger.send(1, "ideas.withdrawn", idea=a)
    assert [i.id for i in tool(ledger, step).on_wall()] == [b]


def test_a_withdrawn_note_no_longer_counts_among_those_that_say_the_same() -> None:
    ledger, step = at_work("ideas")
    a, b = (ledger.send(n, "ideas.added", text=f"Sauna {n}")[0] for n in (1, 2))
    ledger.do(ideas.merge(step, [a, b]))
    ledger.send(2, "ideas.withdrawn", idea=b)
    ledger.send(2, "ideas.withdrawn", idea=b)
    assert [(i.id, i.merged) for i in tool(ledger, step).on_wall()] == [(a, [])]


def test_columns_are_themes_when_the_step_opens_and_only_once() -> None:
    ledger, step = at_work("ideas", columns=["Vahvuudet", "Heikkoudet"])
    ledger.do(running.close_step())
    ledger.do(running.open_step())
    wall = tool(ledger, step)
    assert [(t.name, t.column) for t in wall.themes] == [("Vahvuudet", True), ("Heikkoudet", True)]
    ledger.send(1, "ideas.added", text="Talkoohenki", theme=wall.themes[0].id)
    refused("no_theme", lambda: ledger.send(1, "ideas.added", text="x", theme="ei ole"))
    assert len(tool(ledger, step).on_wall(wall.themes[0].id)) == 1


# --- votes ---


def test_dots_are_counted_and_the_last_ballot_of_a_voter_counts() -> None:
    ledger, step = at_work("vote", kind="dots", dots=3, per_option=2, options=["Sauna", "Kirjasto"])
    ledger.send(1, "vote.cast", choices={"option-0": 2, "option-1": 1})
    ledger.send(1, "vote.cast", choices={"option-1": 2})
    ledger.send(2, "vote.cast", choices={})
    mine = tool(ledger, step)
    assert mine.turnout(ledger.state.turnout) == 2
    assert mine.result is None
    ledger.do(running.close_step())
    mine = tool(ledger, step)
    assert mine.result.totals == {"option-0": 0, "option-1": 2}
    assert (mine.result.ballots, mine.result.blanks) == (2, 1)
    assert not ledger.boxes


@pytest.mark.parametrize(
    ("settings", "choices", "code"),
    [
        ({"kind": "dots", "dots": 3}, {"option-0": 2}, "too_many_on_one"),
        ({"kind": "dots", "dots": 1}, {"option-0": 1, "option-1": 1}, "too_many_points"),
        ({"kind": "dots"}, {"option-0": -1}, "bad_number"),
        ({"kind": "dots"}, {"option-9": 1}, "no_candidate"),
        ({"kind": "one"}, {"option-0": 1, "option-1": 1}, "one_choice"),
        ({"kind": "several", "max_choices": 1}, {"option-0": 1, "option-1": 1}, "too_many_choices"),
        ({"kind": "several"}, {"option-0": 2}, "bad_number"),
        ({"kind": "scale"}, {"6": 1}, "no_candidate"),
        ({"kind": "scale"}, {"0": 1, "5": 1}, "one_choice"),
    ],
)
def test_a_ballot_against_the_rules_is_refused(settings: dict[str, Any], choices: dict[str, int], code: str) -> None:
    ledger, _ = at_work("vote", options=["Sauna", "Kirjasto"], **settings)
    refused(code, lambda: ledger.send(1, "vote.cast", choices=choices))


def test_hands_are_kept_apart_and_added_only_for_showing() -> None:
    ledger, step = at_work("vote", kind="one", options=["Kyllä", "Ei"])
    ledger.send(1, "vote.cast", choices={"option-0": 1})
    ledger.do(vote.count_hands(step, {"option-0": 4, "option-1": 5}, 9))
    ledger.do(running.close_step())
    mine = tool(ledger, step)
    assert mine.result.totals == {"option-0": 1, "option-1": 0}
    assert mine.hands == {"option-0": 4, "option-1": 5}
    assert [(c.text, n) for c, n in mine.ranking()] == [("Kyllä", 5), ("Ei", 5)]
    assert mine.voters() == 10
    refused("bad_number", lambda: ledger.do(vote.count_hands(step, {"option-0": -1}, 1)))


def test_candidates_come_from_the_nearest_wall_before_and_stay_as_they_were() -> None:
    ledger = Ledger()
    wall = agenda.new_step("Ideat", "ideas")
    ballot = agenda.new_step("Äänestys", "vote", settings={"source": "themes"})
    ledger.do(agenda.add_steps([wall, ballot]))
    ledger.do(people.join("", "fi", "t"))
    ledger.do(running.start())
    note = ledger.send(1, "ideas.added", text="Sauna")[0]
    theme = ledger.do(ideas.add_theme(wall.id, "Ranta"))[0]
    ledger.do(ideas.add_theme(wall.id, "Tyhjä"))
    ledger.do(ideas.move(wall.id, [note], theme))
    ledger.do(running.next_step())
    ledger.do(ideas.rename_theme(wall.id, theme, "Uimaranta"))
    assert [c.text for c in tool(ledger, ballot.id).candidates] == ["Ranta"]


def test_a_counted_vote_stays_counted_when_come_back_to_and_may_be_held_again() -> None:
    ledger, step = at_work("vote", kind="one", options=["Kyllä", "Ei"])
    ledger.plan(("talk", 5))
    ledger.send(1, "vote.cast", choices={"option-0": 1})
    ledger.do(running.next_step())
    ledger.do(running.previous_step())
    mine = tool(ledger, step)
    assert not mine.open
    assert mine.result.ballots == 1
    refused("vote_not_open", lambda: ledger.send(2, "vote.cast", choices={}))
    ledger.do(running.open_step())
    ledger.send(2, "vote.cast", choices={"option-1": 1})
    ledger.do(running.close_step())
    mine = tool(ledger, step)
    assert mine.result.totals["option-1"] == 1
    assert [r.ballots for r in mine.earlier] == [1]


# --- survey ---


def test_under_five_answers_only_the_count_is_shown() -> None:
    questions = [{"id": "a", "text": "Kuultiinko sinua?"}, {"id": "b", "text": "Sana", "kind": "text"}]
    ledger, step = at_work("survey", questions=questions)
    for number in range(1, 5):
        ledger.send(number, "survey.answered", answers={"a": number, "b": f"sana {9 - number}"})
    ledger.do(running.close_step())
    assert tool(ledger, step).result.shown is False
    ledger.do(running.open_step())
    for number in range(1, 6):
        ledger.send(number, "survey.answered", answers={"a": 5, "b": f"sana {9 - number}"})
    ledger.do(running.close_step())
    result = tool(ledger, step).result
    assert result.shown
    assert result.of("a").mean == 5
    assert result.of("b").texts == sorted(result.of("b").texts)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (Question("q", "?"), 0),
        (Question("q", "?"), 6),
        (Question("q", "?"), "5"),
        (Question("q", "?", "one", ["a"]), 1),
        (Question("q", "?", "many", ["a", "b"]), [0, 7]),
        (Question("q", "?", "text"), 3),
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused(question: Question, answer: Any) -> None:
    refused("bad_answer", lambda: check_answer(question, answer))


def test_a_question_that_must_be_answered_is_not_skipped_on_a_phone() -> None:
    questions = [{"id": "a", "text": "Kuultiinko sinua?", "optional": False}, {"id": "b", "text": "Vielä?", "kind": "text"}]
    ledger, step = at_work("survey", questions=questions)
    refused("answer_missing", lambda: ledger.send(1, "survey.answered", answers={"b": "Kiitos"}))
    ledger.send(1, "survey.answered", answers={"a": 5})
    ledger.do(enter_paper(step, 1, {"b": "Paperilla se jäi tyhjäksi"}))
    ledger.do(running.close_step())
    assert tool(ledger, step).result.answers == 2


def test_an_empty_answer_is_a_skipped_one() -> None:
    assert check_answer(Question("q", "?", "text"), "  ") is None
    assert check_answer(Question("q", "?", "many", ["a"]), []) is None


# --- cards and discussion ---


def test_cards_go_forth_and_back_and_aside() -> None:
    ledger, step = at_work("cards", cards=[{"question": f"K{i}"} for i in range(3)], shuffle=False)
    assert tool(ledger, step).up == 0
    ledger.do(cards.draw(step))
    ledger.do(cards.back(step))
    assert tool(ledger, step).up == 0
    ledger.do(cards.draw(step))
    assert tool(ledger, step).up == 1
    ledger.do(cards.put_aside(step))
    assert tool(ledger, step).up == 2
    refused("no_cards", lambda: ledger.do(cards.draw(step)))
    assert [c.question for c in cards.cards_shown(ledger.state, ledger.state.plan.need(step))] == ["K0", "K2"]


def test_a_shuffled_deck_holds_every_card_once() -> None:
    ledger, step = at_work("cards", cards=[{"question": f"K{i}"} for i in range(24)])
    assert sorted(tool(ledger, step).order) == list(range(24))


def test_a_round_gives_everybody_a_turn_and_passing_is_allowed() -> None:
    ledger, step = at_work("discussion", people_here=3, rounds=True)
    ledger.do(discussion.start_round(step))
    ledger.do(discussion.move_round(step))
    refused("no_round", lambda: ledger.send(3, "discussion.passed"))
    ledger.send(2, "discussion.passed")
    assert tool(ledger, step).round.current == 3
    ledger.do(discussion.move_round(step))
    assert tool(ledger, step).round is None
    going = tool(ledger, step).rounds[0]
    assert (going.spoken, going.passed) == ([1, 3], [2])


def test_every_kind_a_phone_may_send_names_its_tool_or_the_floor() -> None:
    for name, model in MODELS.items():
        for kind in model.sends:
            assert kind.split(".")[0] in (name, "floor")
