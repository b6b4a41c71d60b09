"""The record of a series of dialogues: what was talked about where, what was common and what differed, and what will be done.

Folded from the workshops that carry the same series. It names nobody, and tells nothing of what a group of fewer than five
said: one could guess whose words they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fasilitaattori.document.blocks import Block, Document, Heading, Quote, bullets, paragraph, table
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import sections, times
from fasilitaattori.tools.discussion.model import State as Talk
from fasilitaattori.tools.ideas.model import Idea
from fasilitaattori.tools.ideas.model import State as Wall
from fasilitaattori.workshop.checking import SHOWN_FROM
from fasilitaattori.workshop.checkingfacts import DIFFERS
from fasilitaattori.workshop.record import ACTION, NOTE
from fasilitaattori.workshop.state import Workshop

MOST_OF_THEME = 8
"""So many notes of a theme are told, as evenly from every dialogue as they go."""


@dataclass(frozen=True)
class Dialogue:
    """One of the series under its number. `themes`: name -> notes. Of a `small` group nothing is told that was said."""

    number: int
    state: Workshop
    themes: dict[str, list[Idea]]
    notes: list[str]
    views: list[str]

    @property
    def small(self) -> bool:
        return self.state.people.count() < SHOWN_FROM

    def weight(self, theme: str) -> int:
        """How many notes the theme got; those that were merged count each, as in the minutes."""
        return sum(1 + len(idea.merged) for idea in self.themes[theme])


def possible(state: Workshop) -> bool:
    """Does the workshop belong to a series?"""
    return bool(state.info.series.strip())


def same_series(one: str, other: str) -> bool:
    """Is it the same series? Capitals and spaces do not matter."""
    return bool(one.strip()) and _plain(one) == _plain(other)


def record(states: Sequence[Workshop], name: str, tr: Translator) -> Document:
    """The record of the series of this name; of the workshops given those that have been held."""
    held = [state for state in states if state.run.visits and same_series(state.info.series, name)]
    held.sort(key=lambda state: (f"{times.day_of(state) or ''}", state.info.start, state.id))
    dialogues = [_dialogue(number, state) for number, state in enumerate(held, 1)]
    open_ = [one for one in dialogues if not one.state.closing.approved]
    organisers = dict.fromkeys(one.state.info.organiser.strip() for one in dialogues)
    parts = (
        (tr("Dialogit"), _dialogues(dialogues, tr)),
        (tr("Mistä puhuttiin"), _topics(dialogues, tr)),
        (tr("Mikä yhdisti"), _common(dialogues, tr)),
        (tr("Mikä erosi"), _different(dialogues, tr)),
        (tr("Mitä tällä tehdään, kuka kertoo ja milloin"), _next(dialogues, tr)),
    )
    blocks: list[Block] = []
    for number, (title, told) in enumerate(parts, 1):
        blocks += [Heading(f"{number} {title}"), *told]
    blocks.append(paragraph(_said_of_names(dialogues, tr), small=True))
    days = [day for one in dialogues if (day := times.day_of(one.state)) is not None]
    return Document(
        title=tr("Kirjaus dialogisarjasta: {series}", series=name.strip()),
        language=tr.language,
        blocks=tuple(blocks),
        organisation=", ".join(organiser for organiser in organisers if organiser),
        subject=tr("Kirjaus dialogisarjasta"),
        date=days[-1].isoformat() if days else "",
        lead=(_summary(dialogues, tr),),
        draft=bool(open_) or not dialogues,
        draft_mark=tr("LUONNOS"),
        draft_note=tr("Sarjan kaikkia muistioita ei ole vielä hyväksytty."),
    )


def _dialogue(number: int, state: Workshop) -> Dialogue:
    themes: dict[str, list[Idea]] = {}
    for step in state.plan.steps():
        if step.tool == "ideas":
            wall: Wall = state.tool(step)
            for theme in wall.themes:
                if notes := wall.on_wall(theme.id):
                    themes.setdefault(theme.name.strip(), []).extend(notes)
    views = [each.words for check in state.checking.all.values() for each in check.corrections.values() if each.how == DIFFERS]
    return Dialogue(number, state, themes, [entry.text for entry in state.record.of_kind(NOTE)], views)


def _summary(dialogues: Sequence[Dialogue], tr: Translator) -> str:
    """How many dialogues, when, how many people."""
    if not dialogues:
        return tr("Sarjan dialogeja ei ole vielä pidetty.")
    days = [day for one in dialogues if (day := times.day_of(one.state)) is not None]
    told = tr.n("{n} dialogi", "{n} dialogia", len(dialogues))
    if days:
        first, last = tr.date(days[0]), tr.date(days[-1])
        told += ", " + (first if first == last else f"{first}–{last}")
    people = sum(one.state.people.count() for one in dialogues)
    if len(dialogues) == 1:
        return told + ", " + tr.n("{n} osallistuja", "{n} osallistujaa", people)
    return told + ", " + tr.n("yhteensä {n} osallistuja", "yhteensä {n} osallistujaa", people)


def _dialogues(dialogues: Sequence[Dialogue], tr: Translator) -> list[Block]:
    if not dialogues:
        return [paragraph(tr("Sarjan dialogeja ei ole vielä pidetty."))]
    rows = []
    for one in dialogues:
        day = times.day_of(one.state)
        info = one.state.info
        rows.append(
            [f"{one.number}", tr.date(day) if day else "–", info.title, info.place or "–", f"{one.state.people.count()}"]
        )
    header = [tr("Nro"), tr("Päivä"), tr("Dialogi"), tr("Paikka"), tr("Henkilöitä")]
    told: list[Block] = [table(header, rows, weights=(0.6, 2.1, 4, 3, 1.4), right=(4,))]
    if len(dialogues) > 1:
        again = tr("Sama ihminen on voinut olla mukana useassa dialogissa; heidät on laskettu joka kerta.")
        told.append(paragraph(again, small=True))
    return told


def _topics(dialogues: Sequence[Dialogue], tr: Translator) -> Iterator[Block]:
    if not dialogues:
        yield paragraph(tr("Ei kirjattu."))
    for one in dialogues:
        yield Heading(f"{one.number}. {one.state.info.title}", 2)
        if goal := one.state.info.goal.strip():
            yield paragraph(goal)
        yield from (Quote(prompt) for prompt in _prompts(one.state))
        if one.small:
            yield paragraph(tr("Ryhmässä oli alle viisi ihmistä, joten heidän puheestaan ei kerrota."), small=True)
            continue
        if one.notes:
            yield bullets(one.notes)
        if one.themes:
            named = ", ".join(f"{name} ({one.weight(name)})" for name in one.themes)
            yield paragraph(tr("Teemat ja lappujen määrä: {themes}.", themes=named))
        if not one.notes and not one.themes:
            yield paragraph(tr("Ei kirjattu."))


def _prompts(state: Workshop) -> Iterator[str]:
    """The questions that were talked about together, as far as the talk came; ground rules are no question."""
    visited = {visit.step for visit in state.run.visits}
    for step in state.plan.steps():
        if step.tool == "discussion" and step.id in visited and not state.settings(step).ground_rules:
            shown: Talk = state.tool(step)
            yield from (prompt for prompt in state.settings(step).prompts[: shown.prompt_index + 1] if prompt.strip())


def _by_theme(dialogues: Sequence[Dialogue]) -> dict[str, list[tuple[Dialogue, str]]]:
    """Plain name -> the dialogues that had the theme, each with the name as it stood there."""
    found: dict[str, list[tuple[Dialogue, str]]] = {}
    for one in dialogues:
        if not one.small:
            for name in one.themes:
                found.setdefault(_plain(name), []).append((one, name))
    return found


def _common(dialogues: Sequence[Dialogue], tr: Translator) -> Iterator[Block]:
    shared = [of for of in _by_theme(dialogues).values() if len(of) > 1]
    if len(dialogues) == 1:
        yield paragraph(tr("Sarjassa on pidetty yksi dialogi. Yhteistä ja eroja voi verrata, kun dialogeja on useampia."))
        return
    if not shared:
        yield paragraph(tr("Dialogeilla ei ollut samannimisiä teemoja."))
        return
    shared.sort(key=lambda of: (-len(of), -sum(one.weight(name) for one, name in of)))
    rows = [
        [of[0][1], ", ".join(f"{one.number}" for one, _ in of), f"{sum(one.weight(name) for one, name in of)}"] for of in shared
    ]
    yield table([tr("Teema"), tr("Dialogeissa"), tr("Lappuja")], rows, weights=(4, 2, 1), right=(2,))
    yield paragraph(tr("Teema on yhteinen, kun sillä oli sama nimi useammassa dialogissa."), small=True)
    for of in shared:
        yield Heading(of[0][1], 2)
        yield bullets(_evenly([[(one, idea.text) for idea in one.themes[name]] for one, name in of], tr))


def _evenly(notes: Sequence[Sequence[tuple[Dialogue, str]]], tr: Translator) -> Iterator[str]:
    """A few notes of every dialogue in turn, each with the number of its dialogue."""
    longest = max(len(of) for of in notes)
    dealt = [of[place] for place in range(longest) for of in notes if place < len(of)][:MOST_OF_THEME]
    for one, text in dealt:
        yield tr("{text} (dialogi {n})", text=text, n=one.number)


def _different(dialogues: Sequence[Dialogue], tr: Translator) -> Iterator[Block]:
    alone = [of[0] for of in _by_theme(dialogues).values() if len(of) == 1] if len(dialogues) > 1 else []
    views = [(one, words) for one in dialogues if not one.small for words in one.views]
    if alone:
        yield paragraph(tr("Nämä teemat nousivat esiin vain yhdessä dialogissa:"))
        yield bullets(
            tr.n(
                "{theme} (dialogi {number}, {n} lappu)",
                "{theme} (dialogi {number}, {n} lappua)",
                one.weight(name),
                theme=name,
                number=one.number,
            )
            for one, name in alone
        )
    if views:
        yield paragraph(tr("Yhteenvedosta oltiin myös toista mieltä:"))
        yield bullets(tr("{text} (dialogi {n})", text=words, n=one.number) for one, words in views)
    if not alone and not views:
        yield paragraph(tr("Eroja ei kirjattu."))


def _next(dialogues: Sequence[Dialogue], tr: Translator) -> Iterator[Block]:
    open_ = tr("ei vielä kirjattu")
    rows = []
    for one in dialogues:
        closing = one.state.closing
        who = sections.who(one.state, closing.who, tr, public=True)
        rows.append([f"{one.number}", closing.where or open_, who or open_, closing.when or open_])
    header = [tr("Dialogi"), tr("Mihin aineisto menee"), tr("Kuka kertoo"), tr("Milloin ja missä")]
    if rows:
        yield table(header, rows, weights=(1.3, 3.7, 2.2, 2.5))
    acts = [
        [f"{one.number}", entry.text, sections.who(one.state, entry.who, tr, public=True) or "–", entry.due or "–"]
        for one in dialogues
        for entry in one.state.record.of_kind(ACTION)
    ]
    if acts:
        yield Heading(tr("Tehtävät"), 2)
        yield table([tr("Dialogi"), tr("Mitä"), tr("Kuka"), tr("Viimeistään")], acts, weights=(1.3, 3.8, 2.1, 1.6))
    if not rows and not acts:
        yield paragraph(tr("Ei kirjattu."))


def _said_of_names(dialogues: Sequence[Dialogue], tr: Translator) -> str:
    told = tr("Kirjauksessa ei ole osallistujien nimiä.")
    if any(one.small for one in dialogues):
        told += " " + tr("Alle viiden hengen ryhmän puheesta ei kerrota, jotta ketään ei voi tunnistaa.")
    return told


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
