"""The idea wall as it stands, folded from its facts. It is read often and changes all the time: what is asked of it in a full
hall (how many notes there are, which have changed) costs by what is new."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

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
from fasilitaattori.workshop.events import Event
from fasilitaattori.workshop.paper import PAPER
from fasilitaattori.workshop.tool import Matter, ToolState

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Idea:
    """An idea. `text` as corrected, `original` as it came; `author` a participant's number or None (from the desk); `number`
    that of the paper slip."""

    id: str
    text: str
    original: str
    author: int | None
    pending: bool
    at_ms: int
    at: str
    theme: str = ""
    source: str = ""
    number: int = 0
    hidden: bool = False
    withdrawn: bool = False
    merged_into: str = ""
    merged: list[str] = field(default_factory=list)

    @property
    def by_desk(self) -> bool:
        return self.author is None

    @property
    def on_paper(self) -> bool:
        """Did it come on a paper slip?"""
        return self.source == PAPER

    @property
    def shown(self) -> bool:
        """On the wall as a note of its own?"""
        return not (self.pending or self.hidden or self.withdrawn or self.merged_into)

    @property
    def waiting(self) -> bool:
        """Waiting for the facilitator?"""
        return self.pending and not (self.hidden or self.withdrawn)


@dataclass(slots=True)
class Theme:
    """A theme on the wall."""

    id: str
    name: str
    column: bool = False


@dataclass(slots=True)
class State(ToolState):
    """The wall as it stands."""

    ideas: dict[str, Idea] = field(default_factory=dict)
    by_theme_id: dict[str, Theme] = field(default_factory=dict)
    raised: str = ""
    touched: list[str] = field(default_factory=list, compare=False, repr=False)
    """The ids of the ideas in the order in which something happened to them, for who follows the wall: an undoing makes a new
    state."""

    _by_author: dict[int, list[Idea]] = field(default_factory=dict, compare=False, repr=False)
    _were: dict[str, tuple[bool, bool]] = field(default_factory=dict, compare=False, repr=False)  # before the event folded now
    _shown: int = field(default=0, compare=False, repr=False)
    _waiting: int = field(default=0, compare=False, repr=False)

    @property
    def count(self) -> int:
        """How many notes are on the wall, without going through them."""
        return self._shown

    @property
    def waiting_count(self) -> int:
        """How many wait for approval, without going through them."""
        return self._waiting

    @property
    def themes(self) -> list[Theme]:
        return list(self.by_theme_id.values())

    def on_wall(self, theme: str | None = None) -> list[Idea]:
        """Notes on the wall in the order they came; of one theme ("" = without a theme) when given."""
        return [i for i in self.ideas.values() if i.shown and (theme is None or self.theme_of(i) == theme)]

    def theme_of(self, idea: Idea) -> str:
        """The id of an idea's theme, "" when it has none (any more)."""
        return idea.theme if idea.theme in self.by_theme_id else ""

    def papers_of(self, idea: Idea) -> int:
        """How many of the notes merged into this one, itself too, came on paper."""
        return idea.on_paper + sum(self.ideas[one].on_paper for one in idea.merged)

    def on_paper_count(self) -> int:
        """How many of the notes on the wall came on paper, merged ones counted each."""
        return sum(self.papers_of(idea) for idea in self.on_wall())

    def waiting(self) -> list[Idea]:
        """Notes waiting for approval, in the order they came."""
        return [idea for idea in self.ideas.values() if idea.waiting]

    def hidden(self) -> list[Idea]:
        """Notes taken off the wall."""
        return [idea for idea in self.ideas.values() if idea.hidden and not idea.withdrawn]

    def matters(self) -> list[Matter]:
        """Every theme with notes, then every note on the wall; where there are no themes the notes stand for themselves."""
        of_theme: dict[str, list[Idea]] = {}
        for idea in self.on_wall():
            of_theme.setdefault(self.theme_of(idea), []).append(idea)
        made = [
            Matter(theme.id, "theme", theme.name, sum(map(_weight, notes)), said=_by_weight(notes))
            for theme in self.themes
            if (notes := of_theme.get(theme.id))
        ]
        made += [
            Matter(idea.id, "idea", idea.text, _weight(idea), theme, loose=bool(self.by_theme_id) and not theme, at=idea.at)
            for theme, notes in of_theme.items()
            for idea in notes
        ]
        return made

    def holds(self, of: str) -> bool:
        """Is there such a theme, or such a note on the wall?"""
        return of in self.by_theme_id or (of in self.ideas and self.ideas[of].shown)

    def of_author(self, author: int) -> list[Idea]:
        """What this participant sent and did not take back."""
        return [idea for idea in self._by_author.get(author, ()) if not idea.withdrawn]

    def apply(self, event: Event) -> None:
        """Fold one event."""
        if isinstance(event.body, IdeaAdded):
            self._add(event, event.body)
            return
        self._were.clear()
        self._change(event)
        for key, (shown, waiting) in self._were.items():
            idea = self.ideas[key]
            self._shown += idea.shown - shown
            self._waiting += idea.waiting - waiting

    def _change(self, event: Event) -> None:
        match event.body:
            case IdeaWithdrawn(of=of):
                for idea in self._these([of]):
                    idea.withdrawn = True
                    for target in self._these([idea.merged_into]):
                        target.merged.remove(of)
                    idea.merged_into = ""
                self._release(of)
            case IdeasShown(ids=ids):
                for idea in self._these(ids):
                    idea.pending = idea.hidden = False
            case IdeasHidden(ids=ids):
                for idea in self._these(ids):
                    idea.hidden = True
            case IdeaCorrected(of=of, text=text):
                for idea in self._these([of]):
                    idea.text = text
            case IdeasMerged(into=into, ids=ids):
                self._merge(into, ids)
            case IdeasSplit(of=of):
                self._release(of)
            case IdeasMoved(ids=ids, theme=theme):
                for idea in self._these(ids):
                    idea.theme = theme
            case IdeaRaised(of=of):
                self.raised = of
            case ThemeAdded(name=name, column=column, ids=ids):
                self.by_theme_id.setdefault(event.id, Theme(event.id, name, column))
                for idea in self._these(ids):
                    idea.theme = event.id
            case ThemeRenamed(of=of, name=name):
                if of in self.by_theme_id:
                    self.by_theme_id[of].name = name
            case ThemeRemoved(of=of):
                self.by_theme_id.pop(of, None)

    def _add(self, event: Event, body: IdeaAdded) -> None:
        if event.id in self.ideas:
            return
        idea = Idea(event.id, body.text, body.text, event.author, body.pending, event.ms, event.at, body.theme, body.source)
        idea.number = body.number
        self.ideas[event.id] = idea
        self.touched.append(event.id)
        if event.author is not None:
            self._by_author.setdefault(event.author, []).append(idea)
        self._shown += idea.shown
        self._waiting += idea.waiting

    def _these(self, ids: "Iterable[str]") -> list[Idea]:
        """Those of these that there are, to be changed."""
        found = [self.ideas[i] for i in ids if i in self.ideas]
        for idea in found:
            self.touched.append(idea.id)
            self._were.setdefault(idea.id, (idea.shown, idea.waiting))
        return found

    def _merge(self, into: str, ids: list[str]) -> None:
        target = self.ideas.get(into)
        if target is None or target.merged_into:
            return
        self.touched.append(into)
        for idea in self._these(ids):
            if idea.id == into or idea.merged_into:
                continue
            idea.merged_into = into
            target.merged.append(idea.id)
            for inner in self._these(idea.merged):  # what was merged into it comes along
                inner.merged_into = into
                target.merged.append(inner.id)
            idea.merged = []

    def _release(self, of: str) -> None:
        for target in self._these([of]):
            for idea in self._these(target.merged):
                idea.merged_into = ""
            target.merged = []


def _weight(idea: Idea) -> int:
    """How many notes say it."""
    return 1 + len(idea.merged)


def _by_weight(notes: list[Idea]) -> tuple[str, ...]:
    """The texts, what most say first."""
    return tuple(idea.text for idea in sorted(notes, key=_weight, reverse=True))
