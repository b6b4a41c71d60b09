"""What lies on the tables and hangs by the door: the evening's programme in large letters, and what is kept of people."""

from datetime import time

from fasilitaattori.document.blocks import Block, Document, Heading, figure, paragraph, table
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


def privacy_notice(state: Workshop, tr: Translator) -> Document:
    """What is stored, why, and what one may do about it: in the words of the phone's page, for those without a phone."""
    organiser = state.info.organiser.strip()
    told = {
        tr("Mitä tallentuu"): (
            tr(
                "Nimesi, jos annat sen, ja se, saako nimi näkyä muistiossa."
                " Nimi näytetään huoneessa vain, jos pyydät puheenvuoron."
            ),
            tr(
                "Ideasi ja puheenvuorosi. Ideat näytetään ilman nimeä. Kone muistaa, mikä lappu on sinun, jotta voit perua sen."
            ),
            tr(
                "Äänesi ja kyselyvastauksesi. Kun äänestys tai kysely suljetaan, jäljelle jäävät vain yhteenlasketut luvut ja"
                " vapaat vastaukset. Ohjelma ei enää tiedä, kuka vastasi mitä."
            ),
            tr(
                "Merkintäsi, jos yhteenveto tarkistetaan salissa. Kone muistaa ne, jotta voit muuttaa niitä. Ohjaaja näkee"
                " nimesi korjausehdotuksesi kohdalla, paitsi dialogissa. Muistiossa nimeä ei ole."
            ),
        ),
        tr("Missä ja miksi"): (
            tr("Kaikki pysyy ohjaajan tietokoneella. Mitään ei lähetetä internetiin. Tiedoista tehdään työpajan muistio."),
            tr("Tiedoista vastaa {organiser}.", organiser=organiser) if organiser else "",
        ),
        tr("Mitä voit tehdä"): (
            tr(
                "Voit osallistua ilman nimeä. Voit perua oman lapun, kunnes vaihe suljetaan. Voit pyytää ohjaajaa poistamaan"
                " nimesi milloin tahansa, myös työpajan jälkeen."
            ),
            tr(
                "Yhteys puhelimesta ohjaajan koneelle ei ole salattu: joku samassa verkossa voi teknisesti nähdä, mitä lähetät."
                " Älä kirjoita mitään arkaluonteista."
            ),
        ),
    }
    blocks: list[Block] = []
    for heading, texts in told.items():
        blocks += [Heading(heading), *(paragraph(text) for text in texts if text)]
    info = state.info
    lead = tuple(part for part in (info.title, when_and_where(state, tr)) if part)
    return Document(
        title=tr("Tietosuoja"),
        language=tr.language,
        blocks=tuple(blocks),
        organisation=info.organiser,
        subject=info.title,
        date=info.date,
        lead=lead,
        large=True,
    )


def when_and_where(state: Workshop, tr: Translator) -> str:
    """On one line, "" when neither is known."""
    return ", ".join(part for part in (times.when(state, tr), state.info.place.strip()) if part)
