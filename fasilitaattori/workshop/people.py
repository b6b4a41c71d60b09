"""Who is here. The only place where names live: erasing a person blanks the events of this part."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import naming
from fasilitaattori.workshop.events import Body, Command, Erase, Event, Outcome

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MAX_NAME = 60
MAX_HEADCOUNT = 5000
MAX_PHONES = 2000  # in one workshop; ten times a large hall. More can only be a script
BY_PHONE, BY_HAND = "phone", "hand"
_JOINERS = "\u200c\u200d"  # invisible, but Persian, Hindi and composed emoji are misspelt without them


class _People(Body, frozen=True):
    PART: ClassVar[str] = "people"


class PersonJoined(_People, frozen=True):
    """A phone joined. `token` is the SHA-256 (hex) of its capability address, never the address itself."""

    number: int
    name: str
    language: str
    token: str
    name_in_minutes: bool = False
    KIND: ClassVar[str] = "people.joined"


class PersonAdded(_People, frozen=True):
    """The facilitator added somebody without a phone (a person or a table)."""

    number: int
    name: str
    KIND: ClassVar[str] = "people.added"
    UNDO: ClassVar[str] = N_("osallistujan lisäys")


class PersonChanged(_People, frozen=True):
    """Name, language, presence or the leave to print the name changed. None = as it was."""

    number: int
    name: str | None = None
    language: str | None = None
    present: bool | None = None
    name_in_minutes: bool | None = None
    KIND: ClassVar[str] = "people.changed"
    UNDO: ClassVar[str] = N_("osallistujan muutos")


class Counted(_People, frozen=True):
    """How many people without a phone are in the room, counted by hand."""

    headcount: int
    KIND: ClassVar[str] = "people.counted"
    UNDO: ClassVar[str] = N_("väkimäärän muutos")


class NumberRetired(_People, frozen=True):
    """Nobody gets this number any more: somebody erased had it, or somebody whose adding was undone (and may be redone).
    `came`: somebody who was there is still counted, though nothing is known of them: BY_PHONE or BY_HAND."""

    number: int
    came: str = ""
    KIND: ClassVar[str] = "people.number_retired"


class PhoneAdded(_People, frozen=True):
    """Somebody came back on another device or address; the earlier addresses stay good. `token` as in PersonJoined."""

    number: int
    token: str
    KIND: ClassVar[str] = "people.phone_added"


class DoorSet(_People, frozen=True):
    """New people may come in by phone, or may not. Who is in stays in."""

    open: bool
    KIND: ClassVar[str] = "people.door_set"
    UNDO: ClassVar[str] = N_("liittymisen avaaminen tai sulkeminen")


class PersonMuted(_People, frozen=True):
    """Nothing this phone sends is seen or heard in the room, or it is again. Ballots and answers are taken as before."""

    number: int
    muted: bool
    KIND: ClassVar[str] = "people.muted"
    UNDO: ClassVar[str] = N_("puhelimen hiljentäminen")


class PersonRemoved(_People, frozen=True):
    """This phone is out of the workshop, until this is undone or taken back."""

    number: int
    removed: bool = True
    KIND: ClassVar[str] = "people.removed"
    UNDO: ClassVar[str] = N_("puhelimen poistaminen")


@dataclass(slots=True)
class Person:
    """A participant. `number` is what the log knows them by; `name` may be ""; `token` is that of their first phone."""

    number: int
    name: str
    language: str
    by_phone: bool
    token: str = ""
    present: bool = True
    name_in_minutes: bool = False
    event: str = ""
    muted: bool = False
    removed: bool = False


@dataclass(slots=True)
class People:
    """Everybody who came, by number; `highest` is the highest number anybody has had, `by_token` has all their addresses."""

    all: dict[int, Person] = field(default_factory=dict)
    highest: int = 0
    by_token: dict[str, int] = field(default_factory=dict)
    headcount: int = 0
    door_open: bool = True
    erased: list[str] = field(default_factory=list)  # how those came whose names are gone

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case PersonJoined(number=n, name=name, language=language, token=token, name_in_minutes=allowed):
                if n not in self.all:
                    self.all[n] = Person(n, name, language, True, token, True, allowed, event.id)
                    self.by_token[token] = n
                    self.highest = max(self.highest, n)
            case PersonAdded(number=n, name=name):
                if n not in self.all:
                    self.all[n] = Person(n, name, "", False, event=event.id)
                    self.highest = max(self.highest, n)
            case NumberRetired(number=n, came=came):
                self.highest = max(self.highest, n)
                self.erased += [came] if came else []
            case PersonChanged(number=n) as change:
                person = self.all.get(n)
                if person is not None:
                    for key in ("name", "language", "present", "name_in_minutes"):
                        value = getattr(change, key)
                        if value is not None:
                            setattr(person, key, value)
            case Counted(headcount=count):
                self.headcount = count
            case PhoneAdded(number=n, token=token):
                if n in self.all:
                    self.by_token.setdefault(token, n)
            case DoorSet(open=value):
                self.door_open = value
            case PersonMuted(number=n, muted=value) if n in self.all:
                self.all[n].muted = value
            case PersonRemoved(number=n, removed=value) if n in self.all:
                self.all[n].removed = value

    def get(self, number: int | None) -> Person | None:
        """The person, or None."""
        return self.all.get(number) if number is not None else None

    def by_capability(self, token_hash: str) -> Person | None:
        """The person whose phone has the address with this hash, removed or not."""
        return self.all.get(self.by_token.get(token_hash, -1))

    def shown_name(self, number: int | None) -> str:
        """The name, with a running number when several share it ("Helmi 2"); "" without a name."""
        person = self.get(number)
        if person is None or not person.name:
            return ""
        same = [p.number for p in self.all.values() if p.name.casefold() == person.name.casefold()]
        place = sorted(same).index(person.number)
        return person.name if place == 0 else f"{person.name} {place + 1}"

    def present(self) -> list[Person]:
        """Those here now, in the order they came."""
        return [self.all[n] for n in sorted(self.all) if self.all[n].present and not self.all[n].removed]

    def count(self) -> int:
        """How many came: phones plus those counted by hand, or those added by hand when they are more. Removed ones are not
        counted."""
        by_hand = sum(1 for p in self.all.values() if not p.by_phone and not p.removed) + self.erased.count(BY_HAND)
        return self.phones() + max(self.headcount, by_hand)

    def phones(self) -> int:
        """How many took part by phone. Removed ones are not counted."""
        return sum(1 for p in self.all.values() if p.by_phone and not p.removed) + self.erased.count(BY_PHONE)

    @property
    def is_full(self) -> bool:
        """Is there no room for another phone? Removed ones have made room."""
        return len(self.all) >= MAX_PHONES and sum(1 for p in self.all.values() if p.by_phone and not p.removed) >= MAX_PHONES

    def next_number(self) -> int:
        """A number nobody has had."""
        return self.highest + 1


def events_about(events: Iterable[Event], number: int) -> list[str]:
    """Ids of everything that says something of this person, undone or not."""
    told = (PersonJoined, PersonAdded, PersonChanged, PhoneAdded, PersonMuted, PersonRemoved)
    return [event.id for event in events if isinstance(event.body, told) and event.body.number == number]


def clean_name(name: str) -> str:
    """A name on one line without control characters. RuleViolation("too_long")."""
    clean = " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in name).split()).strip(_JOINERS + " ")
    if len(clean) > MAX_NAME:
        raise RuleViolation("too_long", limit=MAX_NAME)
    return clean


# --- commands ------------------------------------------------------------------------------------------------------


def join(name: str, language: str, token_hash: str, name_in_minutes: bool = False) -> Command:
    """A phone joins. RuleViolation: join_closed when the workshop is over, door_closed, full, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.run.phase == "ended":
            raise RuleViolation("join_closed")
        if not state.people.door_open:
            raise RuleViolation("door_closed")
        if state.people.is_full:
            raise RuleViolation("full", limit=MAX_PHONES)
        number = state.people.next_number()
        return [PersonJoined(number, clean_name(name), language, token_hash, name_in_minutes)]

    return command


def add_person(name: str) -> Command:
    """Add somebody without a phone."""

    def command(state: "Workshop") -> list[Outcome]:
        clean = clean_name(name)
        if not clean:
            raise RuleViolation("empty_text")
        return [PersonAdded(state.people.next_number(), clean)]

    return command


def change_person(
    number: int,
    *,
    name: str | None = None,
    language: str | None = None,
    present: bool | None = None,
    name_in_minutes: bool | None = None,
) -> Command:
    """Change what is known of a person."""

    def command(state: "Workshop") -> list[Outcome]:
        if state.people.get(number) is None:
            raise RuleViolation("unknown_person")
        clean = None if name is None else clean_name(name)
        return [PersonChanged(number, clean, language, present, name_in_minutes)]

    return command


def set_headcount(count: int) -> Command:
    """How many without a phone are here."""

    def command(state: "Workshop") -> list[Outcome]:
        if not 0 <= count <= MAX_HEADCOUNT:
            raise RuleViolation("bad_number")
        return [Counted(count)] if count != state.people.headcount else []

    return command


def erase_person(number: int) -> Command:
    """Blank the name and everything else known of a person on disk, for good. Their contributions stay without a name, and
    wherever it has been written down "a participant" takes its place. After the evening they are still counted."""

    def command(state: "Workshop") -> list[Outcome]:
        person = state.people.get(number)
        if person is None:
            raise RuleViolation("unknown_person")
        instead = translator(state.info.language)("osallistuja")
        over = state.run.phase == "ended" and not person.removed  # before that they come again, or leave
        came = "" if not over else BY_PHONE if person.by_phone else BY_HAND
        return [Erase(number, person.name), NumberRetired(number, came), *naming.rewritten(state, person.name, instead)]

    return command
