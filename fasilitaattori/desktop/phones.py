"""How the phones of the evening are, in words: the same on the status bar, on the live desk and in the list of people.

It tells who can be reached, never who has answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fasilitaattori.desktop.services import PhoneState
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.people import Person
from fasilitaattori.workshop.state import Workshop

HERE, AWAY, LOST = "here", "away", "lost"
MINUTE, HOUR = 60, 3600
Presence = Mapping[int, PhoneState]


@dataclass(frozen=True, slots=True)
class Counts:
    """Phones that are in (nobody has removed them, and their people have not left), by how they are."""

    here: int = 0
    away: int = 0
    lost: int = 0

    @property
    def total(self) -> int:
        """All that are in."""
        return self.here + self.away + self.lost

    @property
    def gone(self) -> int:
        """Those that nobody looks at just now."""
        return self.away + self.lost


def phones_of(state: Workshop) -> list[Person]:
    """Those who are in by phone, in the order they came."""
    return [person for person in state.people.present() if person.by_phone]


def state_of(number: int, presence: Presence) -> str:
    """HERE, AWAY or LOST; somebody the room has not heard of is lost."""
    phone = presence.get(number)
    return phone.state if phone is not None else LOST


def count(state: Workshop, presence: Presence) -> Counts:
    """How many are here, away and lost."""
    found = [state_of(person.number, presence) for person in phones_of(state)]
    return Counts(found.count(HERE), found.count(AWAY), found.count(LOST))


def in_reach(state: Workshop, presence: Presence) -> int:
    """How many phones are heard of, whether somebody looks at them or not."""
    counts = count(state, presence)
    return counts.here + counts.away


def total_words(counts: Counts, tr: Translator) -> str:
    """22 puhelinta."""
    return tr.n("{n} puhelin", "{n} puhelinta", counts.total)


def gone_words(counts: Counts, tr: Translator) -> str:
    """3 poissa; "" when everybody is here."""
    return tr.n("{n} poissa", "{n} poissa", counts.gone) if counts.gone else ""


def lost_words(counts: Counts, tr: Translator) -> str:
    """1 yhteys poikki; "" when none is."""
    return tr.n("{n} yhteys poikki", "{n} yhteyttä poikki", counts.lost) if counts.lost else ""


def counts_words(counts: Counts, tr: Translator) -> str:
    """22 puhelinta: 19 paikalla, 2 taustalla, 1 yhteys poikki."""
    if not counts.total:
        return total_words(counts, tr)
    parts = [tr.n("{n} paikalla", "{n} paikalla", counts.here)]
    if counts.away:
        parts.append(tr.n("{n} taustalla", "{n} taustalla", counts.away))
    if counts.lost:
        parts.append(lost_words(counts, tr))
    return tr("{phones}: {states}", phones=total_words(counts, tr), states=", ".join(parts))


def phone_words(phone: PhoneState | None, tr: Translator) -> str:
    """paikalla, taustalla 2 min, yhteys poikki 45 s; and whether its page has no script."""
    if phone is None:
        return tr("yhteys poikki")
    if phone.state == AWAY:  # under a minute it would only count seconds at everybody who glances at another page
        words = tr("taustalla {time}", time=_time(phone.seconds, tr)) if phone.seconds >= MINUTE else tr("taustalla")
    elif phone.state == LOST:
        words = tr("yhteys poikki {time}", time=_time(phone.seconds, tr))
    else:
        words = tr("paikalla")
    return words if phone.scripts else tr("{state}, ilman skriptiä", state=words)


def _time(seconds: int, tr: Translator) -> str:
    if seconds < MINUTE:
        return tr("{n} s", n=seconds)
    return tr("{n} min", n=seconds // MINUTE) if seconds < HOUR else tr("{n} h", n=seconds // HOUR)


LOOKS: dict[str, tuple[str, str]] = {
    HERE: ("check-circle", "kuusi"),
    AWAY: ("moon", "ink2"),
    LOST: ("wifi-slash", "savi"),
}
"""State of a phone -> (icon, colour) that stand beside its word."""
