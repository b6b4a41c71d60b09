"""The clock of an evening as the minutes tell it: by the plan, and as it went by the log."""

from datetime import date, datetime, time

from fasilitaattori.figures.timeline import Stay, clock
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.info import parse_date, parse_time
from fasilitaattori.workshop.schedule import Slot, schedule
from fasilitaattori.workshop.state import Workshop

_DAY = 24 * 60


def day_of(state: Workshop) -> date | None:
    """The day of the workshop: as planned, else the day it began."""
    planned = parse_date(state.info.date)
    if planned is not None or not state.run.visits:
        return planned
    return datetime.fromisoformat(state.run.visits[0].start_at).date()


def when(state: Workshop, tr: Translator) -> str:
    """Day and announced time on one line: "Torstai 12.3.2026 klo 18.00–20.30"; "" when neither is known."""
    day, start, end = day_of(state), parse_time(state.info.start), parse_time(state.info.end)
    told = ""
    if start is not None:
        last = end or clock(schedule(state).planned_end)
        told = tr("klo {times}", times=tr.times(start, last)) if state.plan.steps() or end else ""
    if day is not None:
        told = f"{tr.weekday(day)} {tr.date(day)} {told}".strip()
    return told[:1].upper() + told[1:]


def went(state: Workshop, tr: Translator) -> str:
    """When it really began and ended; "" when it was not held."""
    visits = state.run.visits
    if not visits:
        return ""
    began = tr.time(_wall(visits[0].start_at))
    if not state.run.ended_at:
        return tr("Alkoi klo {start}.", start=began)
    return tr("Alkoi klo {start} ja päättyi klo {end}.", start=began, end=tr.time(_wall(state.run.ended_at)))


def stays(state: Workshop) -> list[Stay]:
    """Every step of the plan in time, planned and actual, in minutes since midnight of the day it began."""
    return [_stay(state, slot) for slot in schedule(state).slots]


def as_announced(stays: list[Stay]) -> bool:
    """Whether it was held at about the announced hour, so that plan and outcome fit on one clock."""
    held = [stay for stay in stays if stay.start is not None and stay.end is not None]
    if not held:
        return False
    begun, over = min(stay.start or 0.0 for stay in held), max(stay.end or 0.0 for stay in held)
    return begun < stays[-1].planned_end and over > stays[0].planned_start


def planned_times(stay: Stay, tr: Translator) -> str:
    """A step's planned range: 18.00–18.10."""
    return tr.times(clock(stay.planned_start), clock(stay.planned_end))


def actual_times(stay: Stay, tr: Translator) -> str:
    """A step's actual range, "18.47–" while it lasts, or a word that it was not held."""
    if stay.start is None:
        return tr("ei pidetty")
    if stay.end is None:
        return f"{tr.time(clock(stay.start))}–"
    return tr.times(clock(stay.start), clock(stay.end))


def _stay(state: Workshop, slot: Slot) -> Stay:
    step: Step = slot.step
    visits = [visit for visit in state.run.visits if visit.step == step.id]
    start = _minutes(state, visits[0].start_at) if visits else None
    end = _minutes(state, visits[-1].end_at) if visits and visits[-1].end_at else None
    return Stay(step.title, step.mode, slot.planned_start, slot.planned_end, start, end)


def _wall(at: str) -> time:
    """A logged moment as people saw it on the wall clock: the seconds are cut, as on the desk."""
    moment = datetime.fromisoformat(at)
    return time(moment.hour, moment.minute)


def _minutes(state: Workshop, at: str) -> float:
    """A logged moment in whole minutes since midnight of the day the workshop began; seconds are cut, as on the desk."""
    moment = datetime.fromisoformat(at)
    began = datetime.fromisoformat(state.run.visits[0].start_at)
    days = (moment.date() - began.date()).days
    return float(days * _DAY + moment.hour * 60 + moment.minute)
