"""The minutes, folded out of the workshop: sections with keys that stay, so that a person can correct or drop each.

A section a person has written replaces the generated text; its tables and drawings stay where the text names them.
The public version has no names of participants, the internal one has those who allowed it.
"""

from collections.abc import Iterator

import msgspec

from fasilitaattori.document.blocks import Block, Document, Figure, Heading, figure, paragraph
from fasilitaattori.document.plain import from_text, to_text
from fasilitaattori.figures.rug import rug
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import checked, speaking, times
from fasilitaattori.papers import sections as told
from fasilitaattori.papers.nameless import nameless
from fasilitaattori.papers.tool_chapters import BRIEFS
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.changes import changes
from fasilitaattori.workshop.heading import DIALOGUE, MEETING, kind_of
from fasilitaattori.workshop.record import ACTION, DECISION
from fasilitaattori.workshop.state import Workshop

BASICS, PEOPLE, AGENDA, METHOD, NOTES = "basics", "people", "agenda", "method", "notes"
DECISIONS, ACTIONS, FEEDBACK, NEXT, CHECKING = "decisions", "actions", "feedback", "next", "checking"
HALL = "hall"  # the checking in the hall: nothing is said of it when there was none
SPEAKING = "speaking"
MANDATORY = frozenset({NEXT})
_STEP = "step:"  # before the id of a step, in the key of its section
# After the closing feedback there may still be a thank-you, but no work.
_WORKLESS = frozenset({"talk", "pause", "survey"})


class Section(msgspec.Struct, frozen=True):
    """A part of the minutes. `state`: "ok", "empty" (nothing to tell) or "missing" (a person must add something, `ask`
    says what). `brief` is a few words for a list; `text` the prose to edit, `generated` what stood there before editing."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    generated: tuple[Block, ...]
    text: str
    state: str = "ok"
    brief: str = ""
    ask: str = ""
    edited: bool = False
    left_out: bool = False

    @property
    def mandatory(self) -> bool:
        """Whether it cannot be left out."""
        return self.key in MANDATORY


def step_key(step_id: str) -> str:
    """The key of a step's section."""
    return f"{_STEP}{step_id}"


def sections(state: Workshop, tr: Translator, *, public: bool = True) -> list[Section]:
    """All sections in the order of the paper, those left out included. Minutes of a dialogue are without names always."""
    public = public or kind_of(state) == DIALOGUE
    return [_finished(state, section, tr, public=public) for section in _generated(state, tr, public=public)]


def minutes(state: Workshop, tr: Translator, *, public: bool = True) -> Document:
    """The minutes as they stand. A draft until a person has approved them."""
    public = public or kind_of(state) == DIALOGUE
    blocks: list[Block] = []
    number = 0
    for section in sections(state, tr, public=public):
        if section.left_out or (section.key == HALL and section.state == "empty"):
            continue
        number += 1
        blocks.append(Heading(f"{number} {section.title}", name=section.key))
        blocks += section.blocks
    blocks += told.signature(state, tr, public=public)
    info = state.info
    day = times.day_of(state)
    name = name_of(state, tr)
    return Document(
        title=tr("{paper}: {title}", paper=name, title=info.title) if info.title.strip() else name,
        language=tr.language,
        blocks=tuple(blocks),
        organisation=info.organiser,
        author=info.organiser if public else info.facilitator or info.organiser,
        subject=tr("Työpajan muistio"),
        date=day.isoformat() if day else "",
        lead=tuple(_lead(state, tr)),
        emblem=_emblem(state, tr),
        draft=not state.closing.approved,
        draft_mark=tr("LUONNOS"),
        draft_note=_not_yet(state, tr),
        kind=name,
        dated=tr.date(day) if day else "",
    )


def name_of(state: Workshop, tr: Translator) -> str:
    """What these minutes are called: a memo, a meeting's minutes with their number, a dialogue's memo."""
    match kind_of(state):
        case "meeting":
            number = state.closing.heading.number
            return tr("Pöytäkirja {number}", number=number) if number else tr("Pöytäkirja")
        case "dialogue":
            return tr("Keskustelumuistio")
        case _:
            return tr.c("laji", "Muistio")


def _not_yet(state: Workshop, tr: Translator) -> str:
    if kind_of(state) == MEETING:
        return tr("Tätä pöytäkirjaa ei ole vielä hyväksytty.")
    return tr("Tätä muistiota ei ole vielä hyväksytty.")


def step_of(state: Workshop, key: str) -> str:
    """The step a section tells of, "" = none."""
    if key == FEEDBACK:
        closing_survey = feedback_step(state)
        return closing_survey.id if closing_survey is not None else ""
    return key.removeprefix(_STEP) if key.startswith(_STEP) else ""


def unfinished(state: Workshop, tr: Translator) -> list[Section]:
    """The sections a person must see to before approving."""
    return [section for section in sections(state, tr) if section.state == "missing" and not section.left_out]


def feedback_step(state: Workshop) -> Step | None:
    """The survey that closes the evening: the first of those after which no more work is done."""
    found = None
    for step in reversed(state.plan.steps()):
        if step.tool not in _WORKLESS:
            break
        if step.tool == "survey":
            found = step
    return found


def _lead(state: Workshop, tr: Translator) -> Iterator[str]:
    """The lines under the title: when and where, how many."""
    line = ", ".join(part for part in (times.when(state, tr), state.info.place.strip()) if part)
    if line:
        yield line
    count = state.people.count()
    if count:
        yield tr.n("Paikalla {n} henkilö", "Paikalla {n} henkilöä", count)


def _emblem(state: Workshop, tr: Translator) -> Figure | None:
    steps = [(step.minutes, step.mode, step.title) for step in state.plan.steps()]
    return figure(rug(steps, tr)) if steps else None


def _section(key: str, title: str, blocks: list[Block], *, brief: str = "", ask: str = "") -> Section:
    state = "missing" if ask else "ok" if blocks else "empty"
    return Section(key, title, tuple(blocks), tuple(blocks), "", state, brief, ask)


def _generated(state: Workshop, tr: Translator, *, public: bool) -> Iterator[Section]:
    yield _section(BASICS, tr("Miksi kokoonnuimme"), told.basics(state, tr, public=public))
    yield _section(PEOPLE, tr("Läsnäolijat"), told.people(state, tr, public=public), brief=_heads(state, tr))
    agenda = told.agenda(state, tr)
    steps = state.plan.steps()
    yield _section(AGENDA, tr("Ohjelma ja ajat"), agenda, brief=tr.n("{n} vaihe", "{n} vaihetta", len(steps)))
    method = told.method(state, tr)
    if method or METHOD in state.closing.edited:
        yield _section(METHOD, tr("Menetelmä ja miten sitä muutettiin"), method, brief=_changed(state, tr))
    if state.closing.heading.speaking:
        spoken = speaking.chapter(state, tr)
        yield _section(SPEAKING, tr("Puheajan jakautuminen"), spoken, brief=speaking.brief(state, tr))
    closing_survey = feedback_step(state)
    for step in steps:
        if step is not closing_survey:
            yield from _of_step(state, step, tr)
    loose = told.loose_notes(state)
    if loose:
        yield _section(NOTES, tr("Muut kirjaukset"), loose)
    yield from _outcome(state, tr, public=public)
    if closing_survey is not None:
        blocks = told.of_step(state, closing_survey, tr)
        yield _section(FEEDBACK, tr("Palaute"), blocks, brief=BRIEFS["survey"](state, closing_survey, tr))
    ask = "" if state.closing.has_next else tr("Kirjaa, mihin aineisto menee, kuka kertoo osallistujille ja milloin.")
    title = tr("Mitä tällä tehdään, kuka kertoo ja milloin")
    yield _section(NEXT, title, told.what_next(state, tr, public=public), ask=ask)
    brief, ask = checked.brief(state, tr), checked.ask(state, tr)
    yield _section(HALL, tr("Tarkistus salissa"), checked.chapter(state, tr, public=public), brief=brief, ask=ask)
    if kind_of(state) == MEETING:
        yield _section(CHECKING, tr("Varmennus ja tarkastus"), told.checking(state, tr, public=public))


def _of_step(state: Workshop, step: Step, tr: Translator) -> Iterator[Section]:
    """A step has a section when there is something to tell, or when a person wrote one."""
    blocks = told.of_step(state, step, tr)
    key = step_key(step.id)
    if blocks or key in state.closing.edited:
        brief = BRIEFS[step.tool](state, step, tr) if step.tool in BRIEFS else ""
        notes = len(state.record.of_kind("note", step.id))
        yield _section(key, step.title, blocks, brief=brief or (_notes(notes, tr) if notes else ""))


def _decisions(state: Workshop, decided: int, tr: Translator) -> Section:
    brief = tr.n("{n} päätös", "{n} päätöstä", decided) if decided else ""
    return _section(DECISIONS, tr("Päätökset"), told.decisions(state), brief=brief)


def _outcome(state: Workshop, tr: Translator, *, public: bool) -> Iterator[Section]:
    decided = len(state.record.of_kind(DECISION))
    if decided or kind_of(state) != DIALOGUE:
        yield _decisions(state, decided, tr)
    acts = state.record.of_kind(ACTION)
    brief = tr.n("{n} tehtävä", "{n} tehtävää", len(acts)) if acts else ""
    nobody = [entry.text for entry in acts if not entry.who]
    ask = tr("Kuka vastaa: {what}? Nimeä taho ennen hyväksymistä.", what=nobody[0]) if nobody else ""
    yield _section(ACTIONS, tr("Tehtävät"), told.actions(state, tr, public=public), brief=brief, ask=ask)


def _heads(state: Workshop, tr: Translator) -> str:
    count = state.people.count()
    return tr.n("{n} henkilö", "{n} henkilöä", count) if count else ""


def _changed(state: Workshop, tr: Translator) -> str:
    count = len(changes(state))
    return tr.n("{n} muutos", "{n} muutosta", count) if count else ""


def _notes(count: int, tr: Translator) -> str:
    return tr.n("{n} huomio", "{n} huomiota", count)


def _finished(state: Workshop, section: Section, tr: Translator, *, public: bool) -> Section:
    """What a person wrote in place of the generated text; an empty section says that it is empty."""
    written = state.closing.edited.get(section.key)
    if written is not None and public:
        written = nameless(written, state, tr)
    left_out = section.key in state.closing.left_out and not section.mandatory
    blocks = section.generated if written is None else from_text(written, section.generated)
    text = to_text(section.generated, tr) if written is None else written
    if not blocks:
        blocks = (paragraph(_empty(section.key, tr)),)
    status = section.state
    if written is not None and written.strip() and status == "empty":
        status = "ok"
    return msgspec.structs.replace(
        section, blocks=blocks, text=text, edited=written is not None, left_out=left_out, state=status
    )


def _empty(key: str, tr: Translator) -> str:
    match key:
        case "decisions":
            return tr("Päätöksiä ei tehty.")
        case "actions":
            return tr("Tehtäviä ei sovittu.")
        case "people":
            return tr("Läsnäolijoita ei kirjattu.")
        case "agenda":
            return tr("Ohjelmaa ei kirjattu.")
        case "speaking":
            return tr("Puheenvuoroja ei jaettu ohjelmalla.")
        case _:
            return tr("Ei kirjattu.")
