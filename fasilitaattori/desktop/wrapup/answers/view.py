"""Mitä tehtiin: at the left what waits for an answer, promises that are late first; in the middle the answer.

It belongs to the time after the evening. Nothing here changes the minutes, so it is never locked.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.page import Keys
from fasilitaattori.desktop.parts import PAGE_MARGIN, SearchField
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.answers.editor import AnswerEditor
from fasilitaattori.desktop.wrapup.answers.empty import NothingToAnswer
from fasilitaattori.desktop.wrapup.answers.head import AnswersHead
from fasilitaattori.desktop.wrapup.answers.lines import ALL, FILTERS, LATE, OUTCOMES, Line, belongs, counts, lines
from fasilitaattori.desktop.wrapup.answers.listview import AnswerList
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.answers import tell_page
from fasilitaattori.workshop.info import parse_date

BESIDE = 760  # least width at 100 % that has room for the list beside the editor
LIST_SHARE, LIST_LEAST = 0.44, 330
STACKED_LIST = 250
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
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
        self._filter, self._chosen = ALL, ""
        self._awake = False
        self.head = AnswersHead(look)
        self.search = SearchField(look, tr("Etsi ideaa, teemaa tai tekijää"))
        self.chips: dict[str, Chip] = {}
        self.list = AnswerList(look)
        self.nothing = Label(look, tr("Näillä ehdoilla ei löydy mitään."), "dense", "ink2")
        self.editor = AnswerEditor(workbench)
        self.page = LineEntry()
        self.page.setPlaceholderText(tr("esim. kunta.fi/kylatalo"))
        self.page_field = Field(look, tr("Missä vastaukset voi lukea verkossa? QR-koodi tulee julisteeseen."), self.page)
        self.empty = NothingToAnswer(look)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        look = self.look
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        keep_height(chips)
        group = QButtonGroup(self)
        for key in FILTERS:
            chip = self.chips[key] = Chip(look, "", big=False)
            group.addButton(chip)
            flow.addWidget(chip)
        self.chips[ALL].setChecked(True)
        self._side = Panel(look, margins=(2, 14, 2, 8), spacing=10)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.setSpacing(10)
        top.addWidget(self.search)
        top.addWidget(chips)
        top.addWidget(self.nothing)
        self._side.body.addLayout(top)
        self._side.body.addWidget(self.list, 1)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.editor, 1)
        right.addWidget(self.page_field)
        self._both = QWidget()
        self._box = QBoxLayout(_ACROSS, self._both)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(self._side)
        self._box.addWidget(self._right, 1)
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
        session.saved.connect(self._refresh)
        session.refused.connect(self._refresh)
        self.list.chosen.connect(self.choose)
        self.list.entered.connect(self.editor.focus_first)
        self.search.textChanged.connect(self._arrange_lines)
        self.editor.next_requested.connect(self.go_on)
        self.page.committed.connect(self._tell_page)
        self.head.pdf_button.clicked.connect(lambda: self._ask_for("pdf"))
        self.head.page_button.clicked.connect(lambda: self._ask_for("html"))
        self.head.poster_button.clicked.connect(self.poster_requested)
        self.look.changed.connect(self._fit)
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, key=key: self.show_filter(key))
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
        """The list beside the editor, or over it."""
        scale, width = self.look.text_scale, self.width()
        beside = width >= BESIDE * scale
        self._box.setDirection(_ACROSS if beside else _DOWN)
        self._box.setStretchFactor(self._side, 0 if beside else 2)
        self._box.setStretchFactor(self._right, 1 if beside else 3)
        wide = max(round(LIST_LEAST * scale), round((width - 2 * PAGE_MARGIN) * LIST_SHARE))
        self._side.setMinimumWidth(wide if beside else 0)
        self._side.setMaximumWidth(wide if beside else 16_777_215)

    # --- showing ---

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if self._awake and any(part in _PARTS or part.startswith("step:") for part in touched):
            self._fold()

    @Slot()
    def _refresh(self) -> None:
        """Something was saved, or refused: the form shows what stands in the log."""
        if self._awake:
            self._show_chosen(self._found)

    def _fold(self) -> None:
        """What the log says now."""
        bench, tr = self.workbench, self.look.tr
        state = bench.state
        today = bench.services.clock.now().date()
        self._found = lines(state, today)
        day = parse_date(state.info.date)
        self.head.about.set_text(" · ".join(part for part in (state.info.title, tr.date(day) if day else "") if part))
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
        found = counts(self._found)
        for key, words in FILTERS.items():
            self.chips[key].set_words(f"{tr(words)} {found[key]}")
        self.chips[LATE].setVisible(bool(found[LATE]) or self._filter == LATE)
        self._show_lines()

    @Slot()
    def _arrange_lines(self) -> None:
        """Another filter or search: the order is made anew."""
        self._order = []
        self._show_lines()

    def show_filter(self, key: str) -> None:
        """Show what one of FILTERS lets through."""
        self._filter = key
        self.chips[key].setChecked(True)
        self._arrange_lines()

    def _show_lines(self) -> None:
        words = self.search.text()
        shown = [line for line in self._found if belongs(line, self._filter, words)]
        if self._order:
            kept = {line.id: line for line in self._found}
            new = [line.id for line in shown if line.id not in self._order]
            shown = [kept[of] for of in (*self._order, *new) if of in kept]
        self._order = [line.id for line in shown]
        today = self.workbench.services.clock.now().date()
        if self._chosen not in self._order:
            self._chosen = self._order[0] if self._order else ""
        self.list.show_lines(shown, self._chosen, today)
        self.nothing.setVisible(not shown)
        self.editor.setVisible(bool(shown))
        self._show_chosen(shown)

    def _show_chosen(self, shown: Sequence[Line]) -> None:
        line = next((line for line in shown if line.id == self._chosen), None)
        if line is not None:
            self.editor.show_line(line, self.workbench.services.clock.now().date())

    # --- walking ---

    @Slot(str)
    def choose(self, of: str) -> None:
        """Look at another one."""
        if of != self._chosen and of in self._order:
            self._chosen = of
            self.list.mark(of)
            self._show_chosen(self._found)

    @Slot()
    def go_on(self) -> None:
        """Save, and on to the next one, ready to be typed in."""
        self._walk(1)

    @Slot()
    def _go_back(self) -> None:
        self._walk(-1)

    def _walk(self, way: int) -> None:
        self.editor.commit()
        if self._chosen in self._order:
            place = self._order.index(self._chosen) + way
            if 0 <= place < len(self._order):
                self.choose(self._order[place])
            self.editor.focus_first()

    @Slot()
    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # --- saving ---

    def _ask_for(self, form: str) -> None:
        self.commit()
        self.paper_requested.emit(form)

    @Slot(str)
    def _tell_page(self, address: str) -> None:
        self.page_field.set_message("")
        self.workbench.do(tell_page(address), None, self._refuse_page)

    def _refuse_page(self, error: FasilitaattoriError) -> None:
        self.page_field.set_message(error.text(self.look.tr), "error")
