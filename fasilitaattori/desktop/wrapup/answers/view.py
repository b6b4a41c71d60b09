"""Mitä tehtiin: at the left what waits for an answer, promises that are late first; in the middle the answer.

It belongs to the time after the evening. Nothing here changes the minutes, so it is never locked.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.page import Keys
from fasilitaattori.desktop.parts import PAGE_MARGIN
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.answers.editor import AnswerEditor
from fasilitaattori.desktop.wrapup.answers.empty import NothingToAnswer
from fasilitaattori.desktop.wrapup.answers.finder import Finder
from fasilitaattori.desktop.wrapup.answers.head import AnswersHead
from fasilitaattori.desktop.wrapup.answers.lines import OUTCOMES, Line, lines
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.fields import Field
from fasilitaattori.workshop.answers import tell_page
from fasilitaattori.workshop.info import parse_date

BESIDE = 760  # least width at 100 % that has room for the list beside the editor; else one of them shows at a time
LIST_SHARE, LIST_LEAST = 0.44, 330
LIST, ANSWER = "list", "answer"
_PARTS = {"info", "plan", "run", "record", "closing", "answers"}


class AnswersView(QWidget):
    """`paper_requested(form)`: it is to be saved; `poster_requested`: the poster is to be looked at among the papers."""

    paper_requested = Signal(str)
    poster_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look, tr = workbench.look, workbench.tr
        self.workbench, self.look = workbench, look
        self._found: list[Line] = []
        self._order: list[str] = []  # stays while one writes: an answered line does not jump away
        self._chosen = ""
        self._awake = False
        self.head = AnswersHead(look)
        self.finder = Finder(look)
        self.list = self.finder.list
        choices = [(LIST, tr("Luettelo")), (ANSWER, tr("Vastaus"))]
        self.switch = Segmented(look, choices, LIST, small=True, name=tr("Mitä näytetään"))
        self.editor = AnswerEditor(workbench)
        self.page = LineEntry()
        self.page.setPlaceholderText(tr("esim. kunta.fi/kylatalo"))
        self.page_field = Field(look, tr("Missä vastaukset voi lukea verkossa? QR-koodi tulee julisteeseen."), self.page)
        self.empty = NothingToAnswer(look)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.editor, 1)
        right.addStretch()  # when nothing is found, and so nothing to be answered
        right.addWidget(self.page_field)
        self._both = QWidget()
        both = QGridLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setHorizontalSpacing(16)
        both.setVerticalSpacing(8)
        both.addWidget(self.switch, 0, 0, 1, 2)
        both.addWidget(self.finder, 1, 0)
        both.addWidget(self._right, 1, 1)
        both.setRowStretch(1, 1)
        both.setColumnStretch(1, 1)
        self._room = QVBoxLayout()
        self._room.addWidget(self._both, 1)
        self._room.addWidget(self.empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._room, 1)
        self.set_low(False)

    def _connect(self) -> None:
        """Every wire between the parts of the view."""
        session = self.workbench.open_session
        session.changed.connect(self._changed)
        session.answered.connect(self._refresh)
        self.list.chosen.connect(self.choose)
        self.list.entered.connect(self.write)
        self.list.clicked.connect(self._turn_to_answer)
        self.switch.chosen.connect(self._fit)
        self.finder.narrowed.connect(self._arrange_lines)
        self.editor.next_requested.connect(self.go_on)
        self.page.committed.connect(self._tell_page)
        self.head.pdf_button.clicked.connect(lambda: self._ask_for("pdf"))
        self.head.page_button.clicked.connect(lambda: self._ask_for("html"))
        self.head.poster_button.clicked.connect(self.poster_requested)
        self.look.changed.connect(self._fit)
        keys = [("Ctrl+Return", self.go_on), ("Ctrl+Enter", self.go_on)]
        keys += [("Ctrl+Down", self.go_on), ("Ctrl+Up", self._go_back), ("Ctrl+F", self._to_search)]
        for key, act in keys:
            self._shortcut(key, act)
        for number, outcome in enumerate(OUTCOMES, 1):
            self._shortcut(f"Ctrl+{number}", lambda outcome=outcome: self.editor.choose(outcome))

    def _shortcut(self, keys: str, act: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def keys(self) -> list[Keys]:
        """For F1."""
        tr = self.look.tr
        rows = (
            ("Ctrl 1–4", tr("Tehty, työn alla, ei toteudu, odottaa")),
            ("Ctrl ⏎", tr("Tallenna ja seuraava")),
            ("Ctrl ↑ / ↓", tr("Edellinen tai seuraava")),
            ("Ctrl F", tr("Etsi")),
        )
        return [Keys(tr("Mitä tehtiin"), rows)]

    # --- what the page tells ---

    def set_awake(self, awake: bool) -> None:
        """In view, or not: then what is half typed is saved."""
        self._awake = awake
        if awake:
            self._order = []
            self._fold()
        else:
            self.commit()

    def commit(self) -> None:
        """Saves what is half typed."""
        self.editor.commit()
        self.page.commit()

    def set_low(self, low: bool) -> None:
        """Less air in a low window."""
        around = 10 if low else 14
        self._room.setContentsMargins(PAGE_MARGIN, around, PAGE_MARGIN, around)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """The list beside the editor, or one of them behind the switch."""
        scale, width = self.look.text_scale, self.width()
        beside = width >= BESIDE * scale
        self.switch.setVisible(not beside)
        self.finder.setVisible(beside or self.switch.value() == LIST)
        self._right.setVisible(beside or self.switch.value() == ANSWER)
        around = width - 2 * PAGE_MARGIN
        self.finder.setFixedWidth(max(round(LIST_LEAST * scale), round(around * LIST_SHARE)) if beside else max(1, around))

    # --- showing ---

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if self._awake and any(part in _PARTS or part.startswith("step:") for part in touched):
            self._fold()

    @Slot()
    def _refresh(self) -> None:
        """Something was saved, or could not be: the form shows what stands in the log, or what was typed."""
        if self._awake:
            self._show_chosen(self._found)

    def _fold(self) -> None:
        """What the log says now."""
        bench, tr = self.workbench, self.look.tr
        state = bench.state
        today = bench.services.clock.now().date()
        self._found = lines(state, today)
        day = parse_date(state.info.date)
        title = state.info.title
        self.head.about.set_choices([" · ".join(part for part in (title, tr.date(day) if day else "") if part), title])
        there = any(line.asked or line.answer for line in self._found)
        over = state.run.phase == "ended"
        for button in (self.head.pdf_button, self.head.page_button, self.head.poster_button):
            button.setEnabled(there and over)
            button.set_hint("" if over else tr("Illan jälkeen"))
        self.page.set_value(state.answers.page)
        self._both.setVisible(there and over)
        self.empty.setVisible(not (there and over))
        if not (there and over):
            self.empty.teach(over)
            return
        self.finder.show_counts(self._found)
        self._show_lines()

    @Slot()
    def _arrange_lines(self) -> None:
        """Another filter or search: the order is made anew."""
        self._order = []
        self._show_lines()

    def _show_lines(self) -> None:
        shown = self.finder.passing(self._found)
        if self._order:
            kept = {line.id: line for line in self._found}
            new = [line.id for line in shown if line.id not in self._order]
            shown = [kept[of] for of in (*self._order, *new) if of in kept]
        self._order = [line.id for line in shown]
        today = self.workbench.services.clock.now().date()
        if self._chosen not in self._order and self.editor.fits():
            self._chosen = self._order[0] if self._order else ""
        self.list.show_lines(shown, self._chosen, today)
        self.finder.nothing.setVisible(not shown)
        self.finder.list.setVisible(bool(shown))  # an empty list would take the room of what says that it is empty
        self.editor.setVisible(bool(shown))
        self._show_chosen(shown)

    def _show_chosen(self, shown: Sequence[Line]) -> None:
        line = next((line for line in shown if line.id == self._chosen), None)
        if line is not None:
            self.editor.show_line(line, self.workbench.services.clock.now().date())

    # --- walking ---

    @Slot(str)
    def choose(self, of: str) -> None:
        """Look at another one; not while what was typed is too long to be saved: nothing of it is thrown away."""
        if of == self._chosen or of not in self._order:
            return
        self.editor.commit()
        if not self.editor.fits():
            self.list.mark(self._chosen)
            self.write_on()
        else:
            self._chosen = of
            self.list.mark(of)
            self._show_chosen(self._found)

    @Slot()
    def go_on(self) -> None:
        """Save, and on to the next one, ready to be typed in."""
        self._walk(1)

    @Slot()
    def write(self) -> None:
        """From the list to the answer."""
        self._turn_to_answer()
        self.editor.focus_first()

    def write_on(self) -> None:
        """To what must be shortened first."""
        self._turn_to_answer()
        self.editor.focus_too_long()

    @Slot()
    def _turn_to_answer(self) -> None:
        """What is chosen is looked at."""
        self.show_side(ANSWER)

    def show_side(self, side: str) -> None:
        """LIST or ANSWER, where there is room for one of them alone."""
        self.switch.set_value(side)
        self._fit()

    @Slot()
    def _go_back(self) -> None:
        self._walk(-1)

    def _walk(self, way: int) -> None:
        self.editor.commit()
        if not self.editor.fits():
            self.write_on()
        elif self._chosen in self._order:
            place = self._order.index(self._chosen) + way
            if 0 <= place < len(self._order):
                self.choose(self._order[place])
            self.write()

    @Slot()
    def _to_search(self) -> None:
        self.show_side(LIST)
        self.finder.to_search()

    # --- saving ---

    def _ask_for(self, form: str) -> None:
        self.commit()
        self.paper_requested.emit(form)

    @Slot(str)
    def _tell_page(self, address: str) -> None:
        self.page_field.set_message("")
        self.workbench.do(tell_page(address), None, self._refuse_page, self)

    def _refuse_page(self, error: FasilitaattoriError) -> None:
        self.page_field.set_message(error.text(self.look.tr), "error")
