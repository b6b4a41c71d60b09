"""The head of the plan: what evening this is, its rug, whether it fits, and the way to the live desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from fasilitaattori.desktop.papers.kinds import PROGRAMME
from fasilitaattori.desktop.parts import PAGE_MARGIN
from fasilitaattori.desktop.plan.agenda import Fit, Row
from fasilitaattori.desktop.undoing import undoable
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.rug_widgets import RugStrip
from fasilitaattori.kit.tags import Tag
from fasilitaattori.workshop.info import Info, parse_date
from fasilitaattori.workshop.schedule import Schedule
from fasilitaattori.workshop.state import Workshop

SEPARATOR = " · "
ROOMY = 1040  # pixels at 100 %: narrower than this, the buttons shed what has another way


def facts(info: Info, tr: Translator) -> str:
    """ "to 12.3.2026 · Kuikkaperän kylätalo · 22 henkeä"."""
    day = parse_date(info.date)
    when = f"{tr.weekday(day, short=True)} {tr.date(day)}" if day else tr("päivä puuttuu")
    people = tr("{n} henkeä", n=info.expected) if info.expected else ""
    return SEPARATOR.join(part for part in (when, info.place, people) if part)


class Facts(Label):
    """As many of the facts as there is room for, each whole; all of them in the tooltip."""

    def __init__(self, look: Look) -> None:
        self._all = ""
        super().__init__(look, "", "body", "ink2", wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the title goes first

    def show_facts(self, words: str) -> None:
        """These facts."""
        self._all = words
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        parts, metrics = self._all.split(SEPARATOR), QFontMetricsF(self.font_used())
        while len(parts) > 1 and metrics.horizontalAdvance(SEPARATOR.join(parts)) > self.width():
            parts.pop()
        shown = SEPARATOR.join(parts)
        self.set_text(shown)
        self.setToolTip(tip(self._all) if shown != self._all else "")


class PlanHead(QWidget):
    """`heading_requested` to change the workshop's own fields, `fit_requested` when it is to fill the time,
    `step_chosen(index)` from the rug."""

    heading_requested = Signal()
    fit_requested = Signal()
    step_chosen = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self.look = workbench, workbench.look
        self._ended = False
        tr, look = self.look.tr, self.look
        self.title = Label(look, "", "title", wrap=False)
        self.edit_button = IconButton(look, "pencil-simple", tr("Työpajan tiedot"), "quiet")
        self._facts = Facts(look)
        self.undo_button = IconButton(look, "arrow-counter-clockwise", tr("Kumoa"), "quiet")
        self.redo_button = IconButton(look, "arrow-clockwise", tr("Tee uudelleen"), "quiet")
        self.print_button = Button(look, tr("Tulosta ohjelma"), icon="printer")
        self.live_button = Button(look, tr("Aloita ohjaus"), "primary", icon="play-circle")
        self.rug = RugStrip(look, 24, walkable=True)
        self.tag = Tag(look, "", "line", big=True)
        self.fit_button = Button(look, tr("Lyhennä tasaisesti"), size="small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.title)
        top.addWidget(self.edit_button)
        top.addWidget(self._facts, 1)
        self._room = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        top.addSpacerItem(self._room)
        for button in (self.undo_button, self.redo_button, self.print_button, self.live_button):
            top.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(self.rug, 1)
        below.addWidget(self.tag)
        below.addWidget(self.fit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(below)

    def _connect(self) -> None:
        bench = self._workbench
        self.edit_button.clicked.connect(self.heading_requested)
        self.undo_button.clicked.connect(bench.undo)
        self.redo_button.clicked.connect(bench.redo)
        self.print_button.clicked.connect(self._to_papers)
        self.live_button.clicked.connect(self._go_on)
        self.fit_button.clicked.connect(self.fit_requested)
        self.rug.step_activated.connect(self.step_chosen)
        self.look.changed.connect(self._arrange)

    def show_plan(self, state: Workshop, times: Schedule, fit: Fit, rows: Sequence[Row]) -> None:
        """Show the evening as it is now."""
        tr = self.look.tr
        self.title.set_text(state.info.title or tr("Nimetön työpaja"))
        self._facts.show_facts(facts(state.info, tr))
        self.rug.set_steps([(row.minutes, row.step.mode, f"{row.start} {row.step.title}") for row in rows])
        self.rug.set_now(_now_on_rug(times, self._workbench, state))
        self.rug.setVisible(bool(rows))
        self.tag.set_tag(fit.words, fit.kind, fit.icon)
        self.tag.setVisible(bool(rows))
        self._ended = state.run.phase == "ended"
        self.fit_button.setVisible(not self._ended and (fit.over > 0 or fit.left > 0))
        self.fit_button.set_words(tr("Pidennä tasaisesti") if fit.left else tr("Lyhennä tasaisesti"))
        running = state.run.phase in ("open", "running")
        words = tr("Jatka ohjausta") if running else tr("Siirry kokoamaan") if self._ended else tr("Aloita ohjaus")
        self.live_button.set_words(words)
        self.live_button.set_icon("note-pencil" if self._ended else "play-circle")
        self.live_button.setEnabled(bool(rows))
        self.live_button.set_hint("" if rows else tr("Lisää ensin vaihe ohjelmaan"))
        self.print_button.setEnabled(bool(rows))
        self._mend_undo()
        self._arrange()

    @Slot()
    def _go_on(self) -> None:
        """To the live desk, or to the minutes of an evening that has been."""
        bench = self._workbench
        state = bench.state
        if state.run.phase == "planned":
            bench.right_day.then(state.id, state.info.date, partial(bench.go, "ohjaa"))
        else:
            bench.go("kokoa" if self._ended else "ohjaa")

    @Slot()
    def _to_papers(self) -> None:
        self._workbench.paper_wanted = PROGRAMME
        self._workbench.go("tulosteet")

    def _mend_undo(self) -> None:
        tr, session = self.look.tr, self._workbench.session
        act = undoable(session)
        again = session.redoable() if session is not None else None
        self.undo_button.setEnabled(act is not None)
        self.redo_button.setEnabled(again is not None)
        self.undo_button.set_name(tr("Kumoa: {what}", what=tr(act.name)) if act else tr("Ei ole mitään kumottavaa"))
        self.redo_button.set_name(
            tr("Tee uudelleen: {what}", what=tr(again.name)) if again else tr("Ei ole mitään tehtävää uudelleen")
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        roomy = self.width() >= self.look.px(ROOMY)
        self.print_button.setVisible(roomy)
        self._facts.setVisible(self.width() >= self.look.px(ROOMY - 220))
        for button in (self.undo_button, self.redo_button):
            button.setVisible(self.width() >= self.look.px(ROOMY - 340))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme["surface"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["line"])


def _now_on_rug(times: Schedule, workbench: Workbench, state: Workshop) -> float:
    """Where the marker lies on the rug, in planned minutes from the start; -1 when the evening is not on."""
    slot = times.slot(state.run.current)
    if slot is None:
        return -1.0
    before = sum(each.step.minutes for each in times.slots[: times.slots.index(slot)])
    timer = state.run.timer(slot.step, workbench.services.clock.ms())
    share = min(1.0, timer.used_ms / timer.planned_ms) if timer.planned_ms else 1.0
    return before + share * slot.step.minutes
