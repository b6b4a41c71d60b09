"""What the facilitator has on paper: the run sheet of one evening, and the guide to a method."""

from collections.abc import Iterator
from typing import Any

from fasilitaattori.document.blocks import Block, Document, Facts, Heading, Quote, bullets, figure, paragraph, table
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.figures.rug import MODES, rug
from fasilitaattori.figures.timeline import clock
from fasilitaattori.i18n import Translator
from fasilitaattori.methods.model import LocalMethod
from fasilitaattori.papers import times
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.schedule import Slot, schedule
from fasilitaattori.workshop.state import Workshop

_ASKED = ("prompt", "question", "text", "intro")  # the settings that hold one text which the room sees
_LISTED = ("prompts", "ground_rules", "options", "columns", "themes")


def run_sheet(state: Workshop, tr: Translator) -> Document:
    """The whole evening for who leads it: the clock, each step with what is asked and the own notes, and what to bring.
    FasilitaattoriError when there are no steps."""
    slots = schedule(state).slots
    if not slots:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole vielä vaiheita."), N_("Lisää vaiheet ensin suunnitelmaan."))
    steps = [(step.minutes, step.mode, step.title) for step in state.plan.steps()]
    where = ", ".join(part for part in (times.when(state, tr), state.info.place.strip()) if part)
    return Document(
        title=tr("Ohjaajan ajolista"),
        language=tr.language,
        blocks=tuple(_sheet(state, slots, tr)),
        organisation=state.info.organiser,
        subject=state.info.title,
        date=state.info.date,
        lead=tuple(part for part in (state.info.title, where) if part),
        emblem=figure(rug(steps, tr)),
    )


def _sheet(state: Workshop, slots: tuple[Slot, ...], tr: Translator) -> Iterator[Block]:
    if state.info.goal.strip():
        yield paragraph(state.info.goal)
    rows = [[_clock(slot.planned_start, tr), slot.step.title, tr("{n} min", n=slot.step.minutes)] for slot in slots]
    rows.append([_clock(slots[-1].planned_end, tr), tr("Lopetamme"), ""])
    yield table([tr("Klo"), tr("Vaihe"), tr("Kesto")], rows, weights=(1, 5, 1))
    materials = state.materials.all()
    if materials:
        yield Heading(tr("Tarvikkeet"))
        yield bullets(tr("{text} (pakattu)", text=each.text) if each.packed else each.text for each in materials)
    yield Heading(tr("Vaihe vaiheelta"))
    for slot in slots:
        yield Heading(f"{_clock(slot.planned_start, tr)} {slot.step.title}", 2)
        yield from _step(slot.step, tr)


def _step(step: Step, tr: Translator) -> Iterator[Block]:
    how = f"{tr('{n} min', n=step.minutes)}, {tr(MODES.get(step.mode, step.mode))}"
    yield paragraph(f"{how}. {step.hint}" if step.hint else how, small=True)
    yield from _asked(step.settings)
    if step.groups:
        rows = [[group.name, group.topic, group.place, group.host] for group in step.groups]
        yield table([tr("Ryhmä"), tr("Aihe"), tr("Paikka"), tr("Vetäjä")], rows)
    if step.notes:
        yield paragraph(step.notes)


def _asked(settings: dict[str, Any]) -> Iterator[Block]:
    """What the room is asked or shown."""
    for key in _ASKED:
        text = str(settings.get(key) or "").strip()
        if text:
            yield Quote(text)
    for key in _LISTED:
        texts = [str(text) for text in settings.get(key) or [] if str(text).strip()]
        if texts:
            yield bullets(texts)


def guide(method: LocalMethod, tr: Translator) -> Document:
    """How a method is led: what it is for, what it needs, and its steps with the advice to the facilitator."""
    return Document(
        title=method.name,
        language=tr.language,
        blocks=tuple(_guide(method, tr)),
        subject=tr("Menetelmän ohje"),
        lead=(method.summary,),
        emblem=figure(rug(method.rug, tr)),
    )


def _guide(method: LocalMethod, tr: Translator) -> Iterator[Block]:
    yield paragraph(method.purpose)
    low, high = method.minutes.min, method.minutes.max
    yield Facts(
        (
            (tr("Aika"), tr("{low}–{high} min", low=low, high=high)),
            (tr("Väkeä"), tr("{range} henkeä", range=f"{method.group.min}–{method.group.max}")),
            (tr("Tila"), method.setting),
        )
    )
    if method.materials:
        yield Heading(tr("Tarvikkeet"))
        yield bullets(method.materials)
    if method.cautions:
        yield Heading(tr("Muista"))
        yield bullets(method.cautions)
    yield Heading(tr("Vaihe vaiheelta"))
    for step in method.steps:
        yield Heading(step.title, 2)
        yield from _step(Step(step.plan(), ""), tr)
    yield Heading(tr("Muistioon"))
    yield bullets(method.record)
    yield paragraph(method.origin, small=True)


def _clock(minutes: float, tr: Translator) -> str:
    return tr.time(clock(minutes))
