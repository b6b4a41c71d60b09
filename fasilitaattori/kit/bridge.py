"""The log on the Qt thread: one open workshop, its folded state, and the way to change it.

Batches come from the writer thread as queued signals and are folded here, so nothing is shared between threads. Widgets hear
`changed` at most every FRAME_MS, with all that was touched since the last time. When what they do then takes long (a wall of a
thousand notes while everybody writes), they hear it less often, so that the window and the phones' server have the rest of
the time; what was done here is shown at once all the same.
"""

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot
from shiboken6 import isValid

from fasilitaattori.errors import FasilitaattoriError, RuleViolation
from fasilitaattori.kit.inslices import InSlices
from fasilitaattori.log.jobs import Batch, Job, Saved
from fasilitaattori.workshop import undo
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command, Event
from fasilitaattori.workshop.replica import AT_ONCE, Replica
from fasilitaattori.workshop.state import Models, Workshop
from fasilitaattori.workshop.undo import Act

FRAME_MS = 40
REST = 4  # widgets rest for so many times as long as they took
LONGEST_REST_MS = 500
OnSaved = Callable[[Saved], None]
OnRefused = Callable[[FasilitaattoriError], None]


class DoorLike(Protocol):
    """What a session needs of the door."""

    models: Models
    clock: Clock

    @property
    def storage(self) -> str:
        """ "ok", "low" (the reserve is in use), "full" or "locked" (nothing may be written)."""

    def put(self, job: Job) -> None: ...
    def follow(self, stream: str, listener: Callable[[Batch], None]) -> Any: ...
    def unfollow(self, stream: str, listener: Callable[[Batch], None]) -> None: ...
    def choice_of(self, vote: str, voter: int) -> "Future[Any]":
        """What this voter (or this paper) has in an open ballot box, or None."""


class Session(QObject):
    """One workshop open on the Qt thread.

    `opened` when the state is there; `changed(set[str])` the touched parts ("info", "plan", "run", "people", "floor", "record",
    "screen", "closing", "step:<id>", "turnout"); `refused(FasilitaattoriError)` when something was not done and nobody asked
    to hear of it; `saved` after each commit of one's own; `answered` when whoever asked has heard what became of it.
    """

    opened = Signal()
    changed = Signal(object)
    refused = Signal(object)
    saved = Signal()
    answered = Signal()
    _batch_came = Signal(object)
    _answers_came = Signal(object)
    _log_came = Signal(object)

    def __init__(self, door: DoorLike, stream: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stream = stream
        self.clock = door.clock
        self.ready = False
        self.pending = 0
        """Changes asked for and not yet answered."""
        self._asked = self._answering = ""
        self._undoing = False
        self._left = self._closed = False
        self._gate = threading.Lock()  # once `close` has returned, the writer's thread touches this object no more
        self._door = door
        self._replica = Replica(stream, door.models)
        self._early: list[Batch] = []
        self._touched: set[str] = set()
        self._undoable: list[Act | None] = []  # what Ctrl+Z would take back, once somebody has asked since the last change
        self._folding = InSlices(self)
        self._folding.done.connect(self._begin)
        self._frame = QTimer(self, interval=FRAME_MS, singleShot=True)
        self._frame.timeout.connect(self._emit_changed)
        for signal, slot in (
            (self._batch_came, self._take_batch),
            (self._answers_came, self._take_answers),
            (self._log_came, self._take_log),
        ):
            signal.connect(slot, Qt.ConnectionType.QueuedConnection)
        self._listener: Callable[[Batch], None] = lambda batch: self._hand_over(self._batch_came, batch)
        future = door.follow(stream, self._listener)
        future.add_done_callback(lambda done: self._hand_over(self._log_came, done))

    @property
    def state(self) -> Workshop:
        """The folded state. Read it, never change it; ask for it again after `changed`."""
        return self._replica.state

    @property
    def replica(self) -> Replica:
        return self._replica

    @property
    def closed(self) -> bool:
        """Has it stopped following?"""
        return self._closed

    @property
    def folding(self) -> bool:
        """Is its log there, and not yet folded to the end?"""
        return self._folding.busy

    @property
    def told(self) -> bool:
        """Has everything that was folded been told to the widgets?"""
        return not self._touched

    def leave(self) -> None:
        """Nobody shows it any more: from now on only what was not done of what they asked for is told, by `refused`."""
        self._left = True
        self._touched.clear()
        self._frame.stop()

    def close(self) -> None:
        """Stop following. What was asked for is still done, but nobody hears of it. May be called again."""
        with self._gate:
            self._closed = True
        self._door.unfollow(self.stream, self._listener)
        self._folding.drop()
        self._frame.stop()

    # --- changing ---

    def do(
        self,
        command: Command,
        on_saved: OnSaved | None = None,
        on_refused: OnRefused | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Ask for a change. `on_saved` or `on_refused` is called on this thread after the commit; without `on_refused` the
        signal `refused` tells. Whose callbacks touch a part of the window names it as their `owner`: once it is no more they
        are not called (a page may be made anew, or another step come, before the answer does)."""
        self.pending += 1
        self._asked = str(uuid.uuid4())
        self._door.put(Job(self.stream, self, (on_saved, on_refused, owner), command, self._asked))

    @property
    def request(self) -> str:
        """The request of the change that is being answered now, else of the last one asked for; "" = none yet."""
        return self._answering or self._asked

    def deliver(self, answers: list[tuple[Job, Any]]) -> None:
        """The writer's answers (called on the writer thread)."""
        self._hand_over(self._answers_came, answers)

    def _hand_over(self, signal: SignalInstance, what: object) -> None:
        """From the writer's thread to the Qt thread, unless nobody wants it any more."""
        with self._gate:
            if not self._closed:
                signal.emit(what)

    def undoable(self) -> Act | None:
        """What Ctrl+Z would take back."""
        if not self._undoable:
            self._undoable.append(undo.undoable(self._replica))
        return self._undoable[0]

    def redoable(self) -> Act | None:
        """What Ctrl+Y would bring back."""
        return undo.redoable(self._replica)

    def undo(self, on_saved: OnSaved | None = None) -> Act | None:
        """Take back the last act; gives what it was, None when there is nothing."""
        return self._undo(self.undoable(), "nothing_to_undo", on_saved)

    def redo(self, on_saved: OnSaved | None = None) -> Act | None:
        """Bring back what was last undone; gives what it was, None when there is nothing."""
        return self._undo(self.redoable(), "nothing_to_redo", on_saved)

    def take_back(self, request: str, on_saved: OnSaved | None = None) -> Act | None:
        """Take back just the act that was asked for with this request; gives what it was, None when it counts no more."""
        return self._undo(undo.act_of(self._replica, request), "undone_already", on_saved)

    def _undo(self, act: Act | None, otherwise: str, on_saved: OnSaved | None) -> Act | None:
        if act is None:
            self.refused.emit(RuleViolation(otherwise))
            return None
        if self._undoing:
            return None  # the one before is not folded yet: the same act would be taken back twice
        self._undoing = True

        def done(saved: Saved) -> None:
            self._undoing = False
            if on_saved is not None:
                on_saved(saved)

        def refused(error: FasilitaattoriError) -> None:
            self._undoing = False
            self.refused.emit(error)

        self.do(undo.undo(act), done, refused)
        return act

    # --- hearing ---

    @Slot(object)
    def _take_log(self, future: Any) -> None:
        error = future.exception()
        if error is not None:
            self._tell(error, None)
            return
        events, turnout = future.result()
        self._folding.do(self._fold(list(events), turnout))
        if len(events) <= AT_ONCE:
            self._folding.finish()

    def _fold(self, events: list[Event], turnout: dict[str, int]) -> Iterator[None]:
        yield from self._replica.fill(events)
        self._replica.state.turnout = turnout

    @Slot()
    def _begin(self) -> None:
        """The log has been folded; what has come meanwhile comes to it."""
        for batch in self._early:
            batch.fold_into(self._replica)
        self._early.clear()
        self._undoable.clear()
        self.ready = True
        self.opened.emit()

    @Slot(object)
    def _take_batch(self, batch: Batch) -> None:
        if self._left or self._closed:
            return
        if not self.ready:
            self._early.append(batch)
            return
        newest = self._replica.events[-1].order if self._replica.events else (0, "", 0)
        self._touched |= batch.fold_into(self._replica)
        self._mend_undoable(batch, newest)
        if not self._frame.isActive():
            self._emit_changed()

    def _mend_undoable(self, batch: Batch, newest: tuple[int, str, int]) -> None:
        """What participants sent after everything there was changes nothing but what would vanish with the act."""
        if batch.anew or any(event.author is None or event.order <= newest for event in batch.events):
            self._undoable.clear()
        elif self._undoable and self._undoable[0] is not None:
            alive = [event for event in batch.events if event.id not in self._replica.dead]
            self._undoable[0] = undo.with_sent(self._undoable[0], alive)

    @Slot()
    def _emit_changed(self) -> None:
        if not self._touched:
            return
        touched, self._touched = self._touched, set()
        began = time.perf_counter()
        try:
            self.changed.emit(touched)
        finally:
            took = (time.perf_counter() - began) * 1000
            self._frame.start(int(min(LONGEST_REST_MS, max(FRAME_MS, took * REST))))

    @Slot(object)
    def _take_answers(self, answers: list[tuple[Job, Any]]) -> None:
        if self._closed:
            return
        self._folding.finish()  # what is asked for while a long log is folded is answered on top of all of it
        self.pending -= len(answers)
        self._emit_changed()  # one's own act does not wait for the next frame
        try:
            for job, answer in answers:
                on_saved, on_refused, owner = job.token
                gone = self._left or (owner is not None and not isValid(owner))
                self._answering = job.request
                self._answer(answer, *((None, None) if gone else (on_saved, on_refused)))
        finally:
            self._answering = ""
            if not self._left:
                self.answered.emit()

    def _answer(self, answer: Any, on_saved: OnSaved | None, on_refused: OnRefused | None) -> None:
        if isinstance(answer, Saved):
            if not self._left:
                self.saved.emit()
            if on_saved is not None:
                on_saved(answer)
        else:
            self._tell(answer, on_refused)

    def _tell(self, error: BaseException, on_refused: OnRefused | None) -> None:
        if not isinstance(error, FasilitaattoriError):
            raise error
        if on_refused is not None:
            on_refused(error)
        else:
            self.refused.emit(error)
