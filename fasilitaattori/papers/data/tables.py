"""The tables of a workshop: the one list from which CSV, XLSX and JSON are made, so that they tell the same.

Nothing here ties a text to a person. The public version has no names either; the internal one has the names of those who
allowed theirs, and those who answer for actions.
"""

from collections.abc import Iterator, Mapping
from typing import Protocol

from fasilitaattori.document.records import Field, Records, Value
from fasilitaattori.figures.timeline import Stay, clock
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import checked, sections, times
from fasilitaattori.tools.ideas import data as ideas
from fasilitaattori.tools.survey import data as survey
from fasilitaattori.tools.vote import data as vote
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.answers import Answer, matters
from fasilitaattori.workshop.changes import changes
from fasilitaattori.workshop.checking import SHOWN_FROM, tally
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE
from fasilitaattori.workshop.state import Workshop


class TellsData(Protocol):
    """What a tool's `data` offers. `rows` gives a step's rows, one value for each of `fields`."""

    KEY: str

    def title(self, tr: Translator, /) -> str: ...
    def fields(self, tr: Translator, /) -> tuple[Field, ...]: ...
    def rows(self, state: Workshop, step: Step, /) -> Iterator[tuple[Value, ...]]: ...


TOOLS: Mapping[str, TellsData] = {"ideas": ideas, "vote": vote, "survey": survey}
"""The tools that leave data, by their names in a plan."""


def tables(state: Workshop, tr: Translator, *, public: bool = True) -> list[Records]:
    """Every table of the workshop, those without rows included: another program finds them where it looks."""
    made = [_steps(state, tr), *(_of_tool(state, tool, tr) for tool in TOOLS)]
    made += [_entries(state, tr), _actions(state, tr, public=public), _changes(state, tr)]
    made.append(_answers(state, tr, public=public))
    made += [_checked(state, tr, public=public), _corrections(state, tr)]
    return made if public else [*made, _people(state, tr)]


def _steps(state: Workshop, tr: Translator) -> Records:
    fields = (
        _number(tr),
        Field("title", tr("Vaihe")),
        Field("mode", tr("Miten ollaan")),
        Field("planned_start", tr("Suunniteltu alku")),
        Field("planned_end", tr("Suunniteltu loppu")),
        Field("planned_minutes", tr("Suunniteltu kesto, min"), number=True),
        Field("start", tr("Toteutunut alku")),
        Field("end", tr("Toteutunut loppu")),
        Field("minutes", tr("Toteutunut kesto, min"), number=True),
    )
    rows = (_step(number, stay) for number, stay in enumerate(times.stays(state), 1))
    return Records("steps", tr("Vaiheet"), fields, tuple(rows))


def _step(number: int, stay: Stay) -> tuple[Value, ...]:
    planned = (_clock(stay.planned_start), _clock(stay.planned_end), round(stay.planned_end - stay.planned_start))
    length = None if stay.start is None or stay.end is None else round(stay.end - stay.start)
    return number, stay.title, stay.mode, *planned, _clock(stay.start), _clock(stay.end), length


def _of_tool(state: Workshop, tool: str, tr: Translator) -> Records:
    """The rows of every step that uses the tool, each with the step it belongs to."""
    told = TOOLS[tool]
    steps = [(number, step) for number, step in enumerate(state.plan.steps(), 1) if step.tool == tool]
    rows = tuple((number, step.title, *row) for number, step in steps for row in told.rows(state, step))
    return Records(told.KEY, told.title(tr), (_number(tr), Field("title", tr("Vaihe")), *told.fields(tr)), rows)


def _entries(state: Workshop, tr: Translator) -> Records:
    """Notes and decisions."""
    kinds = {NOTE: tr("huomio"), DECISION: tr("päätös")}
    fields = (_number(tr), Field("kind", tr("Laji")), Field("text", tr("Teksti")))
    rows = ((_place(state, entry.step), kinds[entry.kind], entry.text) for entry in state.record.entries if entry.kind in kinds)
    return Records("record", tr("Kirjaukset"), fields, tuple(rows))


def _actions(state: Workshop, tr: Translator, *, public: bool) -> Records:
    fields = (
        _number(tr),
        Field("what", tr("Mitä")),
        Field("who", tr("Kuka")),
        Field("due", tr("Viimeistään")),
        Field("outcome", tr("Mitä siitä tuli")),
        Field("answer", tr("Vastaus")),
    )
    rows: list[tuple[Value, ...]] = []
    for entry in state.record.of_kind(ACTION):
        who = sections.who(state, entry.who, tr, public=public)
        answer = state.answers.by_id.get(entry.id)
        came = (answer.outcome, answer.text or None) if answer else (None, None)
        rows.append((_place(state, entry.step), entry.text, who or None, entry.due or None, *came))
    return Records("actions", tr("Tehtävät"), fields, tuple(rows))


def _answers(state: Workshop, tr: Translator, *, public: bool) -> Records:
    """What came of what: every answer beside what it answers."""
    fields = (
        Field("kind", tr("Laji")),
        Field("what", tr("Mitä sanottiin")),
        Field("outcome", tr("Mitä siitä tuli")),
        Field("answer", tr("Vastaus")),
        Field("who", tr("Kuka kertoo")),
        Field("when", tr("Milloin")),
        Field("at", tr("Vastattu")),
    )
    told = ((matter, state.answers.by_id.get(matter.id)) for matter in matters(state))
    rows = tuple((matter.kind, matter.words, *_told(state, answer, tr, public=public)) for matter, answer in told if answer)
    return Records("answers", tr("Mitä sanoitte, mitä tehtiin"), fields, rows)


def _told(state: Workshop, answer: Answer, tr: Translator, *, public: bool) -> tuple[Value, ...]:
    who = sections.who(state, answer.who, tr, public=public)
    return answer.outcome, answer.text or None, who or None, answer.when or None, answer.at[:10]


def _changes(state: Workshop, tr: Translator) -> Records:
    fields = (Field("title", tr("Vaihe")), Field("change", tr("Mikä muuttui")), Field("why", tr("Miksi")))
    rows = ((change.step.title, change.text(tr), change.why or None) for change in changes(state))
    return Records("method_changes", tr("Menetelmän muutokset"), fields, tuple(rows))


def _checked(state: Workshop, tr: Translator, *, public: bool) -> Records:
    """The summary as it was checked in the hall; without numbers where fewer than five took part."""
    fields = (
        Field("checking", tr("Tarkistus"), number=True),
        Field("point", tr("Kohta"), number=True),
        Field("text", tr("Teksti")),
        Field("who", tr("Kuka")),
        Field("due", tr("Viimeistään")),
        Field("right", tr("Oikein"), number=True),
        Field("wrong", tr("Korjattava"), number=True),
    )
    rows: list[tuple[Value, ...]] = []
    for number, check in enumerate(checked.told_of(state), 1):
        told = tally(state, check)
        for place, point in enumerate(check.points.values(), 1):
            counts = (told.right[point.id], told.wrong[point.id]) if told.people >= SHOWN_FROM else (None, None)
            who = sections.who(state, point.who, tr, public=public) or None
            rows.append((number, place, point.text, who, point.due or None, *counts))
    return Records("checked_points", tr("Salissa tarkistettu"), fields, tuple(rows))


def _corrections(state: Workshop, tr: Translator) -> Records:
    fields = (
        Field("checking", tr("Tarkistus"), number=True),
        Field("point", tr("Kohta"), number=True),
        Field("text", tr("Mitä ehdotettiin")),
        Field("outcome", tr("Mitä siitä seurasi")),
    )
    rows = (
        (number, checked.place(check, check.points[each.point]), each.words, checked.fate(state, each, tr))
        for number, check in enumerate(checked.told_of(state), 1)
        for each in check.told
    )
    return Records("corrections", tr("Korjausehdotukset"), fields, tuple(rows))


def _people(state: Workshop, tr: Translator) -> Records:
    """The names of those who allowed theirs in the minutes."""
    names = (state.people.shown_name(one.number) for one in state.people.all.values() if one.name_in_minutes)
    rows: Iterator[tuple[Value, ...]] = ((name,) for name in sorted(names, key=tr.sort_key) if name)
    return Records("people", tr("Nimensä muistioon antoivat"), (Field("name", tr("Nimi")),), tuple(rows))


def _number(tr: Translator) -> Field:
    return Field("step", tr("Vaiheen numero"), number=True)


def _place(state: Workshop, step_id: str | None) -> int | None:
    """The number of a step in the plan, None for what belongs to no step of it."""
    return next((number for number, step in enumerate(state.plan.steps(), 1) if step.id == step_id), None)


def _clock(minutes: float | None) -> str | None:
    """Minutes since midnight as "18:05", as programs read times."""
    return None if minutes is None else clock(minutes).strftime("%H:%M")
