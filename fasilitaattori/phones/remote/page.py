"""What the remote shows: how the evening stands, as data free of language, and the page drawn of it.

Never who answered what: of an open vote or survey only how many have answered.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import msgspec
from markupsafe import Markup

from fasilitaattori.i18n import Translator
from fasilitaattori.phones.drawing import language_of, time_left
from fasilitaattori.phones.hall import Hall
from fasilitaattori.phones.remote.orders import round_turn, turn_of
from fasilitaattori.phones.remote.words import words
from fasilitaattori.phones.scene import name_of, person
from fasilitaattori.phones.tool_pages import PAGES
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.schedule import clock_text, schedule

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

PARTS = ("place", "name", "late", "pause", "next", "screen", "turns", "counts")
PLENTY_MS = 60_000  # with more than this left "next" asks once
MOST_NAMES = 5
_BALLOTS = {"turnout": "vote", "answered": "survey"}  # entry of a tool's view -> what was answered


@runtime_checkable
class Approving(Protocol):
    """A tool's page whose contributions may wait for the facilitator's approval."""

    def waiting(self, state: "Workshop", step: Step) -> int:
        """How many do."""
        ...


class RemotePage:
    """Draws the remote of one hall."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    # --- as data ---

    def standing(self) -> dict[str, Any]:
        """How things stand (shapes.Standing), without language."""
        state, scene, now = self._hall.state, self._hall.broadcast.scene_now(), self._hall.broadcast.now_ms
        step = state.current if state.run.phase != "ended" else None
        plan, steps = schedule(state, now), state.plan.steps()
        place = state.plan.index(step.id) if step else -1
        following = state.following if state.run.phase != "ended" else None
        return {
            "phase": state.run.phase,
            "paused": state.run.paused_since is not None,
            "step": {
                "id": step.id,
                "title": step.title,
                "tool": step.tool,
                "open": state.run.is_open(step.id),
                "place": place + 1,
                "of": len(steps),
            }
            if step
            else None,
            "next": {"id": following.id, "title": following.title} if following else None,
            "previous": {"id": steps[place - 1].id, "title": steps[place - 1].title} if place > 0 else None,
            "timer": scene.facts["timer"],
            "late": round(plan.late),
            "ends": clock_text(plan.end) if plan.slots else "",
            "screen": state.screen.view,
            "turn": turn_of(state),
            "turns": self._turns(state, step, scene.facts["floor"] is not None),
            "waiting": sum(_waiting(state, each) for each in steps),
            "notes": scene.view.get("count"),
            "turnout": _turnout(state, scene.view),
            "people": state.people.count(),
        }

    def _turns(self, state: "Workshop", step: Step | None, asked: bool) -> dict[str, Any] | None:
        """Who speaks and who waits; None in a step without turns. `asked`: may phones ask for turns here?"""
        speaking, queue = state.floor.speaking, state.floor.queue(step.id) if step else []
        going = round_turn(state)
        if not (asked or speaking or queue or going is not None):
            return None
        on = going if going is not None else speaking.asking.number if speaking else None
        return {
            "round": going is not None,
            "speaking": person(state, on) if on is not None else None,
            "since": speaking.start_ms if speaking and going is None else None,
            "queue": [person(state, asking.number) for asking in queue],
        }

    def message(self, standing: dict[str, Any], tr: Translator) -> dict[str, Any]:
        """What the page's script needs to show `standing`; *for the page*."""
        return {
            "facts": standing,
            "flags": sorted(flags_of(standing)),
            "parts": self._hall.drawing.blocks("remote.html", tr, PARTS, **self._words(standing, tr)),
            "title": self._title(standing, tr),
        }

    # --- as a page ---

    def page(
        self,
        tr: Translator,
        base: str,
        form: str,
        *,
        said: str = "",
        trouble: str = "",
        entry: str = "",
        text: str = "",
        sure: bool = False,
    ) -> str:
        """The whole page. `said` and `trouble` are told above the step; `text` stands in the field; `sure` = "next" has been
        pressed once and asks."""
        hall, standing = self._hall, self.standing()
        context = self._words(standing, tr)
        if sure:
            context["next_words"] = tr("Paina uudelleen: siirry")
        message = {**self.message(standing, tr), "now": hall.broadcast.now_ms}
        step = standing["step"]
        return hall.drawing.page(
            "remote.html",
            tr,
            size=0,
            title=message["title"],
            workshop=hall.state.info.title,
            base=base,
            form=form,
            step_id=step["id"] if step else "",
            turn=standing["turn"] or "",
            moving="next" if step else "start",
            message=msgspec.json.encode(message).decode(),
            remote_words=words(tr.language),
            time_left=time_left(hall.broadcast.scene_now(), tr, hall.broadcast.now_ms),
            said=said,
            trouble=trouble,
            entry=entry or "decide",
            text=text,
            sure=step["id"] if sure and step else "",
            **context,
        )

    def status(self, tr: Translator, base: str, mark: str) -> str:
        """The frame that alone refreshes where there are no scripts. `mark` is what the page around it shows."""
        standing, hall = self.standing(), self._hall
        turns, step = standing["turns"], standing["step"]
        lines = [
            step["title"] if step else self._title(standing, tr),
            time_left(hall.broadcast.scene_now(), tr, hall.broadcast.now_ms),
            tr("{name} puhuu nyt", name=name_of(turns["speaking"], tr)) if turns and turns["speaking"] else "",
        ]
        return hall.drawing.page(
            "remote_status.html", tr, size=0, lines=[line for line in lines if line], moved=mark != mark_of(standing), base=base
        )

    def is_early(self) -> bool:
        """Is there so much time left that "next" asks once?"""
        timer = self.standing()["timer"]
        if timer is None:
            return False
        left: int = timer["end"] - self._hall.broadcast.now_ms if timer["running"] else timer["left"]
        return left > PLENTY_MS

    def _title(self, standing: dict[str, Any], tr: Translator) -> str:
        step = standing["step"]
        if step:
            return str(step["title"])
        return tr("Ilta on päättynyt") if standing["phase"] == "ended" else tr("Odotetaan aloitusta")

    def _words(self, standing: dict[str, Any], tr: Translator) -> dict[str, Any]:
        """What the template's parts and marks need."""
        flags = flags_of(standing)

        def when(*wanted: str) -> Markup:
            return Markup('data-when="{}"{}').format(" ".join(wanted), "" if _hold(wanted, flags) else Markup(" hidden"))

        def off(*wanted: str) -> Markup:
            return Markup('data-off="{}"{}').format(" ".join(wanted), Markup(" disabled") if _hold(wanted, flags) else "")

        return {
            "standing": standing,
            "flags": flags,
            "when": when,
            "off": off,
            "said_in": language_of(self._hall.language, tr),
            "mark_now": mark_of(standing),
            "heading": self._title(standing, tr),
            "late_words": _late(standing, tr),
            "next_words": self._next_words(standing, tr),
            "waiting_names": [name_of(one, tr) for one in standing["turns"]["queue"]] if standing["turns"] else [],
            "most_names": MOST_NAMES,
            "speaker": name_of(standing["turns"]["speaking"], tr) if standing["turns"] else "",
            "counts": list(_counts(standing, tr)),
        }

    def _next_words(self, standing: dict[str, Any], tr: Translator) -> str:
        following, step = standing["next"], standing["step"]
        if following is None:
            return tr("Viimeinen vaihe") if step else ""
        if step is None:
            return tr("Aloita: {step}", step=following["title"])
        return tr("Seuraava: {step}", step=following["title"])


def flags_of(standing: dict[str, Any]) -> set[str]:
    """What shows and hides the page's parts."""
    step, turns = standing["step"], standing["turns"]
    holds = {
        "running": step is not None,
        "ended": standing["phase"] == "ended",
        "paused": standing["paused"],
        "first": standing["previous"] is None,
        "last": standing["next"] is None,
        "turns": turns is not None,
        "speaking": bool(turns and turns["speaking"]),
        "round": bool(turns and turns["round"]),
        "queue": bool(turns and turns["queue"]),
        "ballots": standing["turnout"] is not None,
        f"screen-{standing['screen']}": True,
    }
    return {name for name, so in holds.items() if so}


def _hold(wanted: Iterable[str], flags: set[str]) -> bool:
    """Do all hold ("!flag" = does not)?"""
    return all((flag[1:] not in flags) if flag[0] == "!" else (flag in flags) for flag in wanted)


def mark_of(standing: dict[str, Any]) -> str:
    """Changes when a page without scripts should be fetched anew."""
    step, turns = standing["step"], standing["turns"]
    return ".".join(
        (step["id"][:8] if step else standing["phase"], "p" if standing["paused"] else "", str(bool(turns)), standing["screen"])
    )


def _waiting(state: "Workshop", step: Step) -> int:
    page: object = PAGES[step.tool]
    return page.waiting(state, step) if isinstance(page, Approving) else 0


def _turnout(state: "Workshop", view: dict[str, Any]) -> dict[str, Any] | None:
    """How many have answered the open vote or survey, of how many phones; None when none is open."""
    if not view.get("box"):
        return None
    phones = sum(1 for one in state.people.present() if one.by_phone)
    for entry, kind in _BALLOTS.items():
        if entry in view:
            return {"kind": kind, "cast": view[entry], "of": max(view[entry], phones)}
    return None


def _late(standing: dict[str, Any], tr: Translator) -> str:
    """How the evening goes against its plan, in the desk's words; "" when nothing is on."""
    if standing["step"] is None:
        return ""
    late, end = standing["late"], tr.time(dt.time.fromisoformat(standing["ends"]))
    if late >= 1:
        return tr("{n} min jäljessä · loppuu {time}", n=late, time=end)
    if late <= -1:
        return tr("{n} min edellä · loppuu {time}", n=-late, time=end)
    return tr("Ajassa · loppuu {time}", time=end)


def _counts(standing: dict[str, Any], tr: Translator) -> Iterable[tuple[str, str]]:
    """(icon, words) of how many are here, have answered, and wait."""
    turnout = standing["turnout"]
    if standing["waiting"]:
        n = standing["waiting"]
        yield "hourglass-medium", tr.n("{n} lappu odottaa hyväksyntää", "{n} lappua odottaa hyväksyntää", n)
    if turnout and turnout["of"]:
        cast, of = turnout["cast"], turnout["of"]
        if turnout["kind"] == "vote":
            told = tr("{n} / {total} äänestänyt", n=cast, total=of)
        else:
            told = tr("{n} / {total} vastannut", n=cast, total=of)
        yield "check-circle-fill", told
    if standing["notes"] is not None:
        yield "check-circle-fill", tr.n("{n} lappu seinällä", "{n} lappua seinällä", standing["notes"])
    yield "users-three", tr.n("{n} paikalla", "{n} paikalla", standing["people"])
