"""Evenings of two sizes whose minutes are measured: a usual one and one larger than any hall."""

from typing import NamedTuple

from fasilitaattori.document.blocks import Document
from fasilitaattori.i18n import translator
from fasilitaattori.papers.minutes import minutes
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import record
from tests.unit.papers.evening import NOTES, Evening, village_evening

_WORDS = ("kylätalo", "kahvila", "nuoret", "lämmitys", "talkoot", "jumppasali", "kirjasto", "pysäkki", "verstas", "piha")
_SENTENCE = "{0} auki myös iltaisin, jotta {1} ja {2} löytävät toisensa: {3} ensin, sitten {4}"


class Size(NamedTuple):
    """How many notes on the wall and notes of the facilitator are added to the village's evening (some 40 of its own)."""

    notes: int
    remarks: int


SIZES = {"usual": Size(140, 20), "huge": Size(4500, 460)}


def paper(size: str) -> Document:
    """The minutes of an evening of this size."""
    return minutes(evening(size).state, translator("fi"))


def evening(size: str) -> Evening:
    """The village's evening with so many more contributions, no two of them alike."""
    held = village_evening()
    wall = next(step for step in held.state.plan.steps() if step.tool == "ideas")
    for number in range(SIZES[size].notes):
        held.do(ideas.add(wall.id, _said(number)))
    for number in range(SIZES[size].remarks):
        held.do(record.note(f"{NOTES[number % len(NOTES)]} {_said(number)}"))
    return held


def _said(number: int) -> str:
    words = [_WORDS[(number * (3 + step) + step) % len(_WORDS)] for step in range(5)]
    told = " ".join([_SENTENCE.format(*words)] * (1 + number % 2))[: 40 + number * 17 % 150].rstrip(" :,")
    return f"{told[:1].upper()}{told[1:]} {number + 1}"
