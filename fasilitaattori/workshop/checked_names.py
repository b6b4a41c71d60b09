"""Somebody's name in what the hall has checked: found, and taken out when that person is erased."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

import msgspec

from fasilitaattori.workshop.checking import Check, Checking
from fasilitaattori.workshop.checkingfacts import KeptCheck, KeptCorrection, KeptPoint, Mark, texts_of
from fasilitaattori.workshop.events import Event
from fasilitaattori.workshop.record import names, unnamed


def checkings_naming(events: Iterable[Event], name: str) -> list[str]:
    """Ids of everything said in a checking that has this name in it, undone or not."""
    return [event.id for event in events if name and any(names(text, name) for text in texts_of(event.body))]


def mentions(checking: Checking, name: str) -> list[str]:
    """The points and corrections that have this name in them."""
    return [text for check in checking.all.values() for text in _told(check) if names(text, name)]


def without_name(checking: Checking, name: str, instead: str) -> list[KeptCheck]:
    """The checkings in which this name has ever been said, with other words in its place: what stands in the log is blanked,
    and with it what else was said in the same breath."""
    if not name:
        return []
    told = [check for check in checking.all.values() if any(names(text, name) for text in check.spoken)]
    return [_kept(check, name, instead) for check in told]


def _told(check: Check) -> Iterator[str]:
    yield from (text for point in check.points.values() for text in (point.text, point.who))
    yield from (each.words for each in check.corrections.values())


def _kept(check: Check, name: str, instead: str) -> KeptCheck:
    def clean(text: str) -> str:
        return unnamed(text, name, instead)

    points = [
        KeptPoint(**{**asdict(one), "text": clean(one.text), "who": clean(one.who), "first": clean(one.first)})
        for one in check.points.values()
    ]
    corrections = [
        KeptCorrection(**{**asdict(one), "words": clean(one.words), "why": clean(one.why)})
        for one in check.corrections.values()
    ]
    marks: dict[str, dict[str, Mark]] = {
        str(number): {point: msgspec.structs.replace(mark, words=clean(mark.words)) for point, mark in given.items()}
        for number, given in check.marks.items()
    }
    return KeptCheck(check.id, check.at, check.ms, points, marks, corrections, check.hands, check.ended_at, check.nameless)
