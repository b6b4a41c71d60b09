"""The papers of one step being typed in: numbers, saving one after another, and getting one back to correct it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.papersheet import Given, Place, Standing, TakesPapers
from fasilitaattori.workshop.state import Workshop


class Batch(QObject):
    """`saved(number)` when a paper is on disk; `failed(number, error)` when it could not be saved: it is kept here and can be
    opened again; `read(number, Given)` when one has been got back."""

    saved = Signal(int)
    failed = Signal(int, object)
    read = Signal(int, object)

    def __init__(self, workbench: Workbench, step: Step, tool: TakesPapers, parent: QObject) -> None:
        super().__init__(parent)
        self._bench, self.tool, self._first = workbench, tool, step
        self._session = workbench.open_session
        self._sending: dict[int, Given] = {}
        self.unsaved: dict[int, Given] = {}
        self._entered: set[int] = set()  # of those being saved, or not saved: the record has the paper as it was
        self._latest = 0

    @property
    def state(self) -> Workshop:
        return self._session.state

    @property
    def step(self) -> Step:
        """The step as planned now; as it was when it has been taken out of the plan."""
        return self.state.plan.get(self._first.id) or self._first

    @property
    def standing(self) -> Standing:
        """How it is with the papers."""
        return self.tool.standing(self.state, self.step)

    @property
    def number(self) -> int:
        """The number of the next paper."""
        return max([self.standing.number, *(number + 1 for number in (*self._sending, *self.unsaved))])

    @property
    def numbers(self) -> list[int]:
        """Those that can be opened."""
        return sorted({*self.standing.numbers, *self._sending, *self.unsaved})

    def save(self, number: int, given: Given) -> None:
        """Into the record; the next one need not wait for it."""
        if number in self.standing.numbers:
            self._entered.add(number)
        elif number not in self._sending:
            self._entered.discard(number)
        self._sending[number] = given
        self.unsaved.pop(number, None)
        command = self.tool.enter(self.state, self.step, number, given)
        self._session.do(command, lambda _: self._done(number, given), lambda error: self._refused(number, given, error), self)

    @property
    def corrections(self) -> list[int]:
        """Those of the unsaved that correct a paper which the record has."""
        return sorted(self._entered & self.unsaved.keys())

    def take(self, unsaved: Mapping[int, Given], corrections: Collection[int]) -> None:
        """Those that were not saved, from an earlier desk. A correction of a paper that has been counted or taken out since is
        left out: it would count as one more paper."""
        there = self.standing.numbers
        self.unsaved.update(
            {number: given for number, given in unsaved.items() if number not in corrections or number in there}
        )
        self._entered.update(number for number in corrections if number in there)

    @property
    def busy(self) -> bool:
        """Is a paper on its way to the disk?"""
        return bool(self._sending)

    def _done(self, number: int, given: Given) -> None:
        self._entered.add(number)
        if self._sending.get(number) is given:
            del self._sending[number]
        self.saved.emit(number)

    def _refused(self, number: int, given: Given, error: FasilitaattoriError) -> None:
        if self._sending.get(number) is given:
            del self._sending[number]
        self.unsaved[number] = given
        self.failed.emit(number, error)

    def get(self, number: int) -> None:
        """Ask for what was typed; `read` brings it."""
        self._latest = number
        waiting = self.unsaved.get(number) or self._sending.get(number)
        kept = waiting or self.tool.kept(self.state, self.step, number)
        if isinstance(kept, Place):
            services, place = self._bench.services, kept
            services.background.run(
                lambda: services.door.choice_of(place.box, place.voter).result(),
                lambda lay: self._got(number, lay),
                self._bench.tell,
                self,
            )
        elif kept is not None:
            self.read.emit(number, kept)

    def _got(self, number: int, lay: Any) -> None:
        if number == self._latest and lay is not None and not self._session.closed:
            self.read.emit(number, self.tool.unpacked(self.state, self.step, lay))
