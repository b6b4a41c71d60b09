"""The parts of the minutes that are folded from the workshop itself; the steps tell their own in their tools."""

import re
from datetime import datetime

from fasilitaattori.document.blocks import Block, Facts, Paragraph, Run, bullets, drawn, paragraph, table
from fasilitaattori.errors import N_
from fasilitaattori.figures.timeline import timeline
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import times
from fasilitaattori.papers.tool_chapters import CHAPTERS
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.changes import changes, methods_used
from fasilitaattori.workshop.closing import Version
from fasilitaattori.workshop.heading import MEETING, kind_of
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE
from fasilitaattori.workshop.state import Workshop

NOBODY = "–"
LEADER, CHAIR, SECRETARY, CHECKERS = N_("Ohjaaja"), N_("Puheenjohtaja"), N_("Sihteeri"), N_("Pöytäkirjan tarkastajat")
OFFICERS = (LEADER, CHAIR, SECRETARY, CHECKERS)
"""Whose names stand in the internal version alone."""
_LINE = "\u00a0\n\u00a0"  # room for a signature
_BETWEEN_NAMES = re.compile(r"(\s*[,;/&+]\s*|\s+(?:ja|sekä|och|samt|and)\s+)", re.IGNORECASE)  # untranslated: in any language


def basics(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """Why people came together, who called them, and (with names) who led."""
    info = state.info
    blocks: list[Block] = [paragraph(info.goal)] if info.goal.strip() else []
    facts = [(tr("Järjestäjä"), info.organiser)]
    if not public:
        facts.append((tr(LEADER), info.facilitator))
        heading = state.closing.heading
        if kind_of(state) == MEETING:
            facts += [(tr(CHAIR), heading.chair), (tr(SECRETARY), heading.secretary), (tr(CHECKERS), heading.examiners)]
    known = tuple((name, value) for name, value in facts if value.strip())
    return [*blocks, Facts(known)] if known else blocks


def people(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """How many came. The names of those who allowed it stand in a table, which the public version never has."""
    count = state.people.count()
    if not count:
        return []
    told = tr.n("Paikalla oli {n} henkilö.", "Paikalla oli {n} henkilöä.", count)
    phones = state.people.phones()
    if phones:
        told += " " + tr("Puhelimella osallistui {number}.", number=phones)
    blocks: list[Block] = [paragraph(told)]
    names = sorted(
        (state.people.shown_name(person.number) for person in state.people.all.values() if person.name_in_minutes),
        key=tr.sort_key,
    )
    if not public and any(names):
        blocks.append(table([tr("Nimensä muistioon antoivat")], [[name] for name in names if name]))
    return blocks


def agenda(state: Workshop, tr: Translator) -> list[Block]:
    """Every step with its planned and actual time, and, when it was held about when planned, the two as a figure."""
    stays = times.stays(state)
    if not stays:
        return []
    header = ["", tr("Vaihe"), tr("Suunniteltu"), tr("Toteutunut")]
    rows = [
        [f"{number}", stay.title, times.planned_times(stay, tr), times.actual_times(stay, tr)]
        for number, stay in enumerate(stays, 1)
    ]
    if not state.run.visits:
        return [table(header[:3], [row[:3] for row in rows], weights=(0.5, 6, 2), right=())]
    header[0] = tr("Nro")
    told = times.went(state, tr)
    both: list[Block] = [drawn(lambda width: timeline(stays, tr, width=width))] if times.as_announced(stays) else []
    return [paragraph(told), *both, table(header, rows, weights=(0.7, 4.6, 2.2, 2.2))]


def method(state: Workshop, tr: Translator) -> list[Block]:
    """Which methods were used, and each step in which they were changed, with the reason: the method as it really was."""
    used = methods_used(state)
    if not used:
        return []
    told = tr.n("Menetelmänä oli {methods}.", "Menetelminä olivat {methods}.", len(used), methods=", ".join(used))
    found = changes(state)
    if not found:
        return [paragraph(told + " " + tr("Sitä käytettiin sellaisenaan."))]
    rows = [[change.step.title, _sentence(change.text(tr)), change.why or NOBODY] for change in found]
    return [paragraph(told), table([tr("Vaihe"), tr("Mikä muuttui"), tr("Miksi")], rows, weights=(3, 3, 4))]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def of_step(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """What the step's tool tells, and the notes made during it."""
    blocks = CHAPTERS[step.tool](state, step, tr)
    notes = [entry.text for entry in state.record.of_kind(NOTE, step.id)]
    if notes and blocks:
        blocks = [*blocks, Paragraph((Run(tr("Kirjattua"), bold=True),))]
    return [*blocks, bullets(notes)] if notes else blocks


def loose_notes(state: Workshop) -> list[Block]:
    """Notes that belong to no step of the plan."""
    entries = [entry for entry in state.record.of_kind(NOTE) if state.plan.get(entry.step) is None]
    return [bullets(entry.text for entry in entries)] if entries else []


def decisions(state: Workshop) -> list[Block]:
    """The decisions in the order they were made."""
    entries = state.record.of_kind(DECISION)
    return [bullets((entry.text for entry in entries), numbered=True)] if entries else []


def actions(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """What, who, by when."""
    entries = state.record.of_kind(ACTION)
    if not entries:
        return []
    rows = [[entry.text, who(state, entry.who, tr, public=public) or NOBODY, entry.due or NOBODY] for entry in entries]
    return [table([tr("Mitä"), tr("Kuka"), tr("Viimeistään")], rows, weights=(4, 2, 1.4))]


def what_next(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """What is done with the material, who tells the participants, and when: the mandatory part."""
    closing = state.closing
    open_ = tr("ei vielä kirjattu")
    rows = (
        (tr("Mihin aineisto menee"), closing.where or open_),
        (tr("Kuka kertoo osallistujille"), who(state, closing.who, tr, public=public) or open_),
        (tr("Milloin ja missä"), closing.when or open_),
    )
    return [Facts(rows)]


def checking(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """Lines to sign on for those who answer for the minutes of a meeting, and for those who check them."""
    heading = state.closing.heading
    roles = ((tr(CHAIR), heading.chair), (tr(SECRETARY), heading.secretary))
    signed = [[role, "" if public else name, _LINE] for role, name in roles]
    checkers = [name for name in _BETWEEN_NAMES.split(heading.examiners) if not _BETWEEN_NAMES.fullmatch(name)]
    signed += [[tr("Tarkastaja"), "" if public else name, _LINE] for name in checkers or ["", ""]]
    header = [tr("Rooli"), tr("Nimi"), tr("Päiväys ja allekirjoitus")]
    told = tr("Tarkastajat vahvistavat, että pöytäkirja vastaa kokouksen kulkua.")
    return [paragraph(told), table(header, signed, weights=(2, 3, 4))]


def signature(state: Workshop, tr: Translator, *, public: bool) -> list[Block]:
    """Who approved the minutes and when, every version of them, and whether names are in them."""
    told = [_version(version, tr, public=public) for version in state.closing.versions]
    if state.closing.versions and not state.closing.approved:
        told.append(tr("Tämä on korjattu luonnos, jota ei ole vielä hyväksytty."))
    told.append(tr("Julkinen versio: osallistujien nimiä ei ole.") if public else tr("Sisäinen versio: sisältää nimiä."))
    return [paragraph(" ".join(told), small=True)]


def _version(version: Version, tr: Translator, *, public: bool) -> str:
    """Who approved it and when; from the second on with its number."""
    told = {
        "n": version.number,
        "name": "" if public else version.by,
        "date": tr.date(datetime.fromisoformat(version.at).date()),
    }
    match version.number > 1, bool(told["name"]):
        case True, True:
            return tr("Korjatun version {n} on hyväksynyt {name} {date}.", **told)
        case True, False:
            return tr("Korjattu versio {n} on hyväksytty {date}.", **told)
        case False, True:
            return tr("Hyväksynyt {name} {date}.", **told)
    return tr("Hyväksytty {date}.", **told)


def who(state: Workshop, name: str, tr: Translator, *, public: bool) -> str:
    """Who answers for something, one or several: a body as it is written; a participant's own name only in the internal
    version."""
    if not public:
        return name
    mine = set(named(state, name))
    return "".join(tr("osallistuja") if part.strip() in mine else part for part in _BETWEEN_NAMES.split(name))


def named(state: Workshop, name: str) -> list[str]:
    """Those of the names that are participants'."""
    given = {person.name.casefold() for person in state.people.all.values() if person.name}
    given |= {state.people.shown_name(number).casefold() for number in state.people.all}
    given.discard("")
    return [part.strip() for part in _BETWEEN_NAMES.split(name) if part.strip().casefold() in given]
