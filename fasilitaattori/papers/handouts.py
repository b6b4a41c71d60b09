"""What lies on the tables: the evening's programme in large letters."""

from datetime import time

from fasilitaattori.document.blocks import Document, figure, table
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.figures.rug import rug
from fasilitaattori.figures.timeline import clock
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import times
from fasilitaattori.workshop.info import parse_time
from fasilitaattori.workshop.state import Workshop

_EVENING = time(16)


def programme(state: Workshop, tr: Translator) -> Document:
    """The programme in large letters: when and what. FasilitaattoriError when there are no steps."""
    stays = times.stays(state)
    if not stays:
        raise FasilitaattoriError(N_("Ohjelmassa ei ole vielä vaiheita."), N_("Lisää vaiheet ensin suunnitelmaan."))
    rows = [[tr.time(clock(stay.planned_start)), stay.title] for stay in stays]
    end = clock(stays[-1].planned_end)
    lead = [part for part in (state.info.title, when_and_where(state, tr)) if part]
    steps = [(step.minutes, step.mode, step.title) for step in state.plan.steps()]
    return Document(
        title=programme_title(state, tr),
        language=tr.language,
        blocks=(table([tr("Klo"), tr("Mitä")], [*rows, [tr.time(end), tr("Lopetamme")]], weights=(1, 5)),),
        organisation=state.info.organiser,
        subject=state.info.title,
        date=state.info.date,
        lead=tuple(lead),
        emblem=figure(rug(steps, tr)),
        large=True,
    )


def programme_title(state: Workshop, tr: Translator) -> str:
    """The name of the programme: an evening's, or a day's."""
    start = parse_time(state.info.start)
    return tr("Illan ohjelma") if start is None or start >= _EVENING else tr("Päivän ohjelma")


def when_and_where(state: Workshop, tr: Translator) -> str:
    return ", ".join(part for part in (times.when(state, tr), state.info.place.strip()) if part)
