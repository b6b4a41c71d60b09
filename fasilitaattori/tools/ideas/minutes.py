"""What an idea wall leaves in the minutes: how many notes each theme has, and every note on the wall by its theme.

Notes that say the same were merged by the facilitator; the number of them is told, since it weighs. A corrected
note stands as corrected. Who wrote what is nobody's business.
"""

from collections.abc import Sequence

from fasilitaattori.document.blocks import Block, Heading, Quote, bullets, drawn, paragraph, table
from fasilitaattori.figures.bars import Bar, bars
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.ideas.model import Idea, Settings, State
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

_DRAWN_THEMES, _DRAWN_FROM = 2, 10  # themes and notes: fewer are seen at a glance in the lists


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """The question, how many notes came, and the notes theme by theme in the order they came."""
    settings: Settings = state.settings(step)
    wall: State = state.tool(step)
    shown = wall.on_wall()
    blocks: list[Block] = [Quote(settings.prompt)] if settings.prompt.strip() else []
    if not shown:
        return [*blocks, paragraph(tr("Seinälle ei tullut lappuja."))] if wall.ideas or _was_held(state, step) else blocks
    blocks.append(paragraph(_count(wall, tr)))
    blocks += _weights(state, wall, tr)
    for theme in wall.themes:
        notes = wall.on_wall(theme.id)
        if notes:
            blocks += [Heading(theme.name, 2), bullets(_note(idea, tr) for idea in notes)]
    blocks += _without_theme(wall, tr)
    kept_off = len(wall.hidden()) + len(wall.waiting())
    if kept_off:
        told = tr.n("{n} lappu jätettiin pois seinältä.", "{n} lappua jätettiin pois seinältä.", kept_off)
        blocks.append(paragraph(told, small=True))
    return blocks


def brief(state: Workshop, step: Step, tr: Translator) -> str:
    """How many notes there are, for the list of sections."""
    sent = _sent(state.tool(step).on_wall())
    return tr.n("{n} idea", "{n} ideaa", sent) if sent else ""


def _was_held(state: Workshop, step: Step) -> bool:
    return step.id in state.run.ever_open


def _sent(ideas: Sequence[Idea]) -> int:
    """Notes on the wall, merged ones counted each."""
    return sum(1 + len(idea.merged) for idea in ideas)


def _count(wall: State, tr: Translator) -> str:
    shown = wall.on_wall()
    told = tr.n("Seinälle tuli {n} lappu.", "Seinälle tuli {n} lappua.", _sent(shown))
    papers = wall.on_paper_count()
    if papers:
        told += " " + tr("Niistä {number} oli paperilla.", number=papers)
    if any(idea.merged for idea in shown):
        told += " " + tr("Samaa tarkoittavia lappuja on yhdistetty.")
    return told


def _weights(state: Workshop, wall: State, tr: Translator) -> list[Block]:
    """The themes by their notes, with the words that come again in them; nothing when the lists alone tell it as well."""
    notes = {theme.name: wall.on_wall(theme.id) for theme in wall.themes}
    notes = {name: some for name, some in notes.items() if some}
    loose = wall.on_wall("")
    if len(notes) < _DRAWN_THEMES or sum(map(_sent, notes.values())) + _sent(loose) < _DRAWN_FROM:
        return []
    from fasilitaattori.likeness.languages import language  # a dictionary: only where there is something to read
    from fasilitaattori.likeness.telling import telling

    texts = {name: [text for idea in some for text in _texts(wall, idea)] for name, some in notes.items()}
    words = telling(texts, language(state.info.language))
    told = {name: " · ".join(f"{word.text} {word.notes}" for word in words[name]) for name in notes}
    items = sorted((Bar(name, _sent(some), note=told[name]) for name, some in notes.items()), key=lambda bar: -bar.total)
    if loose:
        items.append(Bar(tr("Ilman teemaa"), _sent(loose), goes_on=False))
    title = tr("Laput teemoittain")
    shown = drawn(lambda width: bars(items, tr, title=title, width=width))
    if not any(told.values()):
        header, rows = [tr("Teema"), tr("Lappuja")], [[bar.label, f"{bar.total}"] for bar in items]
        return [shown, table(header, rows, weights=(6, 1.3), right=(1,))]
    header = [tr("Teema"), tr("Toistuvat sanat ja monessako lapussa"), tr("Lappuja")]
    rows = [[bar.label, bar.note or "–", f"{bar.total}"] for bar in items]
    return [shown, table(header, rows, weights=(4, 5, 1.6), right=(2,))]


def _texts(wall: State, idea: Idea) -> list[str]:
    """What a note says, and those that were merged into it; of what was hidden, or let through by nobody, not a word."""
    merged = [wall.ideas[one] for one in idea.merged if one in wall.ideas]
    return [idea.text, *(one.text for one in merged if not (one.hidden or one.pending))]


def _without_theme(wall: State, tr: Translator) -> list[Block]:
    notes = wall.on_wall("")
    if not notes:
        return []
    heading: list[Block] = [Heading(tr("Ilman teemaa"), 2)] if len(notes) < len(wall.on_wall()) else []
    return [*heading, bullets(_note(idea, tr) for idea in notes)]


def _note(idea: Idea, tr: Translator) -> str:
    if not idea.merged:
        return idea.text
    same = tr("sama ajatus {number} lapussa", number=len(idea.merged) + 1)
    return f"{idea.text} ({same})"
