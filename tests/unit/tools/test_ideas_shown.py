"""What the big screen keeps of the wall from one look to the next is as if everything were gone through at every look."""

from hypothesis import given
from hypothesis import strategies as st

from fasilitaattori.kit.slides.notes import Note
from fasilitaattori.kit.slides.wall import Group
from fasilitaattori.tools.ideas.model import State
from fasilitaattori.tools.ideas.shown import ShownNotes
from fasilitaattori.workshop.events import Event
from tests.unit.tools.ideas_acts import Act, changes, event_of, folded

_acts = st.one_of(*changes, st.tuples(st.sampled_from(["undo", "erase"]), st.integers(0, 30)))


def plain(groups: tuple[Group, ...]) -> list[tuple[str, int, list[Note]]]:
    return [(group.name, group.index, list(group.notes)) for group in groups]


def anew(wall: State) -> list[tuple[str, int, list[Note]]]:
    """The groups as one would say what they are."""
    themes = wall.themes
    found = []
    for place, theme in [*enumerate(themes), (-1, None)]:
        ideas = wall.on_wall(theme.id if theme is not None else "")
        notes = [Note(idea.id, idea.text, place, 1 + len(idea.merged)) for idea in ideas]
        found.append((theme.name if theme is not None else "", place, notes))
    if not any(notes for _, place, notes in found if place >= 0) and not any(theme.column for theme in themes):
        return found[-1:]
    return found if found[-1][2] else found[:-1]


@given(st.lists(st.tuples(_acts, st.booleans()), max_size=60))
def test_what_is_kept_is_what_is_there(turns: list[tuple[Act, bool]]) -> None:
    wall, kept = State(), ShownNotes()
    events: list[Event] = []
    up: set[str] = set()
    for number, (act, looked_at) in enumerate(turns):
        if act[0] in ("undo", "erase"):  # both fold the step anew without the event
            events = [event for event in events if event.id != f"i{act[1]}"]
            wall, up = folded(events), set()
        elif (event := event_of(number, act, number)) is not None:
            events.append(event)
            wall.apply(event)
        if looked_at:
            before, came = up, kept.follow(wall)
            up = {idea.id for idea in wall.on_wall()}
            assert {idea_id for idea_id, _ in came} >= up - before
            assert [idea_id for idea_id, _ in came] == [idea.id for idea in wall.on_wall() if idea.id in dict(came)]
            assert plain(kept.groups) == anew(wall)
            assert {idea_id for idea_id in wall.ideas if idea_id in kept} == up
        assert (wall.count, wall.waiting_count) == (len(wall.on_wall()), len(wall.waiting()))
    kept.follow(wall)
    assert plain(kept.groups) == anew(wall)
    assert wall == folded(events)


def test_a_look_at_a_long_wall_makes_only_what_is_new() -> None:
    wall, kept = State(), ShownNotes()

    def send(first: int, last: int) -> None:
        for number in range(first, last):
            event = event_of(number, ("add", False, f"Lappu {number}"), number)
            assert event is not None
            wall.apply(event)

    send(0, 1000)
    assert len(kept.follow(wall)) == 1000
    before = kept.groups[0].notes
    send(1000, 1003)
    assert [idea_id for idea_id, _ in kept.follow(wall)] == ["i1000", "i1001", "i1002"]
    after = kept.groups[0].notes
    assert all(after[at] is before[at] for at in range(1000))
    assert len(after) == 1003
    assert kept.follow(wall) == []
    assert kept.groups[0].notes is after
