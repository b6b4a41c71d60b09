"""The table of people: its columns, its keys, and the dots at the end of a row that open what may be done."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fasilitaattori.desktop.live.people_lines import Line
from fasilitaattori.desktop.live.people_model import (
    ALLOWED,
    COLUMNS,
    MENU,
    NAME,
    NUMBER,
    PHONE,
    PRESENT,
    TURNS,
    PeopleModel,
)
from fasilitaattori.kit.look import Look

ROW, ICON = 40, 18
HEIGHT, LEAST = 380, 80
NAME_WIDTH, PHONE_WIDTH = 130, 150  # the least
NARROW = 700  # under this (at 100 %) the turns give way to the names
_KEYS = {Qt.Key.Key_H: "mute", Qt.Key.Key_Delete: "remove", Qt.Key.Key_P: "restore"}


class PeopleTable(QTableView):
    """`menu_requested(place)` for the chosen row, `pressed_key(act)` "mute", "remove" or "restore", `row_chosen` when another
    row is chosen or none."""

    menu_requested = Signal(QPoint)
    pressed_key = Signal(str)
    row_chosen = Signal()

    def __init__(self, look: Look, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.people = look, model
        self.setModel(model)
        self.setAccessibleName(look.tr("Väki"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(look.px(ICON), look.px(ICON)))
        self.setMinimumHeight(look.px(LEAST))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(look.px(ROW))
        self.selectionModel().selectionChanged.connect(self.row_chosen)
        self.clicked.connect(self._clicked)
        for signal in (model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._span_heading)
        self._set_columns()
        self._span_heading()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.people.rowCount():
            return
        words = self.look.tr("Ketään ei ole vielä mukana. Puhelimet tulevat tähän itsestään, muut voit lisätä alta.")
        painter, room = QPainter(self.viewport()), self.viewport().rect().adjusted(20, 20, -20, -20)
        painter.setFont(self.look.sans(16))
        painter.setPen(self.look.theme["ink2"])
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _set_columns(self) -> None:
        """Fixed widths: measuring what stands in three hundred rows every second would be felt."""
        header, tr, px = self.horizontalHeader(), self.look.tr, self.look.px
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(px(36))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        titles, texts = QFontMetricsF(self.look.sans(14, bold=True)), QFontMetricsF(self.look.sans(16))
        digits = texts.horizontalAdvance("888")
        for column in (NUMBER, PRESENT, ALLOWED, TURNS):
            title = str(self.people.headerData(column, Qt.Orientation.Horizontal))
            self.setColumnWidth(column, round(max(titles.horizontalAdvance(title), digits)) + px(24))
        self.setColumnWidth(MENU, px(44))
        longest = tr("{state}, ilman skriptiä", state=tr("yhteys poikki {time}", time=tr("{n} min", n=59)))
        self._phone_width = round(texts.horizontalAdvance(longest)) + px(ICON + 26)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.look.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names and phones share what the other columns leave."""
        super().resizeEvent(event)
        px = self.look.px
        narrow = self.width() < px(NARROW)
        if self.isColumnHidden(TURNS) != narrow:
            self.setColumnHidden(TURNS, narrow)
        others = sum(self.columnWidth(column) for column in (NUMBER, PRESENT, ALLOWED, TURNS, MENU))
        room = self.viewport().width() - others - px(NAME_WIDTH)
        self.setColumnWidth(PHONE, max(px(PHONE_WIDTH), min(room, self._phone_width)))

    @Slot()
    def _span_heading(self) -> None:
        """A heading goes over all columns."""
        self.clearSpans()
        row = next((row for row in range(self.people.rowCount()) if self.people.line(row).is_heading), -1)
        if row >= 0:
            self.setSpan(row, 0, 1, COLUMNS)

    def chosen(self) -> Line | None:
        """Who is chosen, or None."""
        rows = self.selectionModel().selectedRows()
        return self.people.line(rows[0].row()) if rows else None

    def choose(self, number: int) -> None:
        """Choose somebody; nothing happens when they are not in the list."""
        row = self.people.row_of(number)
        if row >= 0:
            self.selectRow(row)

    # --- the ways to the menu ---

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == MENU and not self.people.line(index.row()).is_heading:
            self._ask_menu()

    def _ask_menu(self) -> None:
        rows = self.selectionModel().selectedRows()
        if rows:
            place = self.visualRect(rows[0].siblingAtColumn(MENU)).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right button or the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if not index.isValid() or self.people.line(index.row()).is_heading:
                return
            self.selectRow(index.row())
        self._ask_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters act on the chosen row (they would else jump to a number). Enter comes here from the editor of a name, too."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if self.chosen() is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif plain and key in _KEYS:
            self.pressed_key.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask_menu()
        else:
            super().keyPressEvent(event)
