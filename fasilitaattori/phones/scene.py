"""What every phone sees at one moment, free of language and person: folded from the workshop once per change, drawn once per
language, and only then sent to everybody.

What is one's own follows from it: a phone knows its own number and finds itself in the queue (`flags_of` here, the same
in 70-tools.js there), so a turn that begins needs no request of its own.
"""

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import checking
from fasilitaattori.phones.tool_pages import PAGES, ToolPage
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.checking import Check, open_check

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

WAITING, ENDED, CHECKING = "waiting", "ended", "checking"
CHECKING_TITLE = N_("Yhteenvedon tarkistus")
NO_FACTS: dict[str, Any] = {"timer": None, "floor": None, "turn": None}
_encode = msgspec.json.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True)
class Scene:
    """`tool` is the step's, or WAITING before the first step, ENDED after the last, and CHECKING while the summary is checked:
    then `step` is the checking's id.

    `language` is that of the workshop's own texts, which may differ from the reader's.
    `key` changes whenever the page has to be drawn anew; `view` is what the tool shows (the entries of its LIVE change without
    a new drawing); `facts` is what the page's script counts and compares with. `groups` are those that work at the same time in
    the step (name, place, topic), without who leads them.
    """

    step: str
    tool: str
    title: str
    open: bool
    workshop: str
    language: str
    key: str
    view: dict[str, Any]
    facts: dict[str, Any]
    groups: tuple[dict[str, str], ...] = ()

    @property
    def urgent(self) -> Any:
        """What cannot wait half a second: the step, its clock, whose turn it is."""
        timer = self.facts["timer"]
        clock = (timer["end"] if timer["running"] else timer["left"]) if timer else None
        floor = self.facts["floor"]
        return (self.key, clock, floor and floor["speaking"], self.facts["turn"])


def scene_of(state: "Workshop", now_ms: int) -> Scene:
    """The scene at this steady moment."""
    check = open_check(state)
    if check is not None:
        return _checking(state, check)
    step = state.current
    if step is None or state.run.phase == "ended":
        return _between(state)
    page = PAGES[step.tool]
    view = page.view(state, step)
    timer = state.run.timer(step, now_ms)
    facts = {
        "timer": {"end": timer.ends_ms, "left": None if timer.running else timer.left_ms, "running": timer.running},
        "floor": _floor(state, step),
        "turn": view.get("turn"),
    }
    is_open = state.run.is_open(step.id)
    groups = tuple({"name": group.name, "place": group.place, "topic": group.topic} for group in step.groups)
    lasting = {name: value for name, value in view.items() if name not in page.LIVE}
    key = _key(step.id, step.tool, step.title, is_open, state.info.title, lasting, *([groups] if groups else []))
    return Scene(step.id, step.tool, step.title, is_open, state.info.title, state.info.language, key, view, facts, groups)


def _between(state: "Workshop") -> Scene:
    """Before the first step, between two evenings, or after the end."""
    tool = ENDED if state.run.phase == "ended" else WAITING
    closing = state.closing
    view = {
        "start": state.info.start,
        "place": state.info.place,
        "goal": state.info.goal,
        "next": {"where": closing.where, "who": closing.who, "when": closing.when} if closing.has_next else None,
    }
    info = state.info
    return Scene("", tool, "", False, info.title, info.language, _key(tool, info.title, view), view, NO_FACTS)


def _checking(state: "Workshop", check: Check) -> Scene:
    """The summary, whatever step is on."""
    info = state.info
    title = translator(info.language if info.language in LANGUAGES else LANGUAGES[0])(CHECKING_TITLE)
    view = checking.view(state, check)
    lasting = {name: value for name, value in view.items() if name not in checking.LIVE}
    key = _key(check.id, CHECKING, title, info.title, lasting)
    return Scene(check.id, CHECKING, title, True, info.title, info.language, key, view, NO_FACTS)


def _floor(state: "Workshop", step: Step) -> dict[str, Any] | None:
    """Who speaks and who waits, by number and name; None in a step without turns."""
    if "floor.asked" not in state.models[step.tool].sends or not getattr(state.settings(step), "floor", True):
        return None
    speaking = state.floor.speaking
    return {
        "open": state.floor.open,
        "speaking": person(state, speaking.asking.number) if speaking else None,
        "queue": [person(state, asking.number) for asking in state.floor.queue(step.id)],
    }


def person(state: "Workshop", number: int) -> dict[str, Any]:
    """Somebody whom the room sees by name (those who ask for turns); the name may be ""."""
    return {"n": number, "name": state.people.shown_name(number)}


def _key(*parts: Any) -> str:
    return hashlib.blake2b(_encode(parts), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Mine:
    """What holds for one person in a scene: `flags` show and hide, `texts` fill."""

    flags: frozenset[str]
    texts: dict[str, str]


NOBODY = Mine(frozenset(), {})


def mine_of(facts: dict[str, Any], number: int, tr: Translator) -> Mine:
    """Flags and texts of this participant; the script of the page reckons the same."""
    floor = facts["floor"] or {"open": False, "speaking": None, "queue": []}
    turn, speaking, queue = facts["turn"], floor["speaking"], floor["queue"]
    place = next((i for i, one in enumerate(queue, 1) if one["n"] == number), 0)
    flags = {
        "speaking": bool(speaking),
        "floor-mine": bool(speaking) and speaking["n"] == number,
        "floor-queued": place > 0,
        "floor-open": floor["open"],
        "place-first": place == 1,
        "place-second": place == 2,
        "place-later": place > 2,
        "queue": bool(queue),
        "turn": bool(turn),
        "turn-mine": bool(turn) and turn["n"] == number,
    }
    texts = {
        "speaker": name_of(speaking, tr),
        "waiting": tr.n("jonossa {n}", "jonossa {n}", len(queue)) if queue else "",
        "place": tr.c("sija jonossa", "{n}.", n=place) if place else "",
        "before": name_of(queue[place - 2], tr) if place > 1 else "",
        "ahead": tr("Ennen sinua on {n} muuta.", n=place - 1) if place > 2 else "",
        "turn": name_of(turn, tr),
    }
    return Mine(frozenset(name for name, holds in flags.items() if holds), texts)


def name_of(someone: dict[str, Any] | None, tr: Translator) -> str:
    """A name, or "Osallistuja 7" for one without."""
    if someone is None:
        return ""
    return someone["name"] or tr("Osallistuja {n}", n=someone["n"])


def page_of(scene: Scene) -> ToolPage | None:
    """The tool's part of the page, None between steps."""
    return PAGES.get(scene.tool)
