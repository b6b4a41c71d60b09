"""Who may take part: the facilitator closes the door, silences a phone, takes it out, lets it back; and somebody who was in
comes back on another device."""

from typing import TYPE_CHECKING

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.checkingfacts import DROPPED, CorrectionSettled
from fasilitaattori.workshop.events import At, Command, Discard, Outcome
from fasilitaattori.workshop.floor import FloorWithdrawn, TurnEnded
from fasilitaattori.workshop.people import DoorSet, Person, PersonMuted, PersonRemoved, PhoneAdded

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop


def set_door(value: bool) -> Command:
    """Let new people come in by phone, or not. Who is in stays in, and gets back in."""

    def command(state: "Workshop") -> list[Outcome]:
        return [DoorSet(value)] if state.people.door_open != value else []

    return command


def mute(number: int, muted: bool = True) -> Command:
    """Nothing this phone sends is seen or heard in the room (or it is again); ballots and answers are taken as before.
    RuleViolation: unknown_person."""

    def command(state: "Workshop") -> list[Outcome]:
        return [PersonMuted(number, muted)] if _need(state, number).muted != muted else []

    return command


def remove_person(number: int) -> Command:
    """Take a phone out of the workshop, with what it has pending: notes that wait for approval, corrections of the summary that
    nobody has settled, its place in the queue, its turn, its ballot in an open box. What is on the wall stays for the
    facilitator to judge. RuleViolation: unknown_person.

    With the ballot go the requests that brought it: a phone that is let back and sends its vote again, because the answer
    never reached it, casts anew. Were it told "saved before", it would drop the vote and nobody would have it."""

    def command(state: "Workshop") -> list[Outcome]:
        if _need(state, number).removed:
            return []
        out: list[Outcome] = [At(a.step, FloorWithdrawn(a.id)) for a in state.floor.waiting.values() if a.number == number]
        speaking = state.floor.speaking
        if speaking is not None and speaking.asking.number == number:
            out.append(TurnEnded())
        for step in state.plan.steps():
            out += state.models[step.tool].leaving(state, step, number)
        if not state.closing.approved:
            out += corrections_of(state, number)
        return [*out, PersonRemoved(number)]  # last: undo takes the name of the last

    return command


def restore_person(number: int) -> Command:
    """Let a removed phone take part again; its ballot must be given anew. RuleViolation: unknown_person."""

    def command(state: "Workshop") -> list[Outcome]:
        return [PersonRemoved(number, False)] if _need(state, number).removed else []

    return command


def corrections_of(state: "Workshop", number: int) -> list[Outcome]:
    """Drops the corrections of the summary by this person that nobody has settled."""
    return [
        CorrectionSettled(check.id, correction.id, DROPPED)
        for check in state.checking.all.values()
        for correction in check.unsettled
        if correction.author == number
    ]


def ballots_of(state: "Workshop", number: int) -> list[Outcome]:
    """Takes this person's ballots out of every open box."""
    pending = (out for step in state.plan.steps() for out in state.models[step.tool].leaving(state, step, number))
    return [out for out in pending if isinstance(out, Discard)]


def ballots_of_removed(state: "Workshop", box: str) -> list[Outcome]:
    """Takes out of an open box, before it is counted, what a removed person has put there since: what is undone or redone
    elsewhere (another laptop, a log folded anew) looks into no box."""
    return [Discard(box, person.number) for person in state.people.all.values() if person.removed]


def add_phone(number: int, token_hash: str) -> Command:
    """Somebody who is in comes back on another device or address. RuleViolation: unknown_person, removed."""

    def command(state: "Workshop") -> list[Outcome]:
        if _need(state, number).removed:
            raise RuleViolation("removed")
        return [PhoneAdded(number, token_hash)]

    return command


def check_may_send(state: "Workshop", step: "Step", kind: str, number: int) -> None:
    """RuleViolation: unknown_person, removed, muted (only for what the room would see or hear)."""
    person = _need(state, number)
    if person.removed:
        raise RuleViolation("removed")
    send = state.models[step.tool].sends.get(kind)
    if person.muted and send is not None and send.public:
        raise RuleViolation("muted")


def _need(state: "Workshop", number: int) -> Person:
    person = state.people.get(number)
    if person is None:
        raise RuleViolation("unknown_person")
    return person
