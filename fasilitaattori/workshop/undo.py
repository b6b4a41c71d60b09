"""Undo and redo of what the facilitator does: what Ctrl+Z would take back, by name, and what else would vanish with it.

One request (one act of the facilitator) is one step of undo. What participants sent is never undone this way.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.agenda import StepAdded
from fasilitaattori.workshop.answers import AnswersRewritten
from fasilitaattori.workshop.checkingfacts import CheckingsRewritten
from fasilitaattori.workshop.closing import SectionEdited, SectionsRewritten, WhatNext, WhatNextRewritten
from fasilitaattori.workshop.events import Body, Command, Event, Outcome, Undone
from fasilitaattori.workshop.floor import FloorAsked, FloorOpened, FloorWithdrawn, TurnEnded, TurnGiven
from fasilitaattori.workshop.moderation import ballots_of
from fasilitaattori.workshop.paper import PaperEntered, PaperTakenOut
from fasilitaattori.workshop.people import NumberRetired, PersonAdded, PersonRemoved
from fasilitaattori.workshop.reasons import ReasonGiven, ReasonRewritten
from fasilitaattori.workshop.record import RecordRewritten
from fasilitaattori.workshop.replica import Replica

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


_MANY_REMOVED = N_("puhelinten poistaminen")


@dataclass(frozen=True, slots=True)
class Act:
    """What would be undone or redone: `name` is a msgid, `vanishing` how many contributions would vanish with it, `removed`
    who is out of the workshop once it is done."""

    ids: tuple[str, ...]
    name: str
    vanishing: int = 0
    removed: tuple[int, ...] = ()
    made: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """The ids of what it made: what refers to them vanishes with it."""


def undoable(replica: Replica) -> Act | None:
    """What Ctrl+Z takes back now, or None."""
    act = next((act for act in _acts(replica) if not isinstance(act[0].body, Undone)), None)
    return _taken_back(replica, act) if act is not None else None


def with_sent(act: Act, sent: Sequence[Event]) -> Act:
    """What `undoable` gives when nothing but these came after it gave `act`, all of them from participants and alive: a full
    hall sends a great deal between two acts of the facilitator, and nobody need go through all of it again."""
    more = sum(_refers(event, act.made) for event in sent)
    return replace(act, vanishing=act.vanishing + more) if more else act


def act_of(replica: Replica, request: str) -> Act | None:
    """The act that was asked for with this request, whatever has been done since; of a redo the act it brought back. None
    when nothing of it counts any more, or it is nothing that can be undone."""
    wanted = _meant(replica, request)
    act = next((act for act in _acts(replica) if act[0].request == wanted and not isinstance(act[0].body, Undone)), None)
    return _taken_back(replica, act) if act is not None else None


def standing_on(replica: Replica, act: Act) -> str:
    """The name of the facilitator's newest act since `act` that would be left without its ground: it changed the same part of
    the workshop (of the people: the same person), or speaks of what `act` made. "" when there is none, so that `act` can be
    undone alone."""
    events = [replica.by_id[i] for i in act.ids if i in replica.by_id]
    if not events:
        return ""
    grounds, made = {_ground(replica, event) for event in events}, _made(events)
    newcomers = {event.body.number for event in events if isinstance(event.body, PersonAdded)}
    for later in _acts(replica):
        if later[0].order <= events[-1].order:
            break
        if isinstance(later[0].body, Undone):
            continue  # what it took back does not count
        if any(_ground(replica, e) in grounds or _refers(e, made) or _number(e) in newcomers for e in later):
            return _name(later)
    return ""


def _ground(replica: Replica, event: Event) -> str:
    """What an event changes: its part of the workshop. Of the people it is only the one it speaks of, or its own kind of fact;
    of the queue only the place of the one who asked, or whether phones may ask."""
    match event.body:
        case FloorAsked(number=number):
            return f"floor:{number}"
        case FloorOpened():
            return event.kind
        case FloorWithdrawn(of=of):
            asked = replica.by_id.get(of)
            return f"floor:{_number(asked)}" if asked is not None else event.part
    if event.part != "people":
        return event.part
    return f"people:{_number(event) or event.kind}"


def _number(event: Event) -> int:
    """The participant whom an event speaks of, 0 = none."""
    number: int = getattr(event.body, "number", 0)
    return number


def redoable(replica: Replica) -> Act | None:
    """What Ctrl+Y brings back now, or None: the last undoing after which nothing new was done."""
    for act in _acts(replica):
        undone = act[0].body
        if not isinstance(undone, Undone):
            return None
        target = replica.by_id.get(undone.ids[0]) if undone.ids else None
        if target is None or isinstance(target.body, Undone):
            continue  # this one was a redo
        events = [replica.by_id[i] for i in undone.ids if i in replica.by_id]
        return Act((act[0].id,), _name(events), removed=_removed(events, True))
    return None


def undo(act: Act) -> Command:
    """Take it back (or, for a redoable act, bring it back). Whoever is out after that has no ballot in an open box either: it
    is no fact that could be folded, so it is taken out here."""

    def command(state: "Workshop") -> list[Outcome]:
        if not act.ids:
            raise RuleViolation("nothing_to_undo")
        added = [person.number for person in state.people.all.values() if person.event in act.ids]
        ballots = [out for number in act.removed for out in ballots_of(state, number)]
        return [*ballots, Undone(list(act.ids)), *(NumberRetired(number) for number in added)]

    return command


def _acts(replica: Replica) -> Iterator[list[Event]]:
    """The facilitator's acts that count and can be undone, newest first, each with all its events in log order. What went into
    a box that has been counted since cannot be taken out of it any more, nor can what was written anew without a name."""
    act: list[Event] = []
    counted: set[str] = set()
    anew: set[tuple[str, str]] = set()
    for event in reversed(replica.events):
        if event.author is not None or event.id in replica.dead:
            continue
        of = getattr(event.body, "of", "")
        anew |= {(event.part, one) for one in _rewritten(event.body)}
        if event.body.FINAL and of:
            counted.add(of)
        elif isinstance(event.body, PaperEntered | PaperTakenOut) and of in counted:
            continue
        if act and event.request != act[0].request:
            if _can_go(replica, act, anew):
                yield act[::-1]
            act = []
        act.append(event)
    if _can_go(replica, act, anew):
        yield act[::-1]


def _can_go(replica: Replica, act: Sequence[Event], anew: AbstractSet[tuple[str, str]]) -> bool:
    """Can this act be taken back (or brought back), and whole? `anew` are the parts and ids of what was written anew
    since."""
    meant = [event for event in act if not isinstance(event.body, Undone)]
    meant += [replica.by_id[i] for event in act if isinstance(event.body, Undone) for i in event.body.ids if i in replica.by_id]
    fixed = any((e.part, told) in anew for e in meant for told in (e.id, e.kind, _subject(e.body)))
    return not fixed and any(event.body.UNDO for event in act)


def _subject(body: Body) -> str:
    """What an event speaks of, as it is named where it is written anew."""
    match body:
        case SectionEdited(section=section):
            return f"{SectionEdited.KIND}/{section}"
        case ReasonGiven(of=of):
            return f"{ReasonGiven.KIND}/{of}"
    told: str = getattr(body, "of", "")
    return told


def _rewritten(body: Body) -> list[str]:
    """Whatever this says anew for good: ids, or the kind of event that it stands for."""
    match body:
        case ReasonRewritten(of=of):
            return [f"{ReasonGiven.KIND}/{of}"]
        case SectionsRewritten(sections=sections):
            return [f"{SectionEdited.KIND}/{section}" for section in sections]
        case CheckingsRewritten(checks=checks):
            return [check.id for check in checks]
        case RecordRewritten(entries=entries):
            return [entry.id for entry in entries]
        case AnswersRewritten(answers=answers):
            return [answer.of for answer in answers]
        case WhatNextRewritten():
            return [WhatNext.KIND]
        case _:
            return []


def _name(act: Sequence[Event]) -> str:
    """The name of an act: that of its most telling event (starting a step tells more than closing the one before)."""
    if len(_removed(act, True)) > 1:
        return _MANY_REMOVED
    telling = sorted((event for event in act if event.body.UNDO), key=lambda event: event.part == "run")
    return telling[-1].body.UNDO if telling else ""


def _taken_back(replica: Replica, act: Sequence[Event]) -> Act:
    kept = tuple(event.id for event in act if not event.body.FINAL and not _overtaken(replica, event, act))
    return Act(kept, _name(act), _vanishing(replica, act), _removed(act, False), frozenset(_made(act)))


def _overtaken(replica: Replica, event: Event, act: Sequence[Event]) -> bool:
    """Is this the end of a turn, after which somebody else has got the floor? Taking out a phone ends its turn; letting it back
    while another speaks is nothing of the floor's any more, and the turn stays as long as it was."""
    if not isinstance(event.body, TurnEnded) or len(act) == 1:
        return False
    later = takewhile(lambda each: each.order > event.order, reversed(replica.events))
    return any(isinstance(each.body, TurnGiven) and each.id not in replica.dead for each in later)


def _meant(replica: Replica, request: str) -> str:
    """The request itself; for a redo that of the act it brought back."""
    event = next((event for event in reversed(replica.events) if event.request == request), None)
    while event is not None and isinstance(event.body, Undone):
        event = replica.by_id.get(event.body.ids[0]) if event.body.ids else None
    return event.request if event is not None else ""


def _made(act: Sequence[Event]) -> set[str]:
    """The ids of what this act made."""
    return {event.id for event in act} | {e.body.plan.id for e in act if isinstance(e.body, StepAdded)}


def _removed(act: Sequence[Event], removed: bool) -> tuple[int, ...]:
    """Whom this act removed (or let back)."""
    return tuple(e.body.number for e in act if isinstance(e.body, PersonRemoved) and e.body.removed is removed)


def _vanishing(replica: Replica, act: Sequence[Event]) -> int:
    """How many participants' contributions refer to something this act made."""
    made = _made(act)
    first = act[0].order
    later = (e for e in reversed(replica.events) if e.id not in replica.dead and e.author is not None)
    count = 0
    for event in later:
        if event.order <= first:
            break
        count += _refers(event, made)
    return count


def _refers(event: Event, made: AbstractSet[str]) -> bool:
    return event.step in made or not made.isdisjoint(_references(event.body))


def _references(body: Body) -> Iterator[str]:
    for name in body.__struct_fields__:
        value = getattr(body, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (item for item in value if isinstance(item, str))
