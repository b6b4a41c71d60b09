"""The one writer: a thread that runs commands one after another and commits many of them in one transaction.

After a commit the batch is published, then the callers are answered: who was told "saved" is saved, and sees it on the next
request. If a commit fails, the state is folded anew from disk, then every caller is told.
"""

import logging
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fasilitaattori.errors import N_, FasilitaattoriError, StorageError
from fasilitaattori.log.jobs import Batch, Job
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.state import Models

MOST_AT_ONCE = 512
PROBE_SECONDS = 2.0

logger = logging.getLogger(__name__)

OK, LOW, FULL, LOCKED = "ok", "low", "full", "locked"  # locked: there may be room, but nothing may be written
Publish = Callable[[Batch], None]


class Writer:
    """Start it, put jobs in, close it. `publish` and `storage_changed` are called on the writer thread."""

    def __init__(
        self,
        path: Path,
        models: Models,
        clock: Clock,
        publish: Publish,
        storage_changed: Callable[[str], None] = lambda status: None,
        reserve: Reserve | None = None,
    ) -> None:
        self.path = path
        self.status = OK
        self._models = models
        self._clock = clock
        self._publish = publish
        self._storage_changed = storage_changed
        self._reserve = reserve or Reserve(path.parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._closing = False
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="log-writer", daemon=True)

    # --- any thread ---

    def start(self) -> None:
        """Open the database on the writer thread; does not wait."""
        self._thread.start()

    def wait_ready(self) -> None:
        """Wait until the database is open. Raises what opening it raised."""
        self._ready.wait()
        if self._failed is not None:
            raise self._failed

    def put(self, job: Job) -> None:
        """Queue a job; it is answered through its caller, also when the writer is closed."""
        with self._gate:  # nothing is queued behind the end, where nobody would answer it
            closed = self._closing or self._failed is not None
            if not closed:
                self._jobs.put(job)
        if closed:
            job.caller.deliver([(job, self._failed or _closed())])

    def close(self) -> None:
        """Finish what is queued, checkpoint and close. May be called again."""
        with self._gate:
            if self._closing:
                return
            self._closing = True
        if self._thread.is_alive():
            self._jobs.put(None)
            self._thread.join()

    # --- writer thread ---

    def _run(self) -> None:
        try:
            # SQLAlchemy is heavy: imported here, on the writer thread, after the window shows.
            from fasilitaattori.log.session import WriterSession

            session = WriterSession(self.path, self._models, self._clock)
        except BaseException as error:
            if not isinstance(error, FasilitaattoriError):
                logger.exception("the log could not be opened")
            with self._gate:
                self._failed = error
            self._ready.set()
            self._refuse_rest(error)
            return
        self._reserve.put_by()
        self._ready.set()
        try:
            while (jobs := self._take()) is not None:
                if jobs:
                    self._serve(session, jobs)
        finally:
            session.close()
            self._refuse_rest(_closed())

    def _take(self) -> list[Job] | None:
        """The next jobs, [] when a probe of the disk was all there was to do, None at the end."""
        try:
            first = self._jobs.get(timeout=PROBE_SECONDS if self.status != OK else None)
        except queue.Empty:
            self._probe()
            return []
        if first is None:
            return None
        jobs = [first]
        while len(jobs) < MOST_AT_ONCE:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                self._jobs.put(None)  # the end comes after these
                break
            jobs.append(job)
        return jobs

    def _serve(self, session: Any, jobs: list[Job]) -> None:
        if self.status in (FULL, LOCKED) and not self._probe():
            self._answer([(job, self._refusal()) for job in jobs if not job.reads])
            jobs = [job for job in jobs if job.reads]
        try:
            answers, batches = session.commit(jobs)
        except session.storage_errors as error:
            logger.warning("a commit failed: %s", error)
            session.fold_anew()
            self._make_room(session)
            self._answer([(job, self._refusal()) for job in jobs])
            return
        except Exception as error:
            logger.exception("a bug while writing")
            session.fold_anew()
            self._answer([(job, error) for job in jobs])
            return
        for batch in batches:
            self._publish(batch)
        self._answer(answers)

    def _answer(self, answers: list[tuple[Job, Any]]) -> None:
        """Every caller once, with all of its answers."""
        by_caller: dict[int, list[tuple[Job, Any]]] = {}
        for pair in answers:
            by_caller.setdefault(id(pair[0].caller), []).append(pair)
        for pairs in by_caller.values():
            try:
                pairs[0][0].caller.deliver(pairs)
            except Exception:
                logger.exception("a caller could not take its answers")

    def _refuse_rest(self, error: BaseException) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is not None:
                self._answer([(job, error)])

    # --- a full disk ---

    def _make_room(self, session: Any) -> None:
        if self._reserve.use():
            session.checkpoint()
            self._set_status(LOW)
        else:
            self._reserve.room()  # tells why not
            self._set_status(LOCKED if self._reserve.locked else FULL)

    def _probe(self) -> bool:
        """Try the disk; tells whether it can be written."""
        if not self._reserve.room():
            self._set_status(LOCKED if self._reserve.locked else FULL)
            return False
        self._set_status(OK if self._reserve.put_by() else LOW)
        return True

    def _set_status(self, status: str) -> None:
        if status != self.status:
            self.status = status
            self._storage_changed(status)

    def _refusal(self) -> StorageError:
        return _locked() if self.status == LOCKED else _disk_full()


def _locked() -> StorageError:
    return StorageError(
        N_("Tallennus ei onnistu: levylle tai kansioon ei saa kirjoittaa."),
        N_("Tarkista levyn lukitus ja kansion oikeudet. Aiemmin tallennettu on tallessa, ja tallennus jatkuu itsestään."),
    )


def _disk_full() -> StorageError:
    return StorageError(
        N_("Tallennus ei onnistu: levy on täynnä."),
        N_("Vapauta tilaa. Aiemmin tallennettu on tallessa, ja tallennus jatkuu itsestään."),
    )


def _closed() -> FasilitaattoriError:
    return StorageError(N_("Ohjelma on sulkeutumassa, joten tätä ei tallennettu."))
