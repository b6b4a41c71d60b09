"""The answer to one thing: what was said, what came of it, who tells and when; months after the minutes were approved."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry, TextEntry
from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.answers.lines import KINDS, OUTCOMES, Line, lateness, name_of
from fasilitaattori.desktop.wrapup.form import Turn
from fasilitaattori.desktop.wrapup.unsaved import Unsaved
from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.answers import (
    DONE,
    MAX_LINE,
    REFUSED,
    SETTLED,
    TELLING,
    UNDER_WAY,
    WAITING,
    answer,
    day_of,
    withdraw,
)
from fasilitaattori.workshop.promised import promised_day
from fasilitaattori.workshop.record import MAX_TEXT

SIDE_BY_SIDE = 430  # pixels at 100 %
MOST_NOTES = 6  # of a theme that are shown; the rest are counted


class AnswerEditor(Panel):
    """`next_requested` when the answer is ready. Each field saves all of them when it is left."""

    next_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench.look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        look, tr = self.look, self.look.tr
        self.workbench = workbench
        self.line: Line | None = None
        self._unsaved = Unsaved(workbench, self)
        self.kind = Label(look, "", "small", "ink2")
        self.said = Label(look, "", "section")
        self.notes = Label(look, "", "dense", "ink2")
        self.late = Label(look, "", "dense-strong", icon="warning", icon_tone="savi")
        choices = [(outcome, tr(words)) for outcome, (words, _, _) in OUTCOMES.items()]
        self.outcome = Segmented(look, choices, small=True, name=tr("Mitä siitä tuli"))
        self.text = TextEntry(look, lines=3, most=12)
        self.who, self.when = LineEntry(), LineEntry()
        self._entries: tuple[TextEntry | LineEntry, ...] = self.text, self.who, self.when
        self.text_field = Field(look, " ", self.text)
        self.reading = Label(look, "", "small", "ink2", icon="bell-simple", icon_tone="ink2")
        self.next_button = Button(look, tr("Seuraava"), "primary", "small", icon="arrow-down", key="Ctrl ⏎")
        self.withdraw_button = Button(look, tr("Poista vastaus"), "quiet", "small", icon="trash")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        look, tr = self.look, self.look.tr
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        for label in (self.kind, self.said, self.notes, self.late):
            column.addWidget(label)
        column.addSpacing(4)
        column.addWidget(Field(look, tr("Mitä siitä tuli"), self.outcome))
        column.addWidget(self.text_field)
        self.who_field = Field(look, tr("Kuka kertoo tai tekee"), self.who)
        self.when_field = Field(look, tr("Milloin"), self.when)
        column.addWidget(Turn(self.workbench, SIDE_BY_SIDE, [(self.who_field, 1), (self.when_field, 1)]))
        column.addWidget(self.reading)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        keep_height(buttons)
        flow.addWidget(self.next_button)
        flow.addWidget(self.withdraw_button)
        column.addWidget(buttons)
        column.addStretch(1)
        self.body.addWidget(Scrolled(inner), 1)

    def _connect(self) -> None:
        self.outcome.chosen.connect(self._choose)
        for entry in self._entries:
            entry.committed.connect(self._save)
        for entry in (self.who, self.when):
            entry.textEdited.connect(self._tell_day)
        self.next_button.clicked.connect(self.next_requested)
        self.withdraw_button.clicked.connect(self._withdraw)

    # --- showing ---

    def show_line(self, line: Line, today: date) -> None:
        """Shows something to be answered; what is half typed of the one before is saved first."""
        other = self.line is None or self.line.id != line.id
        if other:
            self.commit()
        self.line = line
        tr = self.look.tr
        self.kind.set_text(_kind_words(line, tr))
        self.said.set_text(_said_words(line, tr))
        told = notes_words(line, self.workbench.state.closing.where, tr)
        self.notes.set_text(told)
        self.notes.setVisible(bool(told))
        late = lateness(line, today, tr)
        self.late.set_text(late)
        self.late.setVisible(bool(late))
        if other:
            for entry in self._entries:
                entry.forget()
            for field, _, _ in self._lengths():
                field.set_message("")
        self._show_answer(other)

    def _show_answer(self, anew: bool) -> None:
        """What is on its way to the log of the same line stays as it was typed."""
        tr, line = self.look.tr, self.line
        assert line is not None
        now = line.answer
        if anew or (self.fits() and not self.workbench.open_session.pending):
            logged = (now.outcome, now.text, now.who, now.when) if now else ("", "", "", "")
            outcome, *texts = self._unsaved.over(line.id, logged)
            self.outcome.set_value(outcome) if outcome else self.outcome.clear()
            for entry, text in zip(self._entries, texts, strict=True):
                entry.set_value(text)
        self.who.setPlaceholderText(line.matter.who or tr("esim. kyläyhdistys"))
        self.withdraw_button.setVisible(now is not None)
        self._mend_words()
        self._tell_day()

    def _mend_words(self) -> None:
        """What the words are asked for depends on how it went."""
        tr = self.look.tr
        words = {
            DONE: (tr("Mitä tehtiin"), tr("esim. Pihatalkoot pidettiin 16.5. Kiitos kaikille!")),
            UNDER_WAY: (tr("Missä mennään"), tr("esim. Työryhmä on kokoontunut kahdesti.")),
            REFUSED: (tr("Miksi ei"), tr("esim. Rahaa ei ole tänä vuonna. Haemme uudelleen keväällä.")),
            WAITING: (tr("Mitä odotetaan"), tr("esim. Kunnanhallitus päättää asiasta toukokuussa.")),
        }
        name, hint = words.get(self.outcome.value(), (tr("Osallistujille kerrotaan"), ""))
        own = self.line.matter.when if self.line is not None else ""
        settled = self.outcome.value() in SETTLED
        self.when.setPlaceholderText("" if settled else own or tr("esim. 31.5. tai toukokuussa"))
        self.text_field.label.set_text(name)
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(hint)

    @Slot()
    def _tell_day(self) -> None:
        """Whether somebody will be reminded, and after which day."""
        words, icon = self._reading()
        self.reading.set_text(words)
        self.reading.set_icon(icon, "ink2")
        self.reading.setVisible(bool(words))
        self.when.setAccessibleDescription(words)

    def _reading(self) -> tuple[str, str]:
        """How the time is read, and the icon of it."""
        tr, line = self.look.tr, self.line
        if line is None or self.outcome.value() in SETTLED:
            return "", ""
        own = self.when.text().strip()
        now = self.workbench.services.clock.now().date()
        since = day_of(self.workbench.state) or now
        if own:
            kept = line.answer is not None and line.answer.when == own
            since = datetime.fromisoformat(line.answer.at).date() if kept and line.answer else now
        given = own or line.matter.when
        if not given:
            return "", ""
        day = promised_day(given, since)
        if day is None:
            return tr("Tästä ei voi lukea päivää, joten myöhästymisestä ei muistuteta."), "bell-slash"
        if day < now:
            return "", ""
        return tr("Työpajojen luettelo muistuttaa, jos {date} menee ohi.", date=tr.date(day)), "bell-simple"

    def focus_first(self) -> None:
        """Ready to be typed in."""
        self.outcome.focus()

    # --- writing ---

    def _lengths(self) -> list[tuple[Field, int, int]]:
        """The fields, how long what stands in them is, and how long it may be."""
        return [
            (self.text_field, len(self.text.toPlainText().strip()), MAX_TEXT),
            (self.who_field, len(" ".join(self.who.text().split())), MAX_LINE),
            (self.when_field, len(" ".join(self.when.text().split())), MAX_LINE),
        ]

    def fits(self) -> bool:
        """Is nothing too long to be saved? What is stays here to be shortened."""
        return all(length <= limit for _, length, limit in self._lengths())

    def focus_too_long(self) -> None:
        """To the first field that must be shortened."""
        for field, length, limit in self._lengths():
            if length > limit:
                field.widget.setFocus()
                return

    def commit(self) -> None:
        """Saves what is half typed."""
        for entry in self._entries:
            entry.commit()
        self._unsaved.again()

    def choose(self, outcome: str) -> None:
        """Say how it went, as its button does."""
        if self.line is not None:
            self.outcome.set_value(outcome)
            self._choose(outcome)

    @Slot(str)
    def _choose(self, outcome: str) -> None:
        self._mend_words()
        self._tell_day()
        self._save(outcome)

    @Slot(str)
    def _save(self, _: str) -> None:
        """Words without an outcome are of something that still waits."""
        if self.line is None:
            return
        for field, length, limit in self._lengths():
            told = RuleViolation("too_long", limit=limit).text(self.look.tr) if length > limit else ""
            field.set_message(told, "error" if told else "")
        if not self.fits():
            return
        text, who, when = self.text.toPlainText(), self.who.text(), self.when.text()
        outcome = self.outcome.value()
        if not outcome and not (text.strip() or who.strip() or when.strip()):
            return
        if not outcome:
            outcome = WAITING
            self.outcome.set_value(outcome)
            self._mend_words()
        self._unsaved.save(self.line.id, (outcome, text, who, when), answer(self.line.id, outcome, text, who, when))

    @Slot()
    def _withdraw(self) -> None:
        if self.line is not None:
            words = self.look.tr("Vastaus poistettu")
            self._unsaved.forget(self.line.id)
            for entry in self._entries:
                entry.forget()
            self.workbench.do(withdraw(self.line.id), lambda _: self.workbench.toast_undo(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line of text is on to the next one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (self.who.hasFocus() or self.when.hasFocus()):
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)


def _kind_words(line: Line, tr: Translator) -> str:
    parts = [tr(KINDS[line.matter.kind])]
    if line.matter.kind in ("theme", "idea") and line.matter.size > 1:
        parts.append(tr.n("{n} lappu", "{n} lappua", line.matter.size))
    if line.theme:
        parts.append(tr("teemassa {theme}", theme=line.theme))
    return " · ".join(parts)


def _said_words(line: Line, tr: Translator) -> str:
    return name_of(line, tr) if line.matter.kind == TELLING else line.matter.words


def notes_words(line: Line, where: str, tr: Translator) -> str:
    """The notes of a theme, or what was agreed of an action."""
    matter = line.matter
    if matter.kind == TELLING:
        return " · ".join(part for part in (where.removesuffix("."), matter.who, matter.when) if part)
    if matter.who or matter.when:
        return " · ".join(part for part in (matter.who, matter.when) if part)
    shown = matter.said[:MOST_NOTES]
    lines = [f"– {' '.join(text.split())}" for text in shown]
    more = len(matter.said) - len(shown)
    if more:
        lines.append(tr.n("ja {n} muu", "ja {n} muuta", more))
    return "\n".join(lines)
