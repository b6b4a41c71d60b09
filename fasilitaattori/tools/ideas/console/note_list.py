"""One column's notes as a list: moved through with arrows, picked with Space or a click, dragged and dropped."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from fasilitaattori.kit.focus import paint_focus_ring
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.ideas.console.measured_rows import MeasuredRows
from fasilitaattori.tools.ideas.console.note_delegate import NoteDelegate, WaitingDelegate
from fasilitaattori.tools.ideas.console.note_model import MIME, Index, NoteModel, dragged_notes, notes_mime


class NoteList(MeasuredRows):
    """`picked_changed`, `current_changed` (the note with the focus is another), `key_pressed(letter)`, `side_requested(±1, y)`,
    `dropped(ids)`, `menu_requested(id, place)`, `edit_requested(id)`.
    `picked_elsewhere` gives the ids picked in other columns, which a drag takes along."""

    picked_changed = Signal()
    current_changed = Signal()
    key_pressed = Signal(str)
    side_requested = Signal(int, int)
    dropped = Signal(object)
    drag_over = Signal(bool)
    menu_requested = Signal(str, QPoint)
    edit_requested = Signal(str)
    acted = Signal(str, str)

    def __init__(self, look: Look, name: str, waiting: bool = False, language: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.notes = NoteModel(look.tr, self)
        self.dragged_along: list[str] = []
        self.in_hand = ""
        """The id of the note the keys last spoke to."""
        self._delegate = (WaitingDelegate if waiting else NoteDelegate)(look, language, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.notes)
        self.setAccessibleName(name)
        self.setProperty("paints_focus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.verticalScrollBar().setProperty("narrow", True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(not waiting)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly if waiting else QAbstractItemView.DragDropMode.DragDrop)
        self.viewport().setAutoFillBackground(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._edit)
        self.selectionModel().selectionChanged.connect(self._tell_picked)
        look.changed.connect(self._look_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.notes.rowCount():  # otherwise the note that the keys speak to has the ring
            paint_focus_ring(QPainter(self.viewport()), QRectF(self.viewport().rect()), self.look.theme["focus"], 6)

    # --- picking ---

    def picked(self) -> list[str]:
        """The ids of the picked notes, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.notes.item(row).id for row in rows]

    def current(self) -> str:
        """The id of the note the keys speak to, "" when the focus is elsewhere."""
        index = self.currentIndex()
        return self.notes.item(index.row()).id if self.hasFocus() and index.isValid() else ""

    def pick(self, ids: AbstractSet[str]) -> None:
        """Just these of this column are picked."""
        picked = QItemSelection()
        for row in range(self.notes.rowCount()):
            if self.notes.item(row).id in ids:
                picked.select(self.notes.index(row), self.notes.index(row))
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if not picked.isEmpty():
            self.scrollTo(picked.indexes()[0])

    def unpick(self) -> None:
        """Nothing is picked here any more."""
        self.selectionModel().clearSelection()

    def go_to(self, idea_id: str) -> bool:
        """Gives the focus to a note of this column; False when it is not here."""
        row = self.notes.row_of(idea_id)
        if row >= 0:
            self._set_current(self.notes.index(row))
        return row >= 0

    def go_near(self, y: int) -> bool:
        """Gives the focus to the note nearest to a height; False when there are none."""
        row = self.row_near(y)
        if row >= 0:
            self._set_current(self.notes.index(row))
        return row >= 0

    def _set_current(self, index: QModelIndex) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)

    def _tell_picked(self) -> None:
        self.viewport().update()  # frame and badge reach past their row
        self.picked_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        super().currentChanged(current, previous)
        if current.isValid():
            self.in_hand = self.notes.item(current.row()).id
        self.current_changed.emit()
        self.viewport().update()

    # --- keys and menus ---

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._take_in_hand()
        self.current_changed.emit()

    def _take_in_hand(self) -> None:
        """Where the keys are there is always a note they speak to, if there is any: the one that was, else the first."""
        if self.hasFocus() and not self.currentIndex().isValid() and self.notes.rowCount():
            index = self.notes.index(max(0, self.notes.row_of(self.in_hand)))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:  # noqa: N802 - Qt's own name
        super().rowsInserted(parent, first, last)
        self._take_in_hand()

    def reset(self) -> None:
        super().reset()
        self._take_in_hand()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, letter = event.key(), event.text().upper()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            y = self.visualRect(self.currentIndex()).center().y()
            self.side_requested.emit(-1 if key == Qt.Key.Key_Left else 1, y)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape):
            event.ignore()  # these move the evening, or clear what is picked
        elif event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_pressed.emit("M")
        elif len(letter) == 1 and letter in "AHYNMQWES0123456789":
            self.key_pressed.emit(letter)
        elif len(letter) == 1 and letter.isprintable() and letter != " ":
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.menu_requested.emit(self.notes.item(index.row()).id, self.viewport().mapToGlobal(place))

    def _edit(self, index: QModelIndex) -> None:
        self.edit_requested.emit(self.notes.item(index.row()).id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._act_under(event):
            index = self.indexAt(event.position().toPoint())
            self._set_current(index)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        act = self._act_under(event) if event.button() == Qt.MouseButton.LeftButton else ""
        if act:
            index = self.indexAt(event.position().toPoint())
            self.acted.emit(self.notes.item(index.row()).id, act)
            return
        super().mouseReleaseEvent(event)

    def _act_under(self, event: QMouseEvent) -> str:
        if not isinstance(self._delegate, WaitingDelegate):
            return ""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return ""
        focused = self.hasFocus() and self.currentIndex() == index
        row = QRectF(self.visualRect(index))
        return self._delegate.act_at(row, self.notes.item(index.row()), event.position(), focused)

    # --- dragging ---

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's own name
        pressed = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        ids = self.picked() or ([self.notes.item(self.currentIndex().row()).id] if self.currentIndex().isValid() else [])
        ids = list(dict.fromkeys([*ids, *self.dragged_along]))
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(notes_mime(ids))
        index = pressed if pressed.isValid() else self.currentIndex()
        if index.isValid():
            rect = self.visualRect(index)
            drag.setPixmap(self.viewport().grab(rect))
            drag.setHotSpot(QPoint(rect.width() // 2, 16))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.drag_over.emit(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drag_over.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drag_over.emit(False)
        ids = dragged_notes(event.mimeData())
        if ids:
            event.setDropAction(Qt.DropAction.CopyAction)  # the move is a fact of the log; Qt must not take rows out itself
            event.accept()
            self.dropped.emit(ids)

    # --- measuring and painting ---

    @Slot()
    def _look_changed(self) -> None:
        if self._delegate.renew():
            self.forget_heights()
        self.viewport().update()

    def row_height(self, row: int, width: int) -> int:
        return self._delegate.height(self.notes.item(row), width)

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove and isinstance(self._delegate, WaitingDelegate):
            self.viewport().update()
        return super().viewportEvent(event)
