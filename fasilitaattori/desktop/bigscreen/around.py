"""The moment around a slide: clock, what comes next, the address, the rug. The same for every tool."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.desktop.live.cues import mark_now, mark_words
from fasilitaattori.desktop.live.rug_of import live_rug
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.slides.around import Around
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.schedule import Schedule, schedule
from fasilitaattori.workshop.state import Workshop


@dataclass(frozen=True)
class Scene:
    """Everything a slide is chosen and made from. `now_ms` steady milliseconds, `clock` wall time; `codes` None = no phones;
    `marks` minutes before the end of a step at which the room is told of the time."""

    state: Workshop
    now_ms: int
    clock: dt.datetime
    codes: Codes | None
    marks: tuple[int, ...] = ()

    @property
    def time(self) -> dt.time:
        """The clock on the wall, to the minute."""
        return self.clock.time().replace(second=0, microsecond=0)


def around_step(scene: Scene, step: Step | None) -> Around:
    """What stands around the slide of a step (None = no step is on)."""
    state = scene.state
    plan = schedule(state, scene.now_ms)
    rug, now = rug_now(scene, plan)
    here = plan.slot(step.id) if step is not None else None
    following = state.following
    after = plan.slot(following.id) if following is not None else None
    return Around(
        title=state.info.title.strip(),
        mode=step.mode if step is not None else "",
        clock=scene.time,
        ends_at=clock_of(here.end) if here is not None else None,
        next_title=following.title.strip() if following is not None and step is not None else "",
        next_at=clock_of(after.start) if after is not None else None,
        address=scene.codes.address if scene.codes is not None else "",
        rug=rug,
        now=now,
        mark=_mark(scene, step),
    )


def _mark(scene: Scene, step: Step | None) -> str:
    """What the room is told of the time when a mark has just been passed."""
    mark = mark_now(scene.state.run.timer(step, scene.now_ms), scene.marks) if step is not None else None
    language = scene.state.info.language
    return mark_words(mark, translator(language if language in LANGUAGES else "fi")) if mark is not None else ""


def rug_now(scene: Scene, plan: Schedule) -> tuple[tuple[tuple[int, str, str], ...], float]:
    """The rug as the evening goes, and whole minutes along it (-1 before the start, its length after the end)."""
    run = scene.state.run
    if not run.visits:
        steps = tuple((slot.step.minutes, slot.step.mode, slot.step.title.strip()) for slot in plan.slots)
        return steps, -1.0
    first = dt.datetime.fromisoformat(run.visits[0].start_at)
    begun = first.hour * 60 + first.minute + first.second / 60
    laid = live_rug(plan, begun + (scene.now_ms - run.visits[0].start_ms) / 60_000)
    steps = tuple((minutes, mode, title.strip()) for minutes, mode, title in laid.steps)
    if run.current is None:
        return steps, float(sum(minutes for minutes, _, _ in steps))
    return steps, float(math.floor(laid.now))


def clock_of(minutes: float) -> dt.time:
    """A clock time of minutes since midnight, to the nearest minute."""
    whole = round(minutes) % (24 * 60)
    return dt.time(whole // 60, whole % 60)
