"""Which slide the room sees at this moment. The same scene always gives the same slide, but for the marks of what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fasilitaattori.desktop.bigscreen.around import Scene, around_step, rug_now
from fasilitaattori.desktop.bigscreen.checking import checking
from fasilitaattori.desktop.bigscreen.closing import DarkSlide, EndSlide
from fasilitaattori.desktop.bigscreen.codes import CodesSlide
from fasilitaattori.desktop.bigscreen.welcome import WelcomeSlide
from fasilitaattori.kit.slides.groups import GroupsSlide, InGroupsSlide, side_groups
from fasilitaattori.kit.slides.plain import WordsSlide
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.speaking import SpeakingSlide
from fasilitaattori.kit.slides.stage import Fresh, Kept, Stage
from fasilitaattori.workshop.checking import open_check
from fasilitaattori.workshop.info import parse_time
from fasilitaattori.workshop.schedule import schedule

MakeSlide = Callable[[Stage], Slide]
DEFAULT_TURN_SECONDS = 120
QUEUE = 8
"""How many of those waiting a slide is told of; it shows as many as fit."""

MOST_LEAD = 100
"""Letters of a question that stands over the groups; a longer one takes turns with them."""


def slide_of(scene: Scene, screens: Mapping[str, MakeSlide], fresh: Fresh, kept: Kept | None = None) -> Slide:
    """What the facilitator asked for, else the summary while it is checked, else the step's own view, else welcome before the
    start and thanks after the end. `fresh` and `kept` remember what was shown before; they are begun anew together."""
    state = scene.state
    match state.screen.view:
        case "black":
            return DarkSlide()
        case "message" if state.screen.text.strip():
            return message(scene)
        case "qr" if scene.codes is not None:
            return CodesSlide(around_step(scene, state.current), scene.codes, not state.people.door_open)
        case "welcome" | "qr":
            return welcome(scene)
    check = open_check(state)
    if check is not None and state.screen.view != "queue":
        return checking(scene, check)
    if state.run.phase == "ended":
        return thanks(scene)
    step = state.current
    if step is None:
        return welcome(scene)
    stage = Stage(state, step, scene.now_ms, around_step(scene, step), fresh, kept if kept is not None else Kept())
    if state.screen.view == "queue":
        return queue(stage)
    return with_groups(stage, screens[step.tool](stage))


def with_groups(stage: Stage, made: Slide) -> Slide:
    """Of a step that is worked in groups: the groups with their question, or in turn with what they work on."""
    groups = side_groups(stage.step.groups)
    if not groups:
        return made
    lead = made.question if isinstance(made, CardSlide) and made.question != stage.title else ""
    alone = isinstance(made, WordsSlide) or (
        isinstance(made, CardSlide) and not made.aside and not made.label and len(lead) <= MOST_LEAD
    )
    if not alone and not (made.AT_WORK or isinstance(made, CardSlide)):
        return made
    shown = GroupsSlide(stage.around, stage.title, lead if alone else "", groups, stage.time)
    return shown if alone else InGroupsSlide((shown, made))


def welcome(scene: Scene) -> Slide:
    """Welcome. Once the evening has begun it tells the time instead of the start."""
    state = scene.state
    begun = state.run.phase in ("running", "ended")
    rug, now = rug_now(scene, schedule(state, scene.now_ms))
    without = scene.codes is None and state.run.phase != "planned"
    start = None if begun else parse_time(state.info.start)
    clock = scene.time if begun else None
    closed = not state.people.door_open
    return WelcomeSlide(
        state.info.title.strip(), state.info.place.strip(), start, clock, rug, now, scene.codes, without, closed
    )


def message(scene: Scene) -> Slide:
    """The facilitator's own words."""
    state = scene.state
    return WordsSlide(around_step(scene, state.current), state.info.title.strip(), state.screen.text.strip())


def thanks(scene: Scene) -> Slide:
    """The end."""
    state, closing = scene.state, scene.state.closing
    rug, _ = rug_now(scene, schedule(state, scene.now_ms))
    return EndSlide(state.info.title.strip(), closing.where.strip(), closing.who.strip(), closing.when.strip(), rug)


def queue(stage: Stage) -> Slide:
    """Who speaks and who comes next."""
    floor = stage.state.floor
    turn = floor.speaking
    allowed = int(getattr(stage.settings, "turn_seconds", DEFAULT_TURN_SECONDS))
    used = min(allowed, turn.used_ms(stage.now_ms) // 1000) if turn is not None else 0
    waiting = floor.queue(stage.step.id)
    shown = tuple(stage.who(asking.number) for asking in waiting[:QUEUE])
    speaker = stage.who(turn.asking.number) if turn is not None else None
    return SpeakingSlide(stage.around, stage.title, speaker, used, allowed, shown, len(waiting))
