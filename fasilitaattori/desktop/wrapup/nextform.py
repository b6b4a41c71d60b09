"""Mitä tällä tehdään? The part no minutes may lack: where the material goes, who tells the participants, when and where."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry, TextEntry
from fasilitaattori.desktop.parts import row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.form import Form, Turn, lock
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.tags import Tag
from fasilitaattori.workshop.closing import what_next
from fasilitaattori.workshop.record import MAX_WHO

SIDE_BY_SIDE = 520  # pixels at 100 %: a date and a place need their room
_ALL = "all"


class NextForm(Form):
    """Three fields; whichever is left saves all three."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        self.heading = Label(look, tr("Mitä tällä tehdään?"), "section")
        self.tag = Tag(look, tr("Pakollinen osa"), "savi", "warning")
        self.where = TextEntry(look, lines=2)
        self.who, self.when = LineEntry(), LineEntry()
        self._entries: tuple[TextEntry | LineEntry, ...] = self.where, self.who, self.when
        for line in (self.who, self.when):
            line.setMaxLength(MAX_WHO)
        head = row(self.heading, self.tag, spacing=10)
        head.setStretch(0, 1)
        head.setAlignment(self.tag, Qt.AlignmentFlag.AlignVCenter)
        sides = [
            (Field(look, tr("Kuka kertoo osallistujille"), self.who), 1),
            (Field(look, tr("Milloin ja missä"), self.when), 1),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(Field(look, tr("Mihin aineisto menee"), self.where))
        column.addWidget(Turn(workbench, SIDE_BY_SIDE, sides))
        for entry in self._entries:
            entry.committed.connect(self._save)
        self.set_locked(False)

    def refresh(self) -> None:
        closing = self.workbench.state.closing
        shown = self.unsaved.over(_ALL, (closing.where, closing.who, closing.when))
        for entry, words in zip(self._entries, shown, strict=True):
            entry.set_value(words)
        done = closing.has_next
        self.tag.set_tag(self.look.tr("Pakollinen osa"), "kuusi" if done else "savi", "check" if done else "warning")

    def commit(self) -> None:
        for entry in self._entries:
            entry.commit()
        super().commit()

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        for entry in self._entries:
            lock(entry, locked)
        tr = self.look.tr
        self.where.setPlaceholderText("" if locked else tr("esim. ideat ja tulos viedään kunnan tilapalveluihin"))
        self.when.setPlaceholderText("" if locked else tr("esim. 20.4., ilmoitustaulu"))

    def focus_first_missing(self) -> None:
        """To the first field that is still empty."""
        empty = [entry for entry in self._entries if not self._text_of(entry).strip()]
        (empty or [self.where])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _text_of(entry: TextEntry | LineEntry) -> str:
        return entry.text() if isinstance(entry, LineEntry) else entry.toPlainText()

    @Slot(str)
    def _save(self, _: str) -> None:
        typed = self.where.toPlainText(), self.who.text(), self.when.text()
        self.unsaved.save(_ALL, typed, what_next(*typed))
