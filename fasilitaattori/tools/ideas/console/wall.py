"""The columns side by side: on the left what is still to be placed (notes that wait, the hidden ones when asked for, notes
without a theme), one under another; then the themes, so that they have the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState
from fasilitaattori.tools.ideas.console.column import NoteColumn
from fasilitaattori.tools.ideas.console.items import HIDDEN, WAITING, Board
from fasilitaattori.tools.ideas.console.menus import MOST_NUMBERS
from fasilitaattori.tools.ideas.model import Theme

WAITING_WIDTH = 254
WAITING_LEAST = 230


class Wall(QScrollArea):
    """Keeps the columns; the focus and what is picked reach over all of them. `language` is that of the notes.

    `picked_changed`, `current_changed`, `key_pressed(letter)`, `dropped(ids, theme)`, `menu_requested(id, place)`,
    `theme_menu_requested(theme)`, `edit_requested(id)`, `acted(id, act)`, `all_requested`, `theme_requested` (the empty place
    beside notes without themes).
    """

    picked_changed = Signal()
    current_changed = Signal()
    key_pressed = Signal(str)
    dropped = Signal(object, str)
    menu_requested = Signal(str, QPoint)
    theme_menu_requested = Signal(str)
    edit_requested = Signal(str)
    acted = Signal(str, str)
    all_requested = Signal()
    theme_requested = Signal()

    def __init__(self, look: Look, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.language, self.hidden_shown = look, language, False
        self._columns: dict[str, NoteColumn] = {}
        self._order: list[str] = []
        inner = QWidget()
        inner.setObjectName("plain")
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._left = QWidget()
        self._left.setObjectName("plain")
        self._stack = QVBoxLayout(self._left)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(10)
        self._row.addWidget(self._left, 2)
        tr = look.tr
        self.hint = EmptyState(
            look, tr("Ei vielä teemoja"), tr("Kun lisäät teeman, voit raahata laput sen alle."), tr("Uusi teema"), "plus"
        )
        self.hint.action_requested.connect(self.theme_requested)
        self._row.addWidget(self.hint, 2)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.refresh()
        look.changed.connect(self.refresh)

    # --- showing ---

    @Slot()
    def refresh(self) -> None:
        """Measures again."""
        self._left.setMinimumWidth(self.look.px(WAITING_LEAST))
        self._left.setMaximumWidth(self.look.px(WAITING_WIDTH))

    def make_columns(self, board: Board, themes: Sequence[Theme], approval: bool) -> Iterator[None]:
        """Makes the columns that the board will need, and stops after each."""
        for key in self._keys(board, themes, approval):
            if key not in self._columns:
                self._make(key)
                yield

    def _keys(self, board: Board, themes: Sequence[Theme], approval: bool) -> list[str]:
        """Which columns there are, from left to right."""
        keys = [WAITING] if approval or board.waiting else []
        if self.hidden_shown and board.hidden:
            keys.append(HIDDEN)
        if board.columns[""] or not themes:
            keys.append("")
        return [*keys, *(theme.id for theme in themes)]

    def show_board(self, board: Board, themes: Sequence[Theme], approval: bool) -> None:
        """Makes the columns match the wall."""
        tr = self.look.tr
        names = {theme.id: theme.name for theme in themes}
        order = self._keys(board, themes, approval)
        lost = self._arrange(order)
        titles = {WAITING: tr("Tarkistettavat"), HIDDEN: tr("Piilotetut"), "": tr("Ilman teemaa"), **names}
        fixed = {theme.id for theme in themes if theme.column}
        places = {theme.id: n for n, theme in enumerate(themes, 1) if n <= MOST_NUMBERS}
        for key in order:
            column, count = self._columns[key], len(board.columns[key])
            column.show_board(board)
            column.show_head(titles[key], places.get(key, 0), count, key not in names or key in fixed)
        self.hint.setVisible(not themes)
        if lost is not None and not (self.go_to(lost) or self.go_first()):
            self.columns()[0].list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, order: list[str]) -> str | None:
        """When the keys spoke to a column that is no more: the note they last spoke to in it. It may be in another one now."""
        if order == self._order:
            return None
        gone = [key for key in self._columns if key not in order]
        lost = next((column.list.in_hand for key in gone if (column := self._columns[key]).list.hasFocus()), None)
        self._order = [key for key in self._order if key in order]  # who gets the focus meanwhile asks for the columns
        for key in gone:
            column = self._columns.pop(key)
            column.hide()
            column.deleteLater()
        to_place = [key for key in order if key in (WAITING, HIDDEN, "")]
        themes = order[len(to_place) :]
        for key in order:
            column = self._columns.get(key) or self._make(key)
            self._stack.removeWidget(column)
            self._row.removeWidget(column)
        for key in to_place:
            self._stack.addWidget(self._columns[key], 1)
        for place, key in enumerate(themes, 1):  # after the left ones
            self._row.insertWidget(place, self._columns[key], 1)
        self._left.setVisible(bool(to_place))
        self._order = order
        return lost

    def _make(self, key: str) -> NoteColumn:
        column = NoteColumn(self.look, key, "", self.language, self.widget())
        notes = column.list
        notes.picked_changed.connect(self._picked_changed)
        notes.current_changed.connect(self.current_changed)
        notes.key_pressed.connect(self.key_pressed)
        notes.side_requested.connect(self._go_aside)
        notes.dropped.connect(lambda ids, k=key: self.dropped.emit(ids, k))
        notes.menu_requested.connect(self.menu_requested)
        notes.edit_requested.connect(self.edit_requested)
        notes.acted.connect(self.acted)
        column.menu_requested.connect(self.theme_menu_requested)
        column.all_requested.connect(self.all_requested)
        self._columns[key] = column
        return column

    # --- picking ---

    def columns(self) -> list[NoteColumn]:
        """The columns from left to right."""
        return [self._columns[key] for key in self._order]

    def column(self, key: str) -> NoteColumn | None:
        """The column of a key, or None when it is not shown."""
        return self._columns.get(key)

    def picked(self) -> list[str]:
        """The picked notes of all columns, from left to right."""
        return [idea for column in self.columns() for idea in column.list.picked()]

    def chosen(self) -> list[str]:
        """What a letter acts on: the picked notes, else the one with the focus."""
        return self.picked() or [current for column in self.columns() if (current := column.list.current())]

    def pick(self, ids: Iterable[str]) -> None:
        """Just these are picked."""
        wanted = frozenset(ids)
        for column in self.columns():
            column.list.pick(wanted)

    def unpick(self) -> None:
        """Nothing is picked any more."""
        for column in self.columns():
            column.list.unpick()

    @Slot()
    def _picked_changed(self) -> None:
        picked = self.picked()
        for column in self.columns():
            column.list.dragged_along = picked
        self.picked_changed.emit()

    def go_to(self, idea_id: str) -> bool:
        """Gives the focus to a note wherever it is."""
        return any(column.list.go_to(idea_id) for column in self.columns())

    def go_first(self) -> bool:
        """Gives the focus to the first note there is."""
        return any(column.list.go_near(0) for column in self.columns())

    @Slot(int, int)
    def _go_aside(self, way: int, y: int) -> None:
        columns = self.columns()
        here = next((n for n, column in enumerate(columns) if column.list.hasFocus()), -1)
        place = here + way
        while 0 <= place < len(columns):
            if columns[place].list.go_near(y):
                self.ensureWidgetVisible(columns[place])
                return
            place += way
