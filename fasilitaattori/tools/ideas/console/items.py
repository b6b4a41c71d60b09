"""What the columns of the wall show, worked out from the state: pure, so that the wall itself only paints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.note import NoteContent, NoteState
from fasilitaattori.tools.ideas.console.names import looks_like_name
from fasilitaattori.tools.ideas.model import Idea, State

NEW_MS = 8000
WAITING, HIDDEN = "waiting", "hidden"
"""Keys of the two columns that are no themes; "" is the column of notes without a theme."""


@dataclass(frozen=True, slots=True)
class Item:
    """A note in a column. `suspect` = it seems to name somebody; `merged` = it stands for several."""

    id: str
    content: NoteContent
    suspect: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the wall: the items of each column by its key, and how many there are in all."""

    columns: dict[str, list[Item]]
    on_wall: int
    waiting: int
    hidden: int
    senders: int


class Suspicions:
    """Remembers which texts seem to name somebody, since the same notes are looked at again and again."""

    def __init__(self) -> None:
        self._people: tuple[str, ...] = ()
        self._known: dict[str, bool] = {}

    def of(self, text: str, people: tuple[str, ...]) -> bool:
        """Does the text seem to name somebody?"""
        if people != self._people:
            self._people, self._known = people, {}
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = looks_like_name(text, people)
        return found


def board(wall: State, people: tuple[str, ...], now_ms: int, search: str, tr: Translator, suspicions: Suspicions) -> Board:
    """The wall as it stands at `now_ms`; `search` leaves only the notes with these words."""
    places = {theme.id: index for index, theme in enumerate(wall.themes)}
    columns: dict[str, list[Item]] = {WAITING: [], HIDDEN: [], "": [], **{key: [] for key in places}}
    counts = {"wall": 0, WAITING: 0, HIDDEN: 0}
    senders = set()
    wanted = search.casefold().split()
    for idea in wall.ideas.values():
        if idea.withdrawn:
            continue
        if idea.author is not None:
            senders.add(idea.author)
        if idea.hidden:
            key, kind = HIDDEN, HIDDEN
        elif idea.pending:
            key, kind = WAITING, WAITING
        elif idea.merged_into:
            continue
        else:
            key, kind = wall.theme_of(idea), "wall"
        counts[kind] += 1
        if all(word in idea.text.casefold() for word in wanted):
            columns[key].append(_item(idea, wall, places.get(key, -1), people, now_ms, tr, suspicions))
    return Board(columns, counts["wall"], counts[WAITING], counts[HIDDEN], len(senders))


def _item(
    idea: Idea, wall: State, place: int, people: tuple[str, ...], now_ms: int, tr: Translator, suspicions: Suspicions
) -> Item:
    state: NoteState = "hidden" if idea.hidden else "waiting" if idea.pending else "wall"
    if state == "wall" and idea.author is not None and now_ms - idea.at_ms < NEW_MS:
        state = "new"
    badges = []
    if idea.merged:
        badges.append(tr("{n} samaa", n=len(idea.merged) + 1))
    if wall.raised == idea.id:
        badges.append(tr("esillä"))
    content = NoteContent(idea.text, state, place, " · ".join(badges), tr("uusi") if state == "new" else "")
    suspect = idea.pending and not idea.hidden and suspicions.of(idea.text, people)
    return Item(idea.id, content, suspect, bool(idea.merged))


def soonest_change(wall: State, now_ms: int) -> bool:
    """Is some note new now, so that it will stop being so?"""
    return any(now_ms - idea.at_ms < NEW_MS + 1500 for idea in _latest(wall.ideas.values()))


def _latest(ideas: Iterable[Idea]) -> list[Idea]:
    return list(ideas)[-60:]
