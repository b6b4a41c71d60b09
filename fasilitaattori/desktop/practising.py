"""Practising at home: a copy of the plan with simulated people in it, thrown away when it is closed."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fasilitaattori.desktop.asking import Offer
from fasilitaattori.desktop.inturn import InTurn
from fasilitaattori.desktop.resuming import rehearsal_title
from fasilitaattori.workshop import running
from fasilitaattori.workshop.info import set_info

if TYPE_CHECKING:
    from fasilitaattori.desktop.creating import Draft
    from fasilitaattori.desktop.workbench import Workbench

LIVE_PAGE = "ohjaa"


class Practice(QObject):
    """The rehearsal of the workbench, if one is on."""

    def __init__(self, workbench: "Workbench", slow: InTurn) -> None:
        super().__init__(workbench)
        self._workbench, self._slow = workbench, slow
        self._stop: Callable[[], None] | None = None
        self.copy = ""
        """The stream of the copy, "" when nothing is practised."""
        self._invited = ""  # the copy to which the simulated people were asked
        self._told = True  # what became of the copy
        self._again: Callable[[], object] = _nothing_again  # practises the same once more
        workbench.room_changed.connect(self._let_people_in)

    @property
    def peopled(self) -> bool:
        """Are the simulated people there?"""
        return self._stop is not None

    def start(self, stream: str) -> None:
        """Copy this workshop's plan and open the copy."""
        bench = self._workbench
        self._again = partial(bench.rehearse, stream)
        bench.services.background.run(lambda: bench.services.copy_of(stream), self._open, bench.tell, owner=self)

    def begin(self, draft: "Draft") -> None:
        """Practise what is not a workshop yet: it is made for this and leaves nothing behind."""
        bench = self._workbench
        title = rehearsal_title(bench.tr, str(draft.heading.get("title", "")))
        whole = replace(draft, heading={**draft.heading, "title": title})

        def made(_: object) -> None:
            bench.go(LIVE_PAGE)
            bench.do(running.open_room(), lambda _: bench.open_room())

        bench.close_workshop()
        self._again = partial(bench.rehearse_draft, draft)
        self.copy = str(uuid.uuid4())
        bench.open(self.copy, "", lambda: bench.do(whole.command(), made))

    def _open(self, copy: str) -> None:
        bench = self._workbench

        def let_in() -> None:
            bench.do(set_info(title=rehearsal_title(bench.tr, bench.state.info.title), series=""))
            bench.do(running.open_room(), lambda _: bench.open_room())

        bench.close_workshop()
        self.copy = copy
        bench.open(copy, LIVE_PAGE, let_in)

    @Slot()
    def _let_people_in(self) -> None:
        """Once the room of the copy is open, also when that took another try: a port can be somebody else's."""
        bench = self._workbench
        if bench.room is not None and bench.session is not None and bench.session.stream == self.copy != self._invited:
            self._invited = self.copy
            self._invite()

    def _invite(self) -> None:
        bench = self._workbench
        session = bench.open_session

        def started(stop: Callable[[], None]) -> None:
            if bench.session is not session:
                self._slow.run(stop, _nothing, bench.tell)
                return
            self._stop = stop
            bench.rehearsal_changed.emit()

        self._slow.run(lambda: bench.services.rehearse(session.stream), started, bench.tell)

    def stop(self) -> None:
        """Send the simulated people home. May be called again."""
        stop, self._stop = self._stop, None
        if stop is not None:
            self._slow.run(stop, _nothing, self._workbench.tell)
            self._workbench.rehearsal_changed.emit()

    @Slot()
    def end(self) -> None:
        """Close the copy; it is told what became of it once that is so, and the same can be practised once more."""
        self._told = False
        self._workbench.close_workshop()

    def _gone(self) -> None:
        bench, tr = self._workbench, self._workbench.tr
        bench.library_changed.emit()
        if not self._told:
            self._told = True
            words = tr("Harjoitus päättyi, ja sen tiedot on poistettu. Oikeisiin työpajoihin se ei koskenut.")
            bench.toast(words, "done", Offer(tr("Harjoittele uudelleen"), self._again))

    def throw_away(self, stream: str) -> None:
        """The workshop was closed: delete it for good if it was the copy."""
        bench = self._workbench
        if stream and stream == self.copy:
            self.copy = ""
            self._slow.run(lambda: bench.services.forget(stream), lambda _: self._gone(), bench.tell)


def _nothing_again() -> None:
    """Nothing has been practised yet."""


def _nothing(_: object) -> None:
    """What follows work whose end nobody waits for."""
