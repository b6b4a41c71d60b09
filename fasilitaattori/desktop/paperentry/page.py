"""Syötä paperilta: the page on which what came on paper is typed in, for one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.paperentry import words
from fasilitaattori.desktop.paperentry.desk import EntryDesk
from fasilitaattori.desktop.paperentry.tools import TAKES_PAPERS, steps_with_papers
from fasilitaattori.desktop.parts import PAGE_MARGIN, PageHead
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Select
from fasilitaattori.kit.panels import EmptyState
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.papersheet import CLOSED, LATE, NOTE, NOTHING, OPEN, Sheet

_KEPT = "paper"


class PaperEntryPage(Page):
    """Which step, and its papers; or what is to be done before papers can be typed in."""

    def build(self) -> Iterator[None]:
        workbench, look, tr = self.workbench, self.look, self.look.tr
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.session = workbench.open_session
        self.head = PageHead(look, tr("Syötä paperilta"))
        self.choice = Select(look, tr("Minkä vaiheen paperit"))
        self.choice.activated.connect(self._chosen)
        self.back_button = Button(look, tr("Takaisin"), icon="arrow-left", key="Esc")
        self.back_button.clicked.connect(self._go_back)
        self.head.add(self.choice, self.back_button)
        self.desk: EntryDesk | None = None
        self.nothing: EmptyState | None = None
        self._step = ""
        self._told: tuple[str, str, Sheet | None, float] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._body = QVBoxLayout()
        self._column.addLayout(self._body, 1)
        self._take_step(workbench.papers_of)
        yield
        step = workbench.state.plan.get(self._step)
        tool = TAKES_PAPERS.get(step.tool) if step is not None else None
        if (
            step is not None
            and tool is not None
            and tool.standing(workbench.state, step).state in (OPEN, LATE)
            and not workbench.state.closing.approved
        ):
            sheet = tool.sheet(workbench.state, step, tr)
            desk = EntryDesk(workbench, step, tool, sheet, self, whole=False)
            yield from desk.build()
            self._told = (step.id, "", sheet, look.text_scale)
            self._put(desk)
        self.session.changed.connect(self._changed)
        workbench.closing.connect(self.left)
        look.changed.connect(self._look_changed)
        self._build()

    # --- what the window tells ---

    def shown(self) -> None:
        """In view, for the step one came from."""
        if self.workbench.papers_of and self.workbench.papers_of != self._step:
            self._show_step(self.workbench.papers_of)
        if self.desk is not None:
            self.desk.shown()

    def left(self) -> None:
        """Out of view: what is half typed is on disk."""
        if self.desk is not None:
            self.desk.left()

    def half_typed(self) -> dict[str, str]:
        kept = self.desk.half_typed() if self.desk is not None else ""
        return super().half_typed() | ({_KEPT: kept} if kept else {})

    def type_again(self, kept: dict[str, str]) -> None:
        super().type_again(kept)
        if self.desk is not None and kept.get(_KEPT):
            self.desk.type_again(kept[_KEPT])

    def keys(self) -> list[Keys]:
        """For F1."""
        tr = self.look.tr
        rows = words.keys_of(self.desk.sheet, tr) if self.desk is not None else []
        rows += [("PgDn", tr("Seuraava syötetty paperi tai uusi")), ("Esc", tr("Korjauksesta uuteen, uudesta takaisin"))]
        return [Keys(tr("Paperien syöttäminen"), tuple(rows))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.desk is None or not self.desk.leave_correcting():
                self._go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self.head.title.sizeHint().width() + self.back_button.sizeHint().width() + 2 * PAGE_MARGIN + 3 * 14
        self.choice.setFixedWidth(max(self.look.px(60), min(self.look.px(360), self.width() - taken)))
        if self.desk is not None:
            self.desk.fit(self.width())

    # --- which step ---

    def _show_step(self, step_id: str) -> None:
        self._take_step(step_id)
        self._build()

    def _take_step(self, step_id: str) -> None:
        """This step, or the first that takes papers."""
        steps = steps_with_papers(self.workbench.state)
        wanted = next((step for step in steps if step.id == step_id), steps[0] if steps else None)
        self._step = wanted.id if wanted is not None else ""
        self.workbench.papers_of = self._step
        self._fill(steps)

    def _fill(self, steps: list[Step]) -> None:
        names = [(step.id, step.title) for step in steps]
        now = [(self.choice.itemData(place), self.choice.itemText(place)) for place in range(self.choice.count())]
        if names != now:
            self.choice.clear()
            for key, title in names:
                self.choice.addItem(title, key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(self._step)))
        self.choice.setVisible(bool(steps))

    @Slot(int)
    def _chosen(self, place: int) -> None:
        if self.choice.itemData(place) != self._step:
            self.left()
            self._show_step(self.choice.itemData(place))
            self.shown()

    def _build(self) -> None:
        """The desk of papers, or what is to be done first; only when one or the other has changed."""
        step = self.workbench.state.plan.get(self._step)
        tool = TAKES_PAPERS.get(step.tool) if step is not None else None
        if step is None or tool is None:
            self._say(("", "none", None, 0.0), self._without_steps)
            return
        if self.desk is not None and self.desk.batch.busy:
            return  # it comes again when what was typed is saved, or refused
        sheet, where = tool.sheet(self.workbench.state, step, self.look.tr), tool.standing(self.workbench.state, step)
        if where.state == NOTHING:
            self._say((step.id, NOTHING, None, 0.0), self._without_marks)
        elif self.workbench.state.closing.approved and (where.state != OPEN or sheet.noun == NOTE):
            self._say((step.id, "approved", None, 0.0), self._approved)
        elif where.state == CLOSED:
            told = (step.id, f"{CLOSED}{where.answers}{where.done}", None, 0.0)
            self._say(told, lambda: self._closed(*words.closed(sheet, where, self.look.tr)))
        else:
            key = (step.id, "", sheet, self.look.text_scale)
            if key != self._told:
                self._told = key
                self._put(EntryDesk(self.workbench, step, tool, sheet))
            elif self.desk is not None:
                self.desk.refresh()

    def _put(self, widget: EntryDesk | EmptyState) -> None:
        for old in (self.desk, self.nothing):
            if old is not None:
                if isinstance(old, EntryDesk):
                    old.left()  # what is half typed waits for the desk that comes after it
                self._body.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.desk = self.nothing = None
        if isinstance(widget, EntryDesk):
            self.desk = widget
            self._body.setContentsMargins(0, 0, 0, 0)
            self._body.addWidget(widget, 1)
            widget.settled.connect(self._build)
            widget.fit(self.width())
            if self.isVisible():
                widget.shown()
        else:
            self.nothing = widget
            self._body.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN, 20)
            self._body.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _say(self, told: tuple[str, str, Sheet | None, float], make: Callable[[], EmptyState]) -> None:
        if told != self._told:
            self._told = told
            self._put(make())

    def _without_steps(self) -> EmptyState:
        tr = self.look.tr
        told = tr(
            "Kun ohjelmassa on kysely, äänestys tai ideaseinä, sen paperit syötetään tässä näppäimistöllä, pino kerrallaan."
        )
        empty = EmptyState(self.look, tr("Ei papereita syötettäväksi"), told, tr("Lisää vaihe suunnitelmaan"), "list-numbers")
        empty.action_requested.connect(self._to_plan)
        return empty

    def _without_marks(self) -> EmptyState:
        tr = self.look.tr
        told = tr("Paperit voi syöttää, kun vaiheessa on kysymyksiä tai vaihtoehtoja, joita paperiin on merkitty.")
        empty = EmptyState(self.look, tr("Ei vielä mitään merkittävää"), told, tr("Täydennä vaihetta"), "list-numbers")
        empty.action_requested.connect(self._to_plan)
        return empty

    def _approved(self) -> EmptyState:
        tr = self.look.tr
        told = tr("Papereita voi lisätä, kun avaat muistion taas muokattavaksi. Hyväksytty versio jää talteen.")
        empty = EmptyState(self.look, tr("Muistio on jo hyväksytty"), told, tr("Muistioon"), "note-pencil")
        empty.action_requested.connect(self._to_minutes)
        return empty

    def _closed(self, heading: str, sentence: str, verb: str) -> EmptyState:
        empty = EmptyState(self.look, heading, sentence, verb, "plus")
        empty.action_requested.connect(self._reopen)
        return empty

    # --- acting ---

    @Slot()
    def _to_plan(self) -> None:
        self.workbench.go("suunnittele")

    @Slot()
    def _to_minutes(self) -> None:
        self.workbench.go("kokoa")

    @Slot()
    def _reopen(self) -> None:
        """Papers may be added although the result is there: on purpose, and the record tells."""
        step = self.workbench.state.plan.get(self._step)
        if step is not None:
            self.workbench.do(TAKES_PAPERS[step.tool].reopen(step.id))

    @Slot()
    def _go_back(self) -> None:
        self.workbench.go(self.workbench.papers_from)

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if touched & {"plan", "closing", f"step:{self._step}"}:
            steps = steps_with_papers(self.workbench.state)
            if self._step not in [step.id for step in steps]:
                self._show_step("")
            else:
                self._fill(steps)
                self._build()

    @Slot()
    def _look_changed(self) -> None:
        self._fit()
        if (
            self.workbench.session is self.session
            and self._told is not None
            and self._told[3] not in (0.0, self.look.text_scale)
        ):
            self.left()
            self._build()
