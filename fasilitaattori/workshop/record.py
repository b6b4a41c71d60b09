"""The record: notes, decisions and actions, each tied to the step and time in which it was made."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import At, Body, Command, Event, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

NOTE, DECISION, ACTION = "note", "decision", "action"
MAX_TEXT = 4000
MAX_WHO, MAX_DUE = 200, 120
_ENDINGS = "[':’]?(?:n|s|a|ä|ta|tä|na|nä|in|ksi|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|kin|ko|kö)"  # untranslated: endings
"""What Finnish, Swedish and English put at the end of a name."""
_CASES = "ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|ksi"  # untranslated: the same of names that end in -nen
_OF_NEN = f"s(?:e(?:e?n|t|n[aä]|{_CASES})|t[aä]|ten|i(?:[aä]|en|{_CASES}))"  # untranslated: as above
_DOUBLED = re.compile("(?:kk|pp|tt)[aeiouyäö]$")  # untranslated: one of the two goes in Matin, Pekan, Heikillä
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but tab and line feed


class _Record(Body, frozen=True):
    PART: ClassVar[str] = "record"


class Recorded(_Record, frozen=True):
    """A note, decision or action. `who` and `due` belong to an action."""

    entry: str
    text: str
    who: str = ""
    due: str = ""
    KIND: ClassVar[str] = "record.added"
    UNDO: ClassVar[str] = N_("kirjaus")


class RecordEdited(_Record, frozen=True):
    """An entry was corrected."""

    of: str
    text: str
    who: str = ""
    due: str = ""
    KIND: ClassVar[str] = "record.edited"
    UNDO: ClassVar[str] = N_("kirjauksen muutos")


class RecordRemoved(_Record, frozen=True):
    """An entry was taken out."""

    of: str
    KIND: ClassVar[str] = "record.removed"
    UNDO: ClassVar[str] = N_("kirjauksen poisto")


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """An entry as it stands, with its id and its place in time."""

    id: str
    kind: str
    text: str
    at: str
    who: str = ""
    due: str = ""
    step: str | None = None


class RecordRewritten(_Record, frozen=True):
    """Entries written anew without the name of somebody who was erased; what they said before is blanked on disk."""

    entries: list[Kept]
    KIND: ClassVar[str] = "record.rewritten"


@dataclass(slots=True)
class Entry:
    """One entry; `at` wall time (ISO), `step` may be None (before or after the evening). `earlier` is what it said before: that
    stands in the log, and whoever is erased may be named in it."""

    id: str
    kind: str
    text: str
    who: str
    due: str
    step: str | None
    at: str
    earlier: tuple[str, ...] = ()


@dataclass(slots=True)
class Record:
    """All entries in the order they were made."""

    by_id: dict[str, Entry] = field(default_factory=dict)

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case Recorded(entry=kind, text=text, who=who, due=due):
                self.by_id.setdefault(event.id, Entry(event.id, kind, text, who, due, event.step, event.at))
            case RecordEdited(of=of, text=text, who=who, due=due):
                entry = self.by_id.get(of)
                if entry is not None:
                    entry.earlier += (entry.text, entry.who)
                    entry.text, entry.who, entry.due = text, who, due
            case RecordRemoved(of=of):
                self.by_id.pop(of, None)
            case RecordRewritten(entries=entries):
                for one in entries:
                    self.by_id.pop(one.id, None)
                    self.by_id[one.id] = Entry(one.id, one.kind, one.text, one.who, one.due, one.step, one.at)
                self.by_id = dict(sorted(self.by_id.items(), key=lambda item: _moment(item[1].at)))

    @property
    def entries(self) -> list[Entry]:
        return list(self.by_id.values())

    def of_kind(self, kind: str, step_id: str | None = None) -> list[Entry]:
        """Entries of a kind, of one step when given."""
        return [e for e in self.by_id.values() if e.kind == kind and (step_id is None or e.step == step_id)]


def _moment(at: str) -> float:
    """A wall time as seconds; what cannot be read comes first."""
    try:
        return datetime.fromisoformat(at).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def clean_text(text: str, limit: int = MAX_TEXT) -> str:
    """Text without control characters and outer spaces. RuleViolation: empty_text, too_long."""
    clean = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if not clean:
        raise RuleViolation("empty_text")
    if len(clean) > limit:
        raise RuleViolation("too_long", limit=limit)
    return clean


def names(text: str, name: str) -> bool:
    """Does the text have this name in it, as it is or inflected?"""
    return bool(name) and _pattern(name).search(text) is not None


def events_naming(events: Iterable[Event], name: str) -> list[str]:
    """Ids of everything in the record that has this name in it, undone or not."""
    return [event.id for event in events if name and any(names(text, name) for text in _texts(event.body))]


def _texts(body: Body) -> Iterator[str]:
    match body:
        case Recorded(text=text, who=who) | RecordEdited(text=text, who=who):
            yield from (text, who)
        case RecordRewritten(entries=entries):
            yield from (text for one in entries for text in (one.text, one.who))


def without_name(record: Record, name: str, instead: str) -> list[Kept]:
    """The entries that have or had this name in them, with other words in its place: what stands in the log is blanked. Those
    of the same moment too, so that they keep their order."""
    moments = {one.at for one in record.entries if any(names(text, name) for text in (one.text, one.who, *one.earlier))}
    found = [one for one in record.entries if one.at in moments]
    return [
        Kept(one.id, one.kind, unnamed(one.text, name, instead), one.at, unnamed(one.who, name, instead), one.due, one.step)
        for one in found
    ]


def unnamed(text: str, name: str, instead: str) -> str:
    """The text with other words in the place of this name."""
    return _pattern(name).sub(instead, text)


def _pattern(name: str) -> re.Pattern[str]:
    shapes = [rf"{re.escape(name)}(?:{_ENDINGS})?"]
    if name.endswith("nen"):
        shapes.append(rf"{re.escape(name[:-3])}(?:{_OF_NEN})")
    elif _DOUBLED.search(name):
        shapes.append(rf"{re.escape(name[:-2] + name[-1])}(?:{_ENDINGS})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)")


def clean_line(text: str, limit: int) -> str:
    """One line without control characters and needless spaces; it may be empty. RuleViolation: too_long."""
    clean = " ".join(_CONTROLS.sub(" ", text).split())
    if len(clean) > limit:
        raise RuleViolation("too_long", limit=limit)
    return clean


# --- commands ------------------------------------------------------------------------------------------------------


def _add(entry: str, text: str, who: str = "", due: str = "") -> Command:
    def command(state: "Workshop") -> list[Outcome]:
        body = Recorded(entry, clean_text(text), clean_line(who, MAX_WHO), clean_line(due, MAX_DUE))
        last = state.run.visits[-1].step if state.run.visits else None
        return [At(last, body)] if last else [body]

    return command


def note(text: str) -> Command:
    """An observation, without names."""
    return _add(NOTE, text)


def decide(text: str) -> Command:
    """What was decided or agreed."""
    return _add(DECISION, text)


def act(what: str, who: str = "", due: str = "") -> Command:
    """An action: what, who, by when (as people say it)."""
    return _add(ACTION, what, who, due)


def edit_entry(entry_id: str, text: str, who: str = "", due: str = "") -> Command:
    """Correct an entry."""

    def command(state: "Workshop") -> list[Outcome]:
        entry = state.record.by_id.get(entry_id)
        if entry is None:
            raise RuleViolation("no_entry")
        new = (clean_text(text), clean_line(who, MAX_WHO), clean_line(due, MAX_DUE))
        return [] if new == (entry.text, entry.who, entry.due) else [RecordEdited(entry_id, *new)]

    return command


def remove_entry(entry_id: str) -> Command:
    """Take an entry out."""

    def command(state: "Workshop") -> list[Outcome]:
        if entry_id not in state.record.by_id:
            raise RuleViolation("no_entry")
        return [RecordRemoved(entry_id)]

    return command
