"""One decision or action as fields: what, and for an action who and by when."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry, TextEntry
from fasilitaattori.desktop.wrapup.form import lock
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Rule
from fasilitaattori.workshop.record import ACTION, MAX_DUE, MAX_WHO, Entry

WHO_WIDTH, WHO_SHARE, DUE_WIDTH = 122, 0.34, 100
GAP = 6
SIDE_BY_SIDE = 480  # pixels at 100 %: wide enough for who and when beside what, which is still the widest of them


class _What(TextEntry):
    """As high as its text, in the letters of a table."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, lines=1)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.setFont(self.look.sans(15))
        layout, document = self.document().documentLayout(), self.document()
        heights, block = 0.0, document.begin()
        while block.isValid():
            heights += layout.blockBoundingRect(block).height()
            block = block.next()
        around = 2 * (self.look.px(6) + 2)  # the padding and border of the style sheet
        self.setFixedHeight(max(self.look.px(36), round(heights) + around))


def who_width(look: Look, width: int) -> int:
    """How wide the name of who does it is in a row of that width."""
    return max(look.px(WHO_WIDTH), round(WHO_SHARE * width))


class EntryRow(QWidget):
    """`changed(row)` when a field was left with something new, `removed(row)`. Without an `entry_id` it is not yet in the log;
    `asked` is then the text it waits to find there. `unsaved` when what is typed could not be saved."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look, self.kind, self.entry_id, self.asked = look, kind, "", ""
        self.is_action = kind == ACTION
        self._locked = self.unsaved = False
        self._stacked: bool | None = None
        self.number = Label(look, "", "dense-strong", wrap=False, parent=self)
        self.number.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.number.setVisible(not self.is_action)
        self.what = _What(look)
        self.who, self.due = LineEntry(small=True, parent=self), LineEntry(small=True, parent=self)
        self.who.setMaxLength(MAX_WHO)
        self.due.setMaxLength(MAX_DUE)
        self.who.setPlaceholderText(tr("Puuttuu") if self.is_action else "")
        self.due.setPlaceholderText(tr("esim. 31.3."))
        self.remove_button = IconButton(
            look, "trash", tr("Poista tehtävä") if self.is_action else tr("Poista päätös"), "quiet", "small"
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 5)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(5)
        self._rule = Rule(look)
        for entry in (self.what, self.who, self.due):
            entry.committed.connect(self._tell)
        self.remove_button.clicked.connect(self._remove)
        for part in (self.who, self.due):
            part.setVisible(self.is_action)
        look.changed.connect(self._arrange)
        self._arrange()

    # --- showing ---

    def show_entry(self, number: int, entry: Entry | None) -> None:
        """Shows an entry of the log (or, None, a row that is still being written) as the number-th."""
        tr = self.look.tr
        self.number.set_text(f"{number}.")
        if entry is not None:
            self.what.set_value(entry.text)
            self.who.set_value(entry.who)
            self.due.set_value(entry.due)
        named = tr("Tehtävä {n}", n=number) if self.is_action else tr("Päätös {n}", n=number)
        self.what.setAccessibleName(named)
        self.who.setAccessibleName(tr("{row}: kuka", row=named))
        self.due.setAccessibleName(tr("{row}: viimeistään", row=named))
        self.remove_button.setAccessibleDescription(named)
        self.mark_missing(self.is_action and bool(self.what.toPlainText().strip()) and not self.who.text().strip())

    def mark_missing(self, missing: bool) -> None:
        """Who is missing: framed as an error."""
        state = "error" if missing and not self._locked else ""
        if self.who.property("state") != state:
            self.who.setProperty("state", state)
            self.who.style().unpolish(self.who)
            self.who.style().polish(self.who)

    def set_locked(self, locked: bool) -> None:
        """Readable but not to be changed."""
        self._locked = locked
        for entry in (self.what, self.who, self.due):
            lock(entry, locked)
        self.remove_button.setVisible(not locked)
        self.due.setPlaceholderText("" if locked else self.look.tr("esim. 31.3."))
        self.mark_missing(self.who.property("state") == "error")

    @property
    def is_empty(self) -> bool:
        """Has nothing been written into it?"""
        return not any((self.what.toPlainText().strip(), self.who.text().strip(), self.due.text().strip()))

    # --- setting out ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        px = self.look.px
        stacked = self.is_action and self.width() < px(SIDE_BY_SIDE)
        wide = who_width(self.look, self.width())
        self.who.setMinimumWidth(px(60) if stacked else wide)
        self.who.setMaximumWidth(16_777_215 if stacked else wide)
        self.due.setFixedWidth(px(DUE_WIDTH))
        self.number.setMinimumWidth(px(20))
        self.number.setFixedHeight(px(36))
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for part in (self._rule, self.number, self.what, self.who, self.due, self.remove_button):
            self._grid.removeWidget(part)
        top, grid = Qt.AlignmentFlag.AlignTop, self._grid
        grid.addWidget(self._rule, 0, 0, 1, 4)
        grid.addWidget(self.remove_button, 1, 3, top)
        if not self.is_action:
            grid.addWidget(self.number, 1, 0, top)
            grid.addWidget(self.what, 1, 1, 1, 2, top)
        elif stacked:
            grid.addWidget(self.what, 1, 0, 1, 3, top)
            grid.addWidget(self.who, 2, 0, 1, 2)
            grid.addWidget(self.due, 2, 2)
        else:
            grid.addWidget(self.what, 1, 0, top)
            grid.addWidget(self.who, 1, 1, top)
            grid.addWidget(self.due, 1, 2, top)
        grid.setColumnStretch(0, 1 if self.is_action else 0)
        grid.setColumnStretch(1, 0 if self.is_action else 1)

    # --- acting ---

    def commit(self) -> None:
        """Saves what is half typed."""
        for entry in (self.what, self.who, self.due):
            entry.commit()

    @Slot(str)
    def _tell(self, _: str) -> None:
        self.changed.emit(self)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self)
