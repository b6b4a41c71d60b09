"""A stack of papers being typed in: one paper after another, the last ones again when something in them was wrong."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.desktop.paperentry import words
from fasilitaattori.desktop.paperentry.batch import Batch
from fasilitaattori.desktop.paperentry.beside import Beside
from fasilitaattori.desktop.paperentry.drafts import Draft, Drafts, draft_file
from fasilitaattori.desktop.paperentry.sheetview import SheetView
from fasilitaattori.desktop.parts import PAGE_MARGIN
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.papersheet import Fault, Given, Sheet, TakesPapers

BESIDE_WIDTH, MOST_SHARE = 312, 0.4
NOTHING = Given()


class EntryDesk(QWidget):
    """The paper and what stands beside it. `settled` when nothing is on its way to the disk any more."""

    settled = Signal()

    def __init__(
        self,
        workbench: Workbench,
        step: Step,
        tool: TakesPapers,
        sheet: Sheet,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
    ) -> None:
        """`whole` False leaves it to the caller to `build` what is on it, a little at a time."""
        super().__init__(parent)
        self.workbench, self.look, self.sheet = workbench, workbench.look, sheet
        self.batch = Batch(workbench, step, tool, self)
        services = workbench.services
        path = draft_file(services.data_dir, workbench.open_session.stream, step.id)
        self.drafts = Drafts(path, services.background, workbench.tell, self)
        self.view = SheetView(self.look, sheet, self)
        self._number = 0
        self._fresh = NOTHING  # the new paper, while an earlier one is being corrected
        self._before = NOTHING  # the paper being corrected, as it was
        self._correcting = self._asked_empty = False
        self._at = 0  # the question one was at when the page was left
        if whole:
            for _ in self.build():
                pass

    def build(self) -> Iterator[None]:
        """Makes everything that is on it, and stops where events may be handled."""
        yield from self.view.fill()
        self.beside = Beside(self.look, self.sheet, self)
        yield
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 14, PAGE_MARGIN, 14)
        row.setSpacing(16)
        row.addWidget(self.view, 1)
        row.addWidget(self.beside)
        self._connect()
        self._take_draft(self.drafts.read())

    def _connect(self) -> None:
        self.view.changed.connect(self._typed)
        self.view.ended.connect(self._end)
        self.view.leafed.connect(self._leaf)
        self.beside.opened.connect(self.open_paper)
        self.beside.removed.connect(self._remove)
        self.beside.count_requested.connect(self._count)
        self.batch.saved.connect(self._saved)
        self.batch.failed.connect(self._failed)
        self.batch.read.connect(self._show_read)

    # --- what is half typed ---

    @property
    def number(self) -> int:
        """The number of the paper on show."""
        return self._number

    @property
    def correcting(self) -> bool:
        """Is it one that was typed in before?"""
        return self._correcting

    def draft(self) -> Draft | None:
        """What is half typed: of the new paper while an earlier one is only looked at."""
        given, unsaved, corrections = self.view.given, dict(self.batch.unsaved), self.batch.corrections
        if self._correcting and given != self._before:
            return Draft(self._number, given, self._at, self._fresh, unsaved, corrections)
        new = self._fresh if self._correcting else given
        if new.empty and not unsaved:
            return None
        return Draft(0, new, 0 if self._correcting else self._at, NOTHING, unsaved, corrections)

    def _take_draft(self, draft: Draft | None) -> None:
        """Go on where it broke off; a paper that has gone meanwhile is a new one."""
        self._show_new()
        if draft is None:
            return
        self.batch.take(draft.unsaved, draft.corrections)
        if draft.number in self.batch.numbers:
            self._show(draft.number, draft.given, correcting=True)
            self._before = NOTHING  # whatever it was: what stands here now is what is wanted
            self._fresh = draft.fresh
        else:
            gone = 0 < draft.number < self.batch.number  # counted, or taken out: it must not count as one more paper
            self.view.show_given(draft.fresh if gone else draft.given)
            self.refresh()
        self._at = draft.at
        self.view.focus_question(self._at)
        self.drafts.keep(self.draft())

    def half_typed(self) -> str:
        """For the desk that is made in the place of this one in another language."""
        draft = self.draft()
        return msgspec.json.encode(draft).decode() if draft is not None else ""

    def type_again(self, kept: str) -> None:
        """Take what `half_typed` gave."""
        self._take_draft(msgspec.json.decode(kept, type=Draft))

    # --- one paper after another ---

    def _show_new(self) -> None:
        fresh, self._fresh = self._fresh, NOTHING
        self._show(self.batch.number, fresh, correcting=False)

    def _show(self, number: int, given: Given, *, correcting: bool) -> None:
        self._number, self._correcting, self._before, self._asked_empty = number, correcting, given, False
        self.view.show_given(given)
        self.beside.show_number(number, correcting)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """The record went on."""
        standing = self.batch.standing
        self.beside.show_standing(standing, self.batch.numbers, set(self.batch.unsaved))
        if not self._correcting and self._number != self.batch.number:
            self._number = self.batch.number  # one was undone, or typed in elsewhere
            self.beside.show_number(self._number, False)

    @Slot()
    def _typed(self) -> None:
        self._asked_empty = False
        self._at = self.view.at
        self.drafts.keep(self.draft())

    @Slot()
    def _end(self) -> None:
        """After the last question: save, unless something is not as it should be."""
        given = self.view.given
        if self._correcting and given == self._before:
            self._go_on()
            return
        faults = self.batch.tool.faults(self.batch.state, self.batch.step, given, self.look.tr)
        if faults:
            self.view.tell(faults[0])
            return
        if given.empty and not self._asked_empty:
            self.view.tell(Fault(self.sheet.questions[-1].id, words.empty(self.sheet.noun, self.look.tr)))
            self._asked_empty = True
            return
        self.batch.save(self._number, given)
        self._go_on()

    def _go_on(self) -> None:
        """To the new paper, with what was half typed of it."""
        self._show_new()
        self._at = 0
        self.drafts.keep(self.draft())
        self.view.focus_question(0)

    @Slot(int)
    def _saved(self, number: int) -> None:
        self.beside.show_saved(words.saved(self.sheet.noun, number, self.look.tr))
        self.refresh()
        self._tell_settled()

    def _tell_settled(self) -> None:
        if not self.batch.busy:
            self.settled.emit()

    @Slot(int, object)
    def _failed(self, number: int, error: FasilitaattoriError) -> None:
        """It is on the screen again when nothing else is, else in the list."""
        name = words.numbered(self.sheet.noun, number, self.look.tr)
        self.beside.show_saved(self.look.tr("{name} ei ole tallessa. Avaa se ja tallenna uudelleen.", name=name), failed=True)
        self.workbench.tell(error)
        if self.view.given.empty and not self._correcting:
            self.open_paper(number)
        self.drafts.keep(self.draft())
        self.refresh()
        self._tell_settled()

    # --- the papers before ---

    @Slot(int)
    def _leaf(self, way: int) -> None:
        numbers = [number for number in self.batch.numbers if (number < self._number if way < 0 else number > self._number)]
        if way < 0 and numbers:
            self.open_paper(numbers[-1])
        elif way > 0 and self._correcting:
            if numbers:
                self.open_paper(numbers[0])
            else:
                self.leave_correcting()

    @Slot(int)
    def open_paper(self, number: int) -> None:
        """Show one that was typed in, to correct it; what is half typed of the new one waits."""
        if self._correcting and self.view.given != self._before:
            self._end()  # one does not leaf away from what was corrected
            if self._correcting:
                return
        if not self._correcting:
            self._fresh = self.view.given
        self.batch.get(number)

    @Slot(int, object)
    def _show_read(self, number: int, given: Given) -> None:
        self._show(number, given, correcting=True)
        if number in self.batch.unsaved:
            self._before = NOTHING  # to be saved again, though nothing is changed in it
        self.view.focus_question(0)

    def leave_correcting(self) -> bool:
        """Back to the new paper without a change. False when it is there already."""
        if not self._correcting:
            return False
        self._go_on()
        return True

    @Slot(int)
    def _remove(self, number: int) -> None:
        """It counts no more; the record keeps that it was there, and Kumoa brings it back."""
        batch, tr = self.batch, self.look.tr
        if number in batch.unsaved:
            del batch.unsaved[number]
            self.drafts.keep(self.draft())
            self.refresh()
            return
        told = tr("{name} poistettu", name=words.numbered(self.sheet.noun, number, tr))
        if self._correcting and number == self._number:
            self._go_on()
        self.workbench.do(batch.tool.take_out(batch.step.id, number), lambda _: self.workbench.toast_undo(told))

    @Slot()
    def _count(self) -> None:
        """The papers that were added after closing go into the result."""
        batch, tr = self.batch, self.look.tr
        count = len(batch.numbers)
        typed_in = words.typed_in(self.sheet.noun, count, tr)
        counted = tr("{papers} ja laskettu mukaan", papers=typed_in)
        self.workbench.ask(
            tr("Lasketaanko paperit mukaan?"),
            words.counting(typed_in, few=batch.standing.done and count < words.FEW, tr=tr),
            tr("Laske mukaan"),
            lambda: self.workbench.do(batch.tool.count(batch.step.id), lambda _: self.workbench.toast(counted)),
            safe=tr("Jatka syöttämistä"),
        )

    # --- the window ---

    def shown(self) -> None:
        """In view: the hands are on the keys."""
        self.refresh()
        self.view.focus_question(self._at)

    def left(self) -> None:
        """Out of view."""
        self.drafts.keep(self.draft())
        self.drafts.now()

    def fit(self, width: int) -> None:
        """This much room, in pixels."""
        wanted = min(self.look.px(BESIDE_WIDTH), int(width * MOST_SHARE))
        self.beside.setFixedWidth(wanted)
