"""What the list of people says, line by line: pure, so that three hundred people can be gone through every second.

It tells who is here and how their phones are. It is never told who has answered, so that it cannot show it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from fasilitaattori.desktop import phones
from fasilitaattori.desktop.phones import AWAY, HERE, LOOKS, LOST, Presence
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.people import Person
from fasilitaattori.workshop.state import Workshop

TROUBLE, AWAY_NOW, HERE_NOW, BY_HAND, LEFT, HEADING, REMOVED = range(7)
"""The groups of the list from top to bottom: what needs a look stands first, the removed ones last, under their heading."""

NO_ONE = 0
"""The number of a heading; people are numbered from 1."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `given` is the name as it was given; `how` tells of the phone in words, `icon` and `tone` stand beside them. A
    heading has `name` alone."""

    group: int
    number: int
    name: str
    given: str = ""
    how: str = ""
    icon: str = ""
    tone: str = "ink"
    by_phone: bool = False
    present: bool = True
    allowed: bool = False
    muted: bool = False
    scripts: bool = True
    turns: int = 0

    @property
    def is_heading(self) -> bool:
        return self.number == NO_ONE

    @property
    def removed(self) -> bool:
        return self.group == REMOVED

    def differs_by_phone(self, other: Line) -> bool:
        """Is there no other difference than how the phone is?"""
        same = replace(other, group=self.group, how=self.how, icon=self.icon, tone=self.tone, scripts=self.scripts)
        return same == self and self.removed == other.removed


def lines_of(state: Workshop, presence: Presence | None, tr: Translator) -> list[Line]:
    """Everybody, in the order of the list. `presence` None = no room is open, so nothing is known of the phones."""
    names = _names(state, tr)
    turns = Counter(turn.asking.number for turn in state.floor.turns if not turn.asking.reply)
    lines = [_line(person, names[person.number], turns[person.number], presence, tr) for person in state.people.all.values()]
    removed = sum(line.removed for line in lines)
    if removed:
        lines.append(Line(HEADING, NO_ONE, tr.n("{n} poistettu puhelin", "{n} poistettua puhelinta", removed)))
    return sorted(lines, key=lambda line: (line.group, line.number))


def _line(person: Person, name: str, turns: int, presence: Presence | None, tr: Translator) -> Line:
    group, how, icon, tone = _how(person, presence, tr)
    phone = presence.get(person.number) if presence is not None else None
    return Line(
        group,
        person.number,
        name,
        person.name,
        how,
        icon,
        tone,
        person.by_phone,
        person.present,
        person.name_in_minutes,
        person.muted,
        phone is None or phone.scripts,
        turns,
    )


def _how(person: Person, presence: Presence | None, tr: Translator) -> tuple[int, str, str, str]:
    """(group, words, icon, tone) of how somebody's phone is."""
    if person.removed:
        return REMOVED, tr("poistettu"), "x", "ink2"
    if not person.present:
        return LEFT, tr("lähtenyt"), "arrow-right", "ink2"
    if not person.by_phone:
        return BY_HAND, tr("ilman puhelinta"), "hand-palm", "ink2"
    if presence is None:
        return HERE_NOW, tr("puhelimella"), "device-mobile", "ink2"
    state = phones.state_of(person.number, presence)
    words = phones.phone_words(presence.get(person.number), tr)
    return {LOST: TROUBLE, AWAY: AWAY_NOW, HERE: HERE_NOW}[state], words, *LOOKS[state]


def _names(state: Workshop, tr: Translator) -> dict[int, str]:
    """Everybody's shown name ("Helmi 2") in one pass; asking for each would go through all people for each of them."""
    seen: Counter[str] = Counter()
    names: dict[int, str] = {}
    for number in sorted(state.people.all):
        name = state.people.all[number].name
        if not name:
            names[number] = tr("Osallistuja {n}", n=number)
            continue
        key = name.casefold()
        seen[key] += 1
        names[number] = name if seen[key] == 1 else f"{name} {seen[key]}"
    return names
