"""The notes of an idea wall as data: what the room saw, without a trace of who wrote it."""

from collections.abc import Iterator

from fasilitaattori.document.records import Field, Value
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.ideas.model import State
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.answers import Answer
from fasilitaattori.workshop.state import Workshop

KEY = "ideas"
_TOLD_FROM = 5  # fewer slips on paper could be guessed to be somebody's


def title(tr: Translator) -> str:
    """The name of the table."""
    return tr("Ideat")


def fields(tr: Translator) -> tuple[Field, ...]:
    """The columns after the step's own."""
    return (
        Field("theme", tr("Teema")),
        Field("text", tr("Idea")),
        Field("same", tr("Samaa tarkoittavia lappuja"), number=True),
        Field("outcome", tr("Mitä siitä tuli")),
        Field("answer", tr("Vastaus")),
        Field("on_paper", tr("Niistä paperilla"), number=True),
    )


def rows(state: Workshop, step: Step) -> Iterator[tuple[Value, ...]]:
    """The notes on the wall theme by theme, in the order they came. Merged ones are one row with their number. What came
    of a note without an answer of its own is what came of its theme."""
    wall: State = state.tool(step)
    names = {theme.id: theme.name for theme in wall.themes}
    told = wall.on_paper_count() >= _TOLD_FROM or not wall.on_paper_count()
    for theme in (*names, ""):
        for idea in wall.on_wall(theme):
            answer: Answer | None = state.answers.by_id.get(idea.id) or state.answers.by_id.get(theme)
            came = (answer.outcome, answer.text or None) if answer else (None, None)
            papers = wall.papers_of(idea) if told else None
            yield names.get(theme), idea.text, 1 + len(idea.merged), *came, papers
