"""What the columns of the wall show, worked out from the state: pure, so that the wall itself only paints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.note import NoteContent, NoteState
from fasilitaattori.tools.ideas.console.names import looks_like_name
from fasilitaattori.tools.ideas.model import Idea, State

NEW_MS = 8000
WAITING, HIDDEN = "waiting", "hidden"
"""Keys of the two columns that are no themes; "" is the column of notes without a theme."""

ON_WALL, MERGED = "wall", "merged"
"""What else notes count as."""


@dataclass(frozen=True, slots=True)
class Item:
    """A note in a column. `suspect` = it seems to name somebody; `merged` = it stands for several."""

    id: str
    content: NoteContent
    suspect: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the wall: the items of each column by its key, how many there are in all, and who has sent any.

    Boards of one maker are numbered. Since the board before, a column has at most got items after its last one, but for those
    in `changed`: these rows have another item, or everything may be another (None)."""

    columns: dict[str, list[Item]]
    on_wall: int
    waiting: int
    hidden: int
    senders: frozenset[int]
    number: int = field(default=0, compare=False)
    changed: Mapping[str, Sequence[int] | None] = field(default_factory=dict, compare=False)


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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a note lies: the key of its column, what it counts as, its item (None = not among what is searched for)."""

    key: str
    kind: str
    item: Item | None


class BoardMaker:
    """Makes the board, going through only the notes that changed since the last time; all of them when the themes, the search,
    the names of the people, the raised note or the order changed."""

    def __init__(self) -> None:
        self.order: Mapping[str, int] = {}
        """In what order the notes without a theme stand: the place of each, those that have none after them as they came."""
        self._suspicions = Suspicions()
        self._wall: State | None = None
        self._frame: tuple[object, ...] = ()
        self._number = 0
        self._forget([])

    def _forget(self, themes: Sequence[str]) -> None:
        self._read = 0
        self._places: dict[str, _Place] = {}  # of all notes but those taken back, in the order of the wall
        self._columns: dict[str, list[Item]] = {key: [] for key in (WAITING, HIDDEN, "", *themes)}
        self._rows: dict[str, int] = {}  # of all notes in the columns
        self._changed: dict[str, list[int] | None] = dict.fromkeys(self._columns)
        self._counts = {ON_WALL: 0, WAITING: 0, HIDDEN: 0, MERGED: 0}
        self._senders: Counter[int] = Counter()
        self._new: list[tuple[int, str]] = []  # (when sent, id) of the notes with the mark of a new one, a heap

    def has_expired(self, now_ms: int) -> bool:
        """Has some note stopped being new?"""
        return bool(self._new) and now_ms - self._new[0][0] >= NEW_MS

    def make(self, wall: State, people: tuple[str, ...], now_ms: int, search: str, tr: Translator) -> Board:
        """The wall as it stands at `now_ms`; `search` leaves only the notes with these words."""
        themes = {theme.id: index for index, theme in enumerate(wall.themes)}
        frame = (people, search, tuple(themes), wall.raised, tr.language, tuple(self.order))
        touched: Iterable[str]
        stale: set[str] = set()
        if wall is self._wall and frame == self._frame:
            self._changed = {}
            touched = dict.fromkeys((*wall.touched[self._read :], *self._expired(now_ms)))
        else:
            self._wall, self._frame = wall, frame
            self._forget(tuple(themes))
            touched = wall.ideas
            stale.update([""] if self.order else [])
        self._read = len(wall.touched)
        wanted = search.casefold().split()
        for idea_id in touched:
            idea = wall.ideas[idea_id]
            kind, item = _kind(idea), None
            if kind != MERGED and all(word in idea.text.casefold() for word in wanted):
                item = _item(idea, wall, themes.get(idea.theme, -1), people, now_ms, tr, self._suspicions)
            key = kind if kind in (HIDDEN, WAITING) else wall.theme_of(idea)
            self._put(idea, None if idea.withdrawn else _Place(key, kind, item), stale)
        self._go_through(stale)
        self._number += 1
        counts, senders = self._counts, frozenset(self._senders)
        return Board(self._columns, counts[ON_WALL], counts[WAITING], counts[HIDDEN], senders, self._number, self._changed)

    def _go_through(self, stale: set[str]) -> None:
        """The columns with these keys anew."""
        if not stale:
            return
        self._columns.update({key: [] for key in stale})
        self._changed.update(dict.fromkeys(stale))
        for idea_id, place in self._in_order() if "" in stale and self.order else self._places.items():
            if place.item is not None and place.key in stale:
                self._append(idea_id, place.key, place.item)

    def _in_order(self) -> list[tuple[str, _Place]]:
        last = len(self.order)
        return sorted(self._places.items(), key=lambda item: last if item[1].key else self.order.get(item[0], last))

    def _replace(self, idea_id: str, key: str, item: Item) -> None:
        row, changed = self._rows[idea_id], self._changed.setdefault(key, [])
        if self._columns[key][row] != item:
            self._columns[key][row] = item
            if changed is not None:
                changed.append(row)

    def _append(self, idea_id: str, key: str, item: Item) -> None:
        self._rows[idea_id] = len(self._columns[key])
        self._columns[key].append(item)

    def _expired(self, now_ms: int) -> list[str]:
        """The notes that have stopped being new."""
        found = []
        while self.has_expired(now_ms):
            found.append(heappop(self._new)[1])
        return found

    def _put(self, idea: Idea, place: _Place | None, stale: set[str]) -> None:
        """Puts a note into its place; adds the keys of the columns to be gone through to `stale`."""
        before = self._places.get(idea.id)
        if before is not None:
            self._counts[before.kind] -= 1
        if place is None:
            self._places.pop(idea.id, None)
        else:
            self._places[idea.id] = place
            self._counts[place.kind] += 1
            if place.item is not None and place.item.content.state == "new":
                heappush(self._new, (idea.at_ms, idea.id))
        if before is None and place is not None:
            if place.item is not None:
                self._append(idea.id, place.key, place.item)
                stale.update([""] if place.key == "" and idea.id in self.order else [])
        elif before is not None and place is not None and before.key == place.key and before.item and place.item:
            self._replace(idea.id, place.key, place.item)
        else:
            stale.update(each.key for each in (before, place) if each is not None)
        if idea.author is not None and (before is None) != (place is None):
            self._senders[idea.author] += 1 if place is not None else -1
            if not self._senders[idea.author]:
                del self._senders[idea.author]


def _kind(idea: Idea) -> str:
    if idea.hidden:
        return HIDDEN
    return WAITING if idea.pending else MERGED if idea.merged_into else ON_WALL


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
