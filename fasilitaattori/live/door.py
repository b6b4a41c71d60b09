"""The one door through which desk and phones change a workshop, and through which they hear what changed."""

import logging
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from fasilitaattori.log.jobs import Batch, Job, Saved
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.log.writer import Writer
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command, Event
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import Models

logger = logging.getLogger(__name__)
Listener = Callable[[Batch], None]


class _Futures:
    """Answers callers that hold a concurrent future."""

    def deliver(self, answers: list[tuple[Job, Any]]) -> None:
        for job, answer in answers:
            future: Future[Any] = job.token
            if not future.set_running_or_notify_cancel():
                continue
            if isinstance(answer, BaseException):
                future.set_exception(answer)
            else:
                future.set_result(answer)


class Door:
    """Commands in, batches out. `storage_listeners` hear "ok", "low", "full" or "locked" on the writer thread."""

    def __init__(self, path: Path, models: Models, clock: Clock, reserve: Reserve | None = None) -> None:
        self.models = models
        self.clock = clock
        self.path = path
        self.storage_listeners: list[Callable[[str], None]] = []
        self._futures = _Futures()
        self._listeners: dict[str, list[Listener]] = {}
        self._lock = threading.Lock()
        self._reserve = reserve
        self._writer = self._new_writer()

    def _new_writer(self) -> Writer:
        return Writer(self.path, self.models, self.clock, self._publish, self._tell_storage, self._reserve)

    def renew(self) -> None:
        """After `close`: a fresh writer for the same file, to be started anew."""
        self._writer = self._new_writer()

    def start(self) -> None:
        """Start the writer; the database opens in the background."""
        self._writer.start()

    def wait_ready(self) -> None:
        """Wait until the log is open. Raises StorageError, NewerDatabase, DamagedDatabase."""
        self._writer.wait_ready()

    def close(self) -> None:
        """Finish what is queued and close the log. May be called again."""
        self._writer.close()

    @property
    def storage(self) -> str:
        """ "ok", "low" (the reserve is in use), "full" or "locked" (nothing may be written)."""
        return self._writer.status

    # --- commands ---

    def ask(self, stream: str, command: Command, *, request: str | None = None, author: int | None = None) -> "Future[Saved]":
        """Run a command. The future gives Saved after the commit, or raises RuleViolation or StorageError."""
        future: Future[Saved] = Future()
        self.put(Job(stream, self._futures, future, command, request or str(uuid.uuid4()), author))
        return future

    def put(self, job: Job) -> None:
        """Queue a job of a caller of one's own (the web server answers many at once this way)."""
        self._writer.put(job)

    def work(self, work: Callable[[Any], Any], stream: str = "", *, reads: bool = False) -> "Future[Any]":
        """Something the writer alone may do inside its transaction; `work` gets (session, transaction)."""
        future: Future[Any] = Future()
        self.put(Job(stream, self._futures, future, work=work, reads=reads))
        return future

    def forget(self, stream: str) -> "Future[None]":
        """Take a whole workshop off the disk, for good."""
        return self.work(lambda w: w[0].forget(w[1], stream), stream)

    def choice_of(self, vote: str, voter: int) -> "Future[Any]":
        """What this voter has in an open ballot box, or None."""
        from fasilitaattori.log import ballots  # heavy (SQLAlchemy); the writer has it loaded

        return self.work(lambda w: ballots.choice_of(w[1].connection, vote, voter), reads=True)

    # --- following ---

    def follow(self, stream: str, listener: Listener) -> "Future[tuple[tuple[Event, ...], dict[str, int]]]":
        """From now on tell `listener` (on the writer thread) of every commit; the future gives the events and the turnout
        of open boxes so far. Nothing falls between the two."""

        def attach(writer: Any) -> tuple[tuple[Event, ...], dict[str, int]]:
            session, transaction = writer
            events = session.events(transaction.connection, stream)
            with self._lock:
                self._listeners.setdefault(stream, []).append(listener)
            return events, dict(session.turnouts(transaction.connection, stream))

        return self.work(attach, stream, reads=True)

    def unfollow(self, stream: str, listener: Listener) -> None:
        """Stop telling. May be called again."""
        with self._lock:
            listeners = self._listeners.get(stream, [])
            if listener in listeners:
                listeners.remove(listener)

    def replica(self, stream: str) -> Replica:
        """A copy of a workshop as it is on disk now, for background work; waits for the writer."""

        def read(writer: Any) -> tuple[Event, ...]:
            session, transaction = writer
            events: tuple[Event, ...] = session.events(transaction.connection, stream)
            return events

        return Replica(stream, self.models, self.work(read, stream, reads=True).result())

    def _publish(self, batch: Batch) -> None:
        with self._lock:
            listeners = list(self._listeners.get(batch.stream, ()))
        for listener in listeners:
            try:
                listener(batch)
            except Exception:
                logger.exception("a listener failed")

    def _tell_storage(self, status: str) -> None:
        for listener in list(self.storage_listeners):
            listener(status)
