"""What may be done on the idea wall, by the facilitator and by phones."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import RuleViolation
from fasilitaattori.tools.ideas.model.facts import (
    IdeaAdded,
    IdeaCorrected,
    IdeaRaised,
    IdeasHidden,
    IdeasMerged,
    IdeasMoved,
    IdeasShown,
    IdeasSplit,
    IdeaWithdrawn,
    ThemeAdded,
    ThemeRemoved,
    ThemeRenamed,
)
from fasilitaattori.tools.ideas.model.state import Idea
from fasilitaattori.workshop.agenda import change_step
from fasilitaattori.workshop.events import At, Body, Command, Outcome
from fasilitaattori.workshop.record import clean_text
from fasilitaattori.workshop.tool import Send

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

MAX_THEME = 80


def add(step_id: str, text: str, theme: str = "", *, source: str = "", number: int = 0) -> Command:
    """A note from the desk on behalf of somebody; it goes on the wall at once. `source` and `number` as in IdeaAdded.
    RuleViolation: empty_text, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        clean = clean_text(text, most_letters(state, step))
        return [At(step_id, IdeaAdded(clean, theme=_theme(state, step, theme), source=source, number=number))]

    return command


def most_letters(state: "Workshop", step: "Step") -> int:
    """How long a note from the desk may be."""
    return max(int(state.settings(step).max_length), 280)


def show(step_id: str, ids: Sequence[str]) -> Command:
    """Approve or restore."""
    return _on_some(step_id, ids, lambda idea: idea.pending or idea.hidden, IdeasShown)


def hide(step_id: str, ids: Sequence[str]) -> Command:
    """Take off the wall."""
    return _on_some(step_id, ids, lambda idea: not idea.hidden, IdeasHidden)


def move(step_id: str, ids: Sequence[str], theme: str) -> Command:
    """Into a theme ("" = out of all). RuleViolation: no_idea, no_theme."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        wanted = _theme(state, step, theme)
        moving = [idea.id for idea in _need(state, step, ids) if idea.theme != wanted]
        return [At(step_id, IdeasMoved(moving, wanted))] if moving else []

    return command


def correct(step_id: str, idea_id: str, text: str) -> Command:
    """Correct a typo; the original is kept."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        idea = _need(state, step, [idea_id])[0]
        clean = clean_text(text, most_letters(state, step))
        return [At(step_id, IdeaCorrected(idea_id, clean))] if clean != idea.text else []

    return command


def merge(step_id: str, ids: Sequence[str]) -> Command:
    """Merge notes that say the same into the first of them; into one on the wall, if any is, and rather into one that has been
    placed in a theme: merging takes nothing away from where the room sees it. RuleViolation: same_idea, no_idea."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        wall = state.tool(step)
        whole = [idea for idea in _need(state, step, ids) if not idea.merged_into]
        if len(whole) < 2:
            raise RuleViolation("same_idea")
        into, *others = sorted(whole, key=lambda idea: (not idea.shown, not wall.theme_of(idea)))
        return [At(step_id, IdeasMerged(into.id, [idea.id for idea in others]))]

    return command


def split(step_id: str, idea_id: str) -> Command:
    """Let merged notes stand on their own again."""

    def command(state: "Workshop") -> list[Outcome]:
        idea = _need(state, state.plan.need(step_id, "ideas"), [idea_id])[0]
        return [At(step_id, IdeasSplit(idea_id))] if idea.merged else []

    return command


def raise_up(step_id: str, idea_id: str) -> Command:
    """Show one note large on the big screen; the same again or "" takes it down."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        if idea_id:
            _need(state, step, [idea_id])
        up = state.tool(step).raised
        wanted = "" if idea_id == up else idea_id
        return [At(step_id, IdeaRaised(wanted))] if wanted != up else []

    return command


def add_theme(step_id: str, name: str, ids: Sequence[str] = ()) -> Command:
    """A new theme, of these notes if any are given; those that waited or were hidden come on the wall with it.
    RuleViolation: empty_text, too_long, no_idea."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        ideas = [idea.id for idea in _need(state, step, ids)] if ids else []
        shown = show(step_id, ideas)(state) if ideas else []
        return [*shown, At(step_id, ThemeAdded(clean_text(name, MAX_THEME), ids=ideas))]

    return command


def rename_theme(step_id: str, theme: str, name: str) -> Command:
    """Another name for a theme."""

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(step_id, "ideas")
        if not theme or not _theme(state, step, theme):
            raise RuleViolation("no_theme")
        return [At(step_id, ThemeRenamed(theme, clean_text(name, MAX_THEME)))]

    return command


def remove_theme(step_id: str, theme: str) -> Command:
    """Take a theme away; its notes stay on the wall without one."""

    def command(state: "Workshop") -> list[Outcome]:
        if theme not in state.tool(state.plan.need(step_id, "ideas")).by_theme_id:
            raise RuleViolation("no_theme")
        return [At(step_id, ThemeRemoved(theme))]

    return command


def set_approval(step_id: str, approval: bool) -> Command:
    """Whether new notes wait for approval; those already sent stay as they are."""

    def command(state: "Workshop") -> list[Outcome]:
        from_plan = state.plan.need(step_id, "ideas")
        if state.settings(from_plan).approval == approval:
            return []
        return change_step(step_id, settings={"approval": approval})(state)

    return command


def opening(state: "Workshop", step: "Step") -> list[Body]:
    """Columns and ready-made themes go up when the step first opens."""
    if state.tool(step).by_theme_id:
        return []
    settings = state.settings(step)
    return [
        *(ThemeAdded(name, column=True) for name in settings.columns),
        *(ThemeAdded(name) for name in settings.themes),
    ]


def _theme(state: "Workshop", step: "Step", theme: str) -> str:
    if theme and theme not in state.tool(step).by_theme_id:
        raise RuleViolation("no_theme")
    return theme


def _need(state: "Workshop", step: "Step", ids: Sequence[str]) -> list[Idea]:
    ideas = state.tool(step).ideas
    if not ids or any(i not in ideas for i in ids):
        raise RuleViolation("no_idea")
    return [ideas[i] for i in dict.fromkeys(ids)]


def _on_some(step_id: str, ids: Sequence[str], wanted: Any, body: Any) -> Command:
    def command(state: "Workshop") -> list[Outcome]:
        some = [idea.id for idea in _need(state, state.plan.need(step_id, "ideas"), ids) if wanted(idea)]
        return [At(step_id, body(some))] if some else []

    return command


# --- phones --------------------------------------------------------------------------------------------------------


class NewIdea(msgspec.Struct, frozen=True):
    """An idea from a phone; `theme` a column when the step has columns."""

    text: str
    theme: str = ""


class OldIdea(msgspec.Struct, frozen=True):
    """One's own idea."""

    idea: str


def _send(state: "Workshop", step: "Step", author: int, body: NewIdea) -> list[Outcome]:
    settings = state.settings(step)
    clean = clean_text(body.text, settings.max_length)
    return [At(step.id, IdeaAdded(clean, settings.approval, _theme(state, step, body.theme)))]


def _withdraw(state: "Workshop", step: "Step", author: int, body: OldIdea) -> list[Outcome]:
    idea = _need(state, step, [body.idea])[0]
    if idea.author != author:
        raise RuleViolation("not_yours")
    return [] if idea.withdrawn else [At(step.id, IdeaWithdrawn(body.idea))]


def leaving(state: "Workshop", step: "Step", number: int) -> list[Outcome]:
    """What a removed person has waiting for approval comes off the wall; what is on it stays for the facilitator to judge."""
    waiting = [idea.id for idea in state.tool(step).of_author(number) if idea.pending and not idea.hidden]
    return [At(step.id, IdeasHidden(waiting))] if waiting else []


def _may_withdraw(state: "Workshop", step: "Step", author: int) -> bool:
    return state.run.is_open(step.id) and bool(state.tool(step).of_author(author))


SENDS = {"ideas.added": Send(NewIdea, _send, public=True), "ideas.withdrawn": Send(OldIdea, _withdraw, _may_withdraw)}
