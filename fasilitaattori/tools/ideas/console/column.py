"""A column of the wall: its head (number, name, count, menu) over its notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.tags import Tag
from fasilitaattori.tools.ideas.console.items import HIDDEN, WAITING, Board
from fasilitaattori.tools.ideas.console.note_list import NoteList

HEAD = 42
LEAST_WIDTH = 138


class Number(QLabel):
    """The key that moves notes into this column, as a small square."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.refresh()
        look.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.setFixedSize(self.look.px(20), self.look.px(20))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        paint.frame(painter, rect, 4, None, theme["edge"], self.look.border(1.5))
        font = self.look.sans(14, True)
        paint.text(painter, rect, self.text(), font, theme["ink2"], Qt.AlignmentFlag.AlignCenter)


class CountButton(Button):
    """How many notes there are; opens what may be done with the theme."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "quiet", "small", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _padding(self) -> int:
        return self.look.px(3)


class NoteColumn(QFrame):
    """`key` is a theme's id, "" (no theme), WAITING or HIDDEN."""

    menu_requested = Signal(str)
    all_requested = Signal()

    def __init__(self, look: Look, key: str, name: str, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.key, self._target = look, key, False
        self._shown = -1
        tr, boxed = look.tr, key in (WAITING, HIDDEN)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(4, 0, 2, 0)
        self._head.setSpacing(4)
        self.number = Number(look)
        icon = {WAITING: "hourglass-medium", HIDDEN: "eye-slash"}.get(key, "")
        self.title = Label(look, name, "column", wrap=False, icon=icon)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = Label(look, role="small", tone="ink2", wrap=False)
        self.tag = Tag(look, "", "savi")
        self.menu = CountButton(look)
        self.menu.clicked.connect(self._menu)
        for widget in (self.number, self.title, self.count, self.tag, self.menu):
            self._head.addWidget(widget, 1 if widget is self.title else 0, Qt.AlignmentFlag.AlignVCenter)
        self.all_button = Button(look, tr("Hyväksy kaikki näkyvät"), size="small", icon="check")
        self.all_button.clicked.connect(self.all_requested)
        self.nothing = Label(look, role="small", tone="ink2")
        self.list = NoteList(look, name, boxed, language)
        self.list.drag_over.connect(self._set_target)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 6)
        column.setSpacing(0)
        column.addLayout(self._head)
        holder = QHBoxLayout()
        holder.setContentsMargins(8, 0, 8, 4)
        holder.addWidget(self.all_button)
        column.addLayout(holder)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 8, 0)
        below.addWidget(self.nothing)
        column.addLayout(below)
        column.addWidget(self.list, 1)
        self.all_button.hide()
        self.number.hide()
        self.refresh()
        look.changed.connect(self.refresh)

    def show_head(self, name: str, place: int, count: int, fixed: bool) -> None:
        """`place` is the number key (0 = none); a `fixed` column has no menu."""
        tr = self.look.tr
        self.title.set_text(name)
        self.number.setText(str(place))
        self.number.setVisible(place > 0)
        waiting = self.key == WAITING
        self.menu.setVisible(not fixed)
        self.menu.set_words(str(count))
        self.menu.setAccessibleName(tr("Teeman toiminnot: {name}", name=name))
        self.menu.set_hint(tr("Teeman toiminnot: {name}", name=name))
        self.count.setVisible(fixed and not waiting)
        self.count.set_text(str(count))
        self.tag.setVisible(waiting and count > 0)
        self.tag.set_tag(tr.n("{n} uusi", "{n} uutta", count), "savi")
        self.all_button.setVisible(waiting and count > 1)
        self.nothing.setVisible(not count)
        self.nothing.set_text(self._empty_words(place))
        self.setAccessibleName(name)
        self.list.setAccessibleName(tr.n("{name}, {n} lappu", "{name}, {n} lappua", count, name=name))

    def _empty_words(self, place: int) -> str:
        """What to do with a column in which there is nothing."""
        tr = self.look.tr
        if self.key == WAITING:
            return tr("Kaikki on tarkistettu.")
        if self.key in ("", HIDDEN):
            return ""
        return tr("Raahaa lappu tähän tai paina {n}.", n=place) if place else tr("Raahaa lappu tähän.")

    def show_board(self, board: Board) -> None:
        """The notes of the column; only what changed when the last board that was shown is the one before."""
        known = board.number == self._shown + 1
        self.list.notes.show_items(board.columns[self.key], board.changed.get(self.key, ()) if known else None)
        self._shown = board.number

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self._head.setContentsMargins(6, 0, 8 if self.key in ("", WAITING, HIDDEN) else 2, 0)  # in line with the notes
        self.title.setFixedHeight(self.look.px(HEAD))
        self.setMinimumWidth(self.look.px(LEAST_WIDTH))
        self.update()

    @Slot(bool)
    def _set_target(self, on: bool) -> None:
        self._target = on
        self.update()

    @Slot()
    def _menu(self) -> None:
        self.menu_requested.emit(self.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        if self.key in (WAITING, HIDDEN):
            paint.frame(painter, rect, 8, theme["well"], theme["edge"], 2, dashed=True)
        else:
            paint.frame(painter, rect, 8, theme["surface"], theme["line"], self.look.border(1))
        if self._target:
            paint.frame(painter, rect, 8, None, theme["focus"], 4)
