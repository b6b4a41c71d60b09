"""What the log says now and did not when a section was written by hand: a person's text stays, and nothing said is lost."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.services import Section
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel

MOST = 6  # lines told one by one; the rest are counted


class Since(Panel):
    """Shown over the text of an edited section; hidden while there is nothing to tell."""

    taking_requested = Signal(str)
    """The lines that came, as text to put at the end of the section."""
    seen_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, surface="well", spacing=6, parent=parent)
        tr = look.tr
        self._came: list[str] = []
        words = tr("Kirjaukset ovat muuttuneet sen jälkeen, kun kirjoitit tämän osan. Tekstisi on ennallaan.")
        self.heading = Label(look, words, "dense", icon="warning", icon_tone="savi")
        self.lines = Label(look, "", "dense")
        self.take_button = Button(look, tr("Lisää uudet loppuun"), "secondary", "small", icon="plus")
        self.seen_button = Button(look, tr("Selvä, jätä ennalleen"), "quiet", "small", icon="check")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        keep_height(buttons)
        flow.addWidget(self.take_button)
        flow.addWidget(self.seen_button)
        for widget in (self.heading, self.lines, buttons):
            self.body.addWidget(widget)
        self.take_button.clicked.connect(self._take)
        self.seen_button.clicked.connect(self.seen_requested)
        self.hide()

    def show_section(self, section: Section, *, locked: bool) -> None:
        """Shows what came and went since the section was written."""
        tr = self.look.tr
        self.setVisible(bool(section.since) and not locked)
        self._came = [line for line, came in section.since if came]
        told = [tr("Uutta: {line}", line=line) if came else tr("Ei enää: {line}", line=line) for line, came in section.since]
        more = len(told) - MOST
        if more > 1:
            told = [*told[:MOST], tr.n("Ja {n} muu muutos.", "Ja {n} muuta muutosta.", more)]
        self.lines.set_text("\n".join(told))
        self.take_button.setVisible(bool(self._came))

    @Slot()
    def _take(self) -> None:
        self.taking_requested.emit("\n".join(f"- {line}" for line in self._came))
