"""Moments of an evening in which groups work at the same time."""

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop.agenda import change_step
from tests.unit.desktop.bigscreen.evening import COMPOUND, LONG_NOTE, Evening, Made, step_of

TOPICS = ("Mitä koulun keittiössä voisi tehdä?", "Kuka pitää huolta pihasta?", "Mistä rahat?", "Mitä nuoret toivovat?")
PLACES = ("Keittiö", "Piha, katoksen alla", "Juhlasali", "Kirjasto")
HOST = "Taina Vetäjä"
"""Leads a group; the room is not told."""


def four() -> list[dict[str, str]]:
    """A name, a topic, a place and somebody who leads, for each of four groups."""
    each = zip(("Koivu", "Kuusi", "Mänty", "Haapa"), TOPICS, PLACES, strict=True)
    return [{"name": name, "topic": topic, "place": place, "host": HOST} for name, topic, place in each]


def many(count: int) -> list[dict[str, str]]:
    """So many groups with nothing but a place."""
    return [{"place": f"Luokka {number}"} for number in range(1, count + 1)]


def long() -> list[dict[str, str]]:
    """Groups with as much as fits into their fields."""
    return [{"name": COMPOUND, "topic": LONG_NOTE[:120], "place": LONG_NOTE[:120], "host": HOST}, *four(), *many(2)]


def in_groups(groups: list[dict[str, str]], tool: str = "discussion", notes: int = 0, **settings: object) -> Made:
    """A step worked in groups; with so many notes on its wall."""

    def made(language: str) -> Scene:
        it = Evening(language)
        step = it.plan(step_of("Pöytien työ", tool, 20, "ryhma", **settings))
        it.ledger.do(change_step(step, groups=groups))
        it.go(step, 3)
        for _ in range(notes):
            it.ledger.do(ideas.add(step, "Kyläkahvila kerran viikossa"))
        return it.scene()

    return made
