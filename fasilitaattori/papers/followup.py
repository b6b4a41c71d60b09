"""Mitä sanoitte, mitä tehtiin: what people said in their own words, and beside it what came of it.

It goes to those who took part, so it is always the public version. What has no answer yet is said as plainly as the rest, with
who answers and when. The same rows make the paper, the web page that phones read, and the poster.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import msgspec

from fasilitaattori.document.blocks import Block, Document, Facts, Heading, Table, figure, paragraph
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.figures.rug import rug
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import handouts, sections, times
from fasilitaattori.workshop.answers import (
    DONE,
    OUTCOMES,
    REFUSED,
    SETTLED,
    TELLING,
    UNDER_WAY,
    WAITING,
    Answer,
    is_asked,
    matters,
)
from fasilitaattori.workshop.state import Workshop
from fasilitaattori.workshop.tool import Matter

WORDS = {DONE: N_("Tehty"), UNDER_WAY: N_("Työn alla"), REFUSED: N_("Ei toteudu"), WAITING: N_("Odottaa")}
QUOTED = 4  # of the notes of a theme; the rest are counted
_GROUPS = (
    ("theme", N_("Teemat")),
    ("idea", N_("Ehdotukset ja ideat")),
    ("action", N_("Tehtävät")),
    ("decision", N_("Päätökset")),
)
_OPEN = N_("ei vielä sovittu")
_MOST_TOGETHER = 12  # lines of a row that is never torn


class Row(msgspec.Struct, frozen=True):
    """What was said and what came of it. `outcome` "" = no answer yet. `notes` how many notes said it, `quotes` some of them,
    `more` how many notes of other words there are. `who` tells or does it, `when`, as people say it."""

    kind: str
    words: str
    outcome: str = ""
    text: str = ""
    who: str = ""
    when: str = ""
    notes: int = 1
    quotes: tuple[str, ...] = ()
    more: int = 0


def rows(state: Workshop, tr: Translator) -> list[Row]:
    """Everything that waits for an answer or has one of its own, but for the promise to tell; themes by how many notes they
    have."""
    found = [
        _row(state, matter, tr)
        for matter in matters(state)
        if matter.kind != TELLING and (is_asked(matter) or matter.id in state.answers.by_id)
    ]
    return sorted(found, key=lambda row: -row.notes if row.kind in ("theme", "idea") else 0)


def possible(state: Workshop) -> bool:
    """Whether there is anything to tell of: the evening is over, and people brought something up."""
    return state.run.phase == "ended" and any(is_asked(matter) for matter in matters(state))


def follow_up(state: Workshop, tr: Translator) -> Document:
    """The paper. FasilitaattoriError when nothing was brought up."""
    told = rows(state, tr)
    if not told:
        raise FasilitaattoriError(
            N_("Ei ole vielä mitään, mistä kertoa."), N_("Kun työpajasta on teemoja, ideoita tai tehtäviä, ne tulevat tähän.")
        )
    why = tr("Kiitos, että olitte mukana. Tästä näette, mitä sanoillenne on tapahtunut.")
    blocks: list[Block] = [paragraph(why), paragraph(counted(told, tr), bold=True), *_material(state, tr)]
    for kind, heading in _GROUPS:
        of_kind = [row for row in told if row.kind == kind and row.outcome]
        if of_kind:
            blocks += [Heading(tr(heading)), _answered(of_kind, tr)]
    waiting = [row for row in told if not row.outcome]
    if waiting:
        blocks += [Heading(tr("Vielä ilman vastausta")), _unanswered(waiting, tr)]
    blocks.append(paragraph(tr("Osallistujien nimiä ei ole. Ideat ovat osallistujien omin sanoin."), small=True))
    info, at = state.info, day_of(state)
    steps = [(step.minutes, step.mode, step.title) for step in state.plan.steps()]
    return Document(
        title=tr("Mitä sanoitte, mitä tehtiin"),
        language=tr.language,
        blocks=tuple(blocks),
        organisation=info.organiser,
        author=info.organiser,
        subject=tr("Mitä työpajassa sanotulle on tapahtunut"),
        date=at.date().isoformat() if at else "",
        lead=tuple(part for part in (info.title, handouts.when_and_where(state, tr), standing(state, tr)) if part),
        emblem=figure(rug(steps, tr)) if steps else None,
    )


def day_of(state: Workshop) -> datetime | None:
    """Up to when it tells: when the newest answer was given, else the day of the workshop."""
    if state.answers.last_at:
        return datetime.fromisoformat(state.answers.last_at)
    day = times.day_of(state)
    return datetime(day.year, day.month, day.day) if day else None  # noqa: DTZ001  (a day has no zone)


def standing(state: Workshop, tr: Translator) -> str:
    """Of which day it tells, "" when nothing has been answered."""
    if not state.answers.last_at:
        return ""
    return tr("Tilanne {date}", date=tr.date(datetime.fromisoformat(state.answers.last_at)))


def counted(told: Iterable[Row], tr: Translator) -> str:
    """How many have which outcome, on one line: "Tehty 3 · Työn alla 2 · Ilman vastausta 1"."""
    every = [row.outcome for row in told]
    parts = [f"{tr(WORDS[outcome])} {every.count(outcome)}" for outcome in OUTCOMES if outcome in every]
    if "" in every:
        parts.append(tr("Ilman vastausta {n}", n=every.count("")))
    return " · ".join(parts)


def said(row: Row, tr: Translator) -> list[str]:
    """What was said, line by line: the first names it."""
    if row.kind == "idea":
        same = [tr("Sama ajatus {n} lapussa", n=row.notes)] if row.notes > 1 else []
        return [tr.quoted(row.words), *same]
    lines = [row.words]
    if row.kind == "theme":
        lines += [tr.n("{n} lappu", "{n} lappua", row.notes)] if row.notes > 1 else []
        lines += [tr.quoted(text) for text in row.quotes]
        if row.more:
            lines.append(tr.n("ja {n} muu", "ja {n} muuta", row.more))
    return lines


def named(row: Row, tr: Translator) -> str:
    """What it is in one line among things of other kinds: a theme would else be read as one more idea, or as their heading."""
    return tr("Teema: {name}", name=row.words) if row.kind == "theme" else said(row, tr)[0]


def together(told: Sequence[Row], most: int) -> Iterator[list[Row]]:
    """The rows one by one; those that have no answer yet and wait for the same one until the same day together, so many at most
    at a time and after all others."""
    yield from ([row] for row in told if row.outcome)
    waiting: dict[tuple[str, str], list[Row]] = {}
    for row in told:
        if not row.outcome:
            waiting.setdefault((row.who, row.when), []).append(row)
    for alike in waiting.values():
        yield from (alike[place : place + most] for place in range(0, len(alike), most))


def _row(state: Workshop, matter: Matter, tr: Translator) -> Row:
    answer = state.answers.by_id.get(matter.id)
    who = (answer.who if answer else "") or matter.who or (_telling(state)[0] if answer is None else "")
    when = _when(state, matter, answer)
    quotes = matter.said if len(matter.said) <= QUOTED + 1 else matter.said[:QUOTED]
    return Row(
        matter.kind,
        matter.words,
        answer.outcome if answer else "",
        answer.text if answer else "",
        sections.who(state, who, tr, public=True),
        when,
        matter.size,
        quotes,
        len(matter.said) - len(quotes),
    )


def _when(state: Workshop, matter: Matter, answer: Answer | None) -> str:
    """By when it is promised; of what is settled, only when somebody said so."""
    if answer is None:
        return matter.when or _telling(state)[1]
    return answer.when or ("" if answer.outcome in SETTLED else matter.when)


def _telling(state: Workshop) -> tuple[str, str]:
    """Who tells of what has no answer of its own yet, and when; once that has been told, no day is promised any more."""
    closing, told = state.closing, state.answers.by_id.get(TELLING)
    if told is None:
        return closing.who, closing.when
    return told.who or closing.who, "" if told.outcome in SETTLED else told.when or closing.when


def _material(state: Workshop, tr: Translator) -> list[Block]:
    """What was promised of the whole material, and whether the promise was kept."""
    closing, answer = state.closing, state.answers.by_id.get(TELLING)
    if not closing.where.strip() and answer is None:
        return []
    facts = [(tr("Mihin aineisto menee"), closing.where)] if closing.where.strip() else []
    if answer is None:
        facts.append((tr("Kuka kertoo"), sections.who(state, closing.who, tr, public=True)))
        facts.append((tr("Milloin ja missä"), closing.when))
    else:
        came = ". ".join(part.rstrip(".") for part in (tr(WORDS[answer.outcome]), answer.text) if part) + "."
        facts.append((tr("Mitä siitä tuli"), came))
        facts.append((tr("Kuka kertoo"), sections.who(state, answer.who or closing.who, tr, public=True)))
        facts.append((tr("Milloin"), answer.when or ("" if answer.outcome in SETTLED else closing.when)))
    return [Heading(tr("Mitä aineistosta luvattiin")), Facts(tuple((name, value) for name, value in facts if value.strip()))]


def _answered(told: list[Row], tr: Translator) -> Table:
    """Beside what was said what was done, and who tells, when somebody does."""
    header = [tr("Mitä sanoitte") if told[0].kind in ("theme", "idea") else tr("Mitä sovitte"), tr("Mitä tehtiin")]
    cells = [["\n".join(said(row, tr)), "\n".join(part for part in (tr(WORDS[row.outcome]), row.text) if part)] for row in told]
    telling = ["\n".join(part for part in (row.who, row.when) if part) for row in told]
    if any(telling):
        header.append(tr("Kuka ja milloin"))
        cells = [[*row, who] for row, who in zip(cells, telling, strict=True)]
    weights = (3.9, 4.2, 2.4) if any(telling) else (1.0, 1.1)
    return Table(tuple(header), tuple(map(tuple, cells)), weights, leads=(0, 1))


def _unanswered(told: list[Row], tr: Translator) -> Table:
    header = (tr("Mitä sanoitte tai sovitte"), tr("Kuka vastaa"), tr("Milloin"))
    cells = tuple(
        ("\n".join(named(row, tr) for row in alike), alike[0].who or tr(_OPEN), alike[0].when or tr(_OPEN))
        for alike in together(told, _MOST_TOGETHER)
    )
    return Table(header, cells, (5.0, 2.4, 2.6), leads=(1,))
