"""The middle of the wrap-up: the chosen section, in the form that suits it, and what may be done with the whole section."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.paperentry.tools import steps_with_papers
from fasilitaattori.desktop.parts import Line, Scrolled
from fasilitaattori.desktop.services import Section
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.basicsform import BasicsForm
from fasilitaattori.desktop.wrapup.entriesform import EntriesForm
from fasilitaattori.desktop.wrapup.form import Form
from fasilitaattori.desktop.wrapup.hallform import HallForm
from fasilitaattori.desktop.wrapup.nextform import NextForm
from fasilitaattori.desktop.wrapup.peopleform import PeopleForm
from fasilitaattori.desktop.wrapup.sectionlist import ACTIONS, BASICS, DECISIONS, HALL, NEXT, PEOPLE, name_of
from fasilitaattori.desktop.wrapup.textform import TextForm
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.checking import open_check
from fasilitaattori.workshop.closing import edit_section, leave_out
from fasilitaattori.workshop.record import ACTION, DECISION

# The forms of a section that has not been written by hand; all others are a text. What to do next belongs to the actions.
FORMS = {BASICS: (BASICS,), PEOPLE: (PEOPLE, "text"), DECISIONS: (DECISIONS,), ACTIONS: (ACTIONS, NEXT), NEXT: (NEXT,)}
BESIDE_TEXT = frozenset({PEOPLE, HALL})  # shown with the text of the section, also when somebody has written it
NOT_CHECKED = frozenset({BASICS, PEOPLE, HALL, "agenda", "method", "checking"})
"""Sections that say nothing a hall could put right."""


class Editor(Panel):
    """The page calls `show_section` and `refresh`; forms save by themselves. `checking_requested`: the hall is to check it all;
    `papers_requested(step)` to type in what came on paper."""

    checking_requested = Signal()
    papers_requested = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        """What is on it is made in `build`."""
        super().__init__(workbench.look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self.workbench = workbench
        self.section: Section | None = None
        self.forms: dict[str, Form] = {}
        self._locked = False

    def build(self) -> Iterator[None]:
        """Makes everything that is on it, and stops where events may be handled. Each form gets its place when it is made: what
        is in the window is dressed there, and all of them at once would take long."""
        look, workbench = self.look, self.workbench
        self._make_buttons()
        column = self._lay_out()
        yield
        self.text = TextForm(workbench)
        self.deeds = EntriesForm(workbench, ACTION)
        yield
        self.further = NextForm(workbench)
        self.hall = HallForm(workbench)
        self._line = Line(look)
        self._rest = QWidget()
        yield
        made: dict[str, Callable[[], Form]] = {
            BASICS: lambda: BasicsForm(workbench),
            PEOPLE: lambda: PeopleForm(workbench),
            DECISIONS: lambda: EntriesForm(workbench, DECISION),
            ACTIONS: lambda: self.deeds,
            NEXT: lambda: self.further,
            HALL: lambda: self.hall,
            "text": lambda: self.text,
        }
        for key, make in made.items():
            if key == NEXT:
                column.addWidget(self._line)
            form = self.forms[key] = make()
            column.addWidget(form, 1 if key in ("text", BASICS) else 0)
            yield
        column.addWidget(self._rest, 1)

    def _make_buttons(self) -> None:
        look, tr = self.look, self.look.tr
        self.name = Label(look, "", "section")
        self.back_button = Button(look, tr("Palauta"), "quiet", "small", icon="arrow-counter-clockwise", key="Ctrl R")
        self.back_button.set_hint(tr("Palauta illan kirjauksista syntynyt teksti"))
        self.out_button = Button(look, tr("Jätä pois"), "quiet", "small", icon="eye-slash")
        self.check_button = Button(look, tr("Tarkistetaan salissa"), "quiet", "small", icon="projector-screen")
        self.check_button.set_hint(tr("Vie yhteenveto valkokankaalle ja puhelimiin tarkistettavaksi"))
        self.paper_button = Button(look, tr("Syötä paperilta…"), "quiet", "small", icon="clipboard-text")
        self.left_out = Label(
            look, tr("Tämä osa on jätetty pois muistiosta."), "dense", icon="eye-slash", icon_tone="ink2", tone="ink2"
        )
        self.back_button.clicked.connect(self._restore)
        self.out_button.clicked.connect(self._toggle_out)
        self.check_button.clicked.connect(self.checking_requested)
        self.paper_button.clicked.connect(self._enter_papers)
        for part in (self.back_button, self.out_button, self.check_button, self.paper_button, self.left_out):
            part.hide()  # until a section is shown for which it is true

    def _lay_out(self) -> QVBoxLayout:
        """The head, and the column in which the forms stand."""
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=4)
        keep_height(self._buttons)
        flow.addWidget(self.paper_button)
        flow.addWidget(self.check_button)
        flow.addWidget(self.back_button)
        flow.addWidget(self.out_button)
        self._top = QWidget()
        head = QHBoxLayout(self._top)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 9, 20, 12)
        column.setSpacing(11)
        column.addWidget(self._top)
        column.addWidget(self.left_out)
        self._scrolled = Scrolled(inner)
        self.body.addWidget(self._scrolled, 1)
        return column

    # --- showing ---

    def show_section(self, section: Section, anew: bool = True) -> None:
        """Shows a section; `anew` when another one was on show."""
        if anew:
            self.commit()
        self.section = section
        shown = self._forms_of(section)
        for key, form in self.forms.items():
            form.setVisible(key in shown)
        self._line.setVisible(len(shown) > 1 and NEXT in shown)
        self._rest.setVisible("text" not in shown and BASICS not in shown)
        if "text" in shown:
            self.text.show_section(section)
        if anew:
            self._scrolled.verticalScrollBar().setValue(0)
        self._show_head(shown)
        self.refresh()

    def _forms_of(self, section: Section) -> tuple[str, ...]:
        """Which forms a section has. What the hall says can be written otherwise once it has said it."""
        if section.key == HALL:
            return (HALL,) if section.state == "empty" or open_check(self.workbench.state) else (HALL, "text")
        return ("text",) if section.edited and section.key not in BESIDE_TEXT else FORMS.get(section.key, ("text",))

    def _show_head(self, shown: tuple[str, ...]) -> None:
        tr, section = self.look.tr, self.section
        if section is None:
            return
        self.name.set_text(name_of(section, tr))
        self.setAccessibleName(name_of(section, tr))
        self._top.setVisible(section.key != NEXT)  # its form has a heading of its own
        self.back_button.setVisible(section.edited and not self._locked)
        self.out_button.setVisible(not section.mandatory and not self._locked)
        self.out_button.set_words(tr("Ota takaisin") if section.left_out else tr("Jätä pois"))
        self.out_button.set_icon("eye" if section.left_out else "eye-slash")
        self.left_out.setVisible(section.left_out)
        self.check_button.setVisible(section.key not in NOT_CHECKED and not self._locked)
        self.paper_button.setVisible(bool(self._step_with_papers(section)) and not self._locked)

    @Slot()
    def refresh(self) -> None:
        """Shows what the log says now, but for what is just being typed."""
        if self.workbench.open_session.pending:
            return  # what is on its way into the log would be overwritten by what was there before
        for form in self.forms.values():
            if form.isVisibleTo(self):
                form.refresh()

    def set_locked(self, locked: bool) -> None:
        """Approved minutes can be read, not changed."""
        self._locked = locked
        for form in self.forms.values():
            form.set_locked(locked)
        if self.section is not None:
            self.show_section(self.section, anew=False)

    def commit(self) -> None:
        """Saves what is half typed."""
        for form in self.forms.values():
            form.commit()

    def focus_checking(self) -> None:
        """To what begins a checking, or to what is to be done in one."""
        self.hall.focus_first()

    def focus_missing(self) -> None:
        """To the first thing that is missing in the section on show."""
        if self.further.isVisibleTo(self) and not self.deeds.isVisibleTo(self):
            self.further.focus_first_missing()
        elif self.hall.isVisibleTo(self):
            self.hall.focus_first()
        elif self.deeds.isVisibleTo(self):
            self.deeds.focus_first_missing()

    # --- acting ---

    def _step_with_papers(self, section: Section) -> str:
        """The step this section tells of, when it takes papers; "" otherwise."""
        return next((step.id for step in steps_with_papers(self.workbench.state) if section.step == step.id), "")

    @Slot()
    def _enter_papers(self) -> None:
        if self.section is not None:
            self.papers_requested.emit(self._step_with_papers(self.section))

    @Slot()
    def _restore(self) -> None:
        if self.section is not None and self.section.edited and not self._locked:
            words = self.look.tr("Kirjauksista koottu teksti palautettu")
            self.text.forget()
            self.workbench.do(edit_section(self.section.key, None), lambda _: self.workbench.toast_undo(words))

    @Slot()
    def _toggle_out(self) -> None:
        section, tr = self.section, self.look.tr
        if section is not None:
            self.commit()
            out = not section.left_out
            words = tr("Osa jätetty pois muistiosta") if out else tr("Osa on taas mukana muistiossa")
            self.workbench.do(leave_out(section.key, out), lambda _: self.workbench.toast_undo(words))
