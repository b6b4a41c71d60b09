"""The log folds to the same state in whatever order it comes, and never raises whatever it holds."""

import random
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, closing, floor, info, people, record, running, settling, show, undo
from fasilitaattori.workshop.checkingfacts import Mark, Point
from fasilitaattori.workshop.events import Body, Event
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import all_kinds
from tests.ledger import Ledger, facts, fold

TOOLS = list(MODELS)


def an_evening(seed: int, acts: int = 40) -> Ledger:
    """A random but lawful evening: acts that a rule forbids are left out."""
    chance = random.Random(seed)
    ledger = Ledger()
    settings_of = {
        "cards": {"cards": [{"question": f"Kysymys {i}"} for i in range(4)]},
        "discussion": {"prompts": ["Mitä?", "Miksi?"], "ground_rules": ["Kuuntele"], "rounds": True},
        "vote": {"options": ["a", "b"], "kind": chance.choice(["one", "several", "dots", "scale"])},
        "survey": {"questions": [{"id": "q", "text": "Miten meni?"}]},
    }
    for tool in chance.sample(TOOLS, 4):
        ledger.do(agenda.add_step(agenda.new_step(tool, tool, 10, settings=settings_of.get(tool, {}))))
    for name in ("Helmi", "Reino", "Helmi"):
        ledger.do(people.join(name, "fi", str(chance.random())))
    for _ in range(acts):
        ledger.wait(chance.choice([0, 1, 61]))
        try:
            _random_act(ledger, chance)
        except RuleViolation:
            continue
    return ledger


def _random_act(ledger: Ledger, chance: random.Random) -> None:
    state = ledger.state
    step = state.current
    here = step.id if step else ""
    author = chance.choice([1, 2, 3])
    notes = list(state.tool(step).ideas) if step and step.tool == "ideas" else []
    planned = [other.id for other in state.plan.steps()] or ["none"]
    themes = list(state.tool(step).by_theme_id) if step and step.tool == "ideas" else []
    some = chance.sample(notes, min(len(notes), 2)) or ["none"]
    back = undo.undoable(ledger.replica), undo.redoable(ledger.replica)
    check = state.checking.last.id if state.checking.last else "none"
    acts: list[Any] = [
        lambda: ledger.do(running.next_step()),
        lambda: ledger.do(running.previous_step()),
        lambda: ledger.do(running.start()),
        lambda: ledger.do(running.pause()),
        lambda: ledger.do(running.adjust(chance.choice([-60, 60, 300]))),
        lambda: ledger.do(running.close_step()),
        lambda: ledger.do(running.open_step()),
        lambda: ledger.do(floor.ask(author)),
        lambda: ledger.do(floor.next_speaker()),
        lambda: ledger.do(floor.ask_by_name("Pöytä 4")),
        lambda: ledger.do(record.note("Huomio")),
        lambda: ledger.do(record.act("Tehdään", "Kunta", "31.3.")),
        lambda: ledger.do(show.show("black")),
        lambda: ledger.do(info.set_info(title=f"Ilta {chance.random()}")),
        lambda: ledger.do(agenda.move_step(chance.choice(planned), None)),
        lambda: ledger.do(agenda.change_step(chance.choice(planned), minutes=chance.randint(1, 30))),
        lambda: ledger.do(agenda.remove_step(chance.choice(planned))),
        lambda: ledger.do(people.erase_person(author)),
        lambda: ledger.do(closing.what_next("kunta", "minä", "huomenna")),
        lambda: ledger.do(settling.put_up([Point("Avataan", source="next"), Point("Talkoot")])),
        lambda: ledger.do(settling.mark(check, author, {"1": Mark(True), "2": Mark(False, str(chance.random()))}), author),
        lambda: ledger.do(settling.mend("2", str(chance.random()))),
        lambda: ledger.do(settling.count_hands(chance.randint(1, 9))),
        lambda: ledger.do(ideas.add_theme(here, "Teema")),
        lambda: ledger.do(ideas.move(here, some, chance.choice(themes or [""]))),
        lambda: ledger.do(ideas.merge(here, some)),
        lambda: ledger.do(ideas.hide(here, some)),
        lambda: ledger.do(cards.draw(here)),
        lambda: ledger.do(cards.put_aside(here)),
        lambda: ledger.do(discussion.start_round(here)),
        lambda: ledger.do(discussion.move_round(here)),
        lambda: ledger.do(undo.undo(back[0])) if back[0] else None,
        lambda: ledger.do(undo.undo(back[1])) if back[1] else None,
    ]
    if step is not None:
        acts += [lambda kind=kind: ledger.send(author, kind, **_content(kind, notes)) for kind in MODELS[step.tool].sends] * 3
    chance.choice(acts)()


def _content(kind: str, notes: list[str]) -> dict[str, Any]:
    contents: dict[str, dict[str, Any]] = {
        "ideas.added": {"text": "Sauna rantaan"},
        "ideas.withdrawn": {"idea": notes[0] if notes else "none"},
        "vote.cast": {"choices": {"option-0": 1}},
        "survey.answered": {"answers": {"q": 4}},
    }
    return contents.get(kind, {})


@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_any_shuffle_folds_to_the_same_state(seed: int, chance: random.Random) -> None:
    ledger = an_evening(seed)
    expected = facts(fold(ledger.events).state)
    assert expected == facts(ledger.state)
    assert expected == facts(Replica("w", MODELS, ledger.events).state)
    shuffled = list(ledger.events)
    chance.shuffle(shuffled)
    assert facts(fold(shuffled).state) == expected
    middle = len(shuffled) // 2
    halves = Replica("w", MODELS)
    halves.apply(shuffled[:middle])
    halves.apply(shuffled[middle:])
    halves.apply(shuffled)  # what is known already adds nothing
    assert facts(halves.state) == expected


@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_any_subset_in_any_order_never_raises(seed: int, chance: random.Random) -> None:
    events = an_evening(seed).events
    some = chance.sample(events, chance.randint(0, len(events)))
    assert len(fold(some).events) == len(some)


_values = {
    str: st.sampled_from(["", "a", "step-1", "Teema", "31.2.", "\u202eabc", "x" * 300]),
    int: st.integers(-(2**40), 2**40),
    bool: st.booleans(),
}


def _bodies() -> st.SearchStrategy[Body]:
    def of(kind: type[Body]) -> st.SearchStrategy[Body]:
        return st.builds(
            lambda raw: msgspec.convert(raw, kind),
            st.fixed_dictionaries({f.name: _like(f.type) for f in msgspec.structs.fields(kind)}),
        )

    return st.one_of([of(kind) for kind in all_kinds(MODELS).values()])


def _like(kind: Any) -> st.SearchStrategy[Any]:
    """Values that fit a field's type but refer to nothing."""
    origin = getattr(kind, "__origin__", None)
    if kind in _values:
        return _values[kind]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return st.fixed_dictionaries({f.name: _like(f.type) for f in msgspec.structs.fields(kind)})
    if origin is list:
        return st.lists(_like(kind.__args__[0]), max_size=3)
    if origin is dict:
        value = kind.__args__[1]
        return st.dictionaries(_values[str], st.sampled_from([1, "a", None, []]) if value is Any else _like(value), max_size=3)
    return st.sampled_from([None])


@given(st.lists(st.tuples(_bodies(), st.sampled_from([None, "step-1"]), st.sampled_from([None, 1, 7])), max_size=30))
@settings(max_examples=150)
def test_events_that_refer_to_nothing_never_raise(contents: list[tuple[Body, str | None, int | None]]) -> None:
    events = [
        Event(f"e{i}", f"r{i}", "w", "a", i + 1, (i + 1) << 16, "2026-03-12T18:00:00+02:00", body.KIND, step, author, body)
        for i, (body, step, author) in enumerate(contents)
    ]
    assert len(fold(events).events) == len(events)
    assert facts(fold(events[::-1]).state) == facts(fold(events).state)
