"""Somebody's name in what the hall has checked: found, and taken out when that person is erased."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict

import msgspec

from fasilitaattori.workshop.checking import Check, Checking
from fasilitaattori.workshop.checkingfacts import (
    CorrectionHeard,
    CorrectionSettled,
    KeptCheck,
    KeptCorrection,
    KeptPoint,
    Mark,
    PointMended,
    PointsMarked,
    SummaryPutUp,
)
from fasilitaattori.workshop.events import Body, Event
from fasilitaattori.workshop.record import names, unnamed


def checkings_naming(events: Iterable[Event], name: str) -> list[str]:
    """Ids of everything said in a checking that has this name in it, undone or not."""
    return [event.id for event in events if name and any(names(text, name) for text in _texts(event.body))]


def mentions(checking: Checking, name: str) -> list[str]:
    """The points and corrections that have this name in them."""
    return [text for check in checking.all.values() for text in _told(check) if names(text, name)]


def without_name(checking: Checking, name: str, instead: str) -> list[KeptCheck]:
    """The checkings that have this name in them, with other words in its place."""
    if not name:
        return []
    told = [check for check in checking.all.values() if any(names(text, name) for text in (*_told(check), *_quiet(check)))]
    return [_kept(check, name, instead) for check in told]


def _texts(body: Body) -> Iterator[str]:
    match body:
        case SummaryPutUp(points=points):
            yield from (text for point in points for text in (point.text, point.who))
        case PointsMarked(marks=marks):
            yield from (mark.words for mark in marks.values())
        case CorrectionHeard(words=words):
            yield words
        case PointMended(text=text, who=who):
            yield from (text, who)
        case CorrectionSettled(why=why):
            yield why


def _told(check: Check) -> Iterator[str]:
    yield from (text for point in check.points.values() for text in (point.text, point.who))
    yield from (each.words for each in check.corrections.values())


def _quiet(check: Check) -> Iterator[str]:
    """What is kept beside: first wordings, reasons, words of marks."""
    yield from (point.first for point in check.points.values())
    yield from (each.why for each in check.corrections.values())
    yield from (mark.words for marks in check.marks.values() for mark in marks.values())


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
