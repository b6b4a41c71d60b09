"""A section's text, written by hand over the generated one. It is saved after a moment of quiet and when it is left."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import TextEntry
from fasilitaattori.desktop.services import Section
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.form import Form, lock
from fasilitaattori.desktop.wrapup.since import Since
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.closing import edit_section, seen

SAVE_MS = 1500
LEAST_HEIGHT = 150


class _Text(TextEntry):
    """Fills the room it is given, and no less than a few lines."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @Slot()
    def _fit(self) -> None:
        self.setMinimumHeight(self.look.px(LEAST_HEIGHT))


class TextForm(Form):
    """Shows one section at a time (`show_section`)."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        self._key = self._generated = ""
        self.text = _Text(look)
        self.text.setAccessibleName(tr("Osan teksti"))
        how = tr("Tyhjä rivi erottaa kappaleet, rivin alussa - tekee luettelon, # väliotsikon ja > lainauksen.")
        self.hint = Label(look, how, "small", "ink2")
        self.held = Label(
            look,
            tr("Hakasulkeissa oleva rivi on paperin taulukko tai kuvio. Rivin voi siirtää tai poistaa."),
            "small",
            "ink2",
            icon="info",
            icon_tone="jarvi",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.since = Since(look)
        column.addWidget(self.since)
        column.addWidget(self.text, 1)
        column.addWidget(self.held)
        column.addWidget(self.hint)
        self._quiet = QTimer(self, interval=SAVE_MS, singleShot=True)
        self._quiet.timeout.connect(self.text.commit)
        self.text.textChanged.connect(self._typed)
        self.text.committed.connect(self._save)
        self.since.taking_requested.connect(self._take)
        self.since.seen_requested.connect(self._see)

    def show_section(self, section: Section) -> None:
        """Shows a section's text; what is just being typed in it stays."""
        self._generated = section.generated
        self.since.show_section(section, locked=self.locked)
        self.held.setVisible("[" in section.generated)
        if section.key != self._key:
            self.commit()
            self._key = section.key
            self.text.forget()
            self.refresh()
        elif not self.workbench.open_session.pending:
            self.refresh()

    def refresh(self) -> None:
        place = self.text.textCursor().position()
        logged = self.workbench.state.closing.edited.get(self._key, self._generated)
        self.text.set_value(self.unsaved.over(self._key, logged))
        cursor = self.text.textCursor()
        cursor.setPosition(min(place, len(self.text.toPlainText())))
        self.text.setTextCursor(cursor)

    def commit(self) -> None:
        """Saves what is half typed."""
        self._quiet.stop()
        self.text.commit()
        super().commit()

    def forget(self) -> None:
        """Throws away what is half typed."""
        self._quiet.stop()
        self.unsaved.forget(self._key)
        self.text.forget()
        self.text.set_value(self._generated)

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        lock(self.text, locked)
        self.hint.setVisible(not locked)

    @Slot()
    def _typed(self) -> None:
        if self.text.document().isModified():
            self._quiet.start()

    @Slot(str)
    def _save(self, text: str) -> None:
        """What reads as the generated text is not an edit."""
        self._quiet.stop()
        if self._key:
            edit = edit_section(self._key, None if text == self._generated else text, self._generated)
            self.unsaved.save(self._key, text, edit)

    @Slot(str)
    def _take(self, lines: str) -> None:
        """What came goes to the end of the text, and counts as seen."""
        self.commit()
        text = f"{self.text.toPlainText().rstrip()}\n\n{lines}"
        self.unsaved.save(self._key, text, edit_section(self._key, text, self._generated))
        self._see()

    @Slot()
    def _see(self) -> None:
        self.commit()
        self.workbench.do(seen(self._key, self._generated))
