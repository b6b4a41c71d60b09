"""What the writer thread does with an open database: runs commands, keeps the states, commits, counts ballots, erases."""

import hashlib
import logging
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from fasilitaattori.errors import FasilitaattoriError, RuleViolation
from fasilitaattori.log import ballots, store
from fasilitaattori.log.backup import back_up
from fasilitaattori.log.database import open_writer
from fasilitaattori.log.device import device_id
from fasilitaattori.log.jobs import Batch, Job, Saved
from fasilitaattori.workshop.clock import Clock, next_stamp, stamp_ms
from fasilitaattori.workshop.events import At, Body, Cast, Count, Discard, Erase, Erased, Event, Outcome
from fasilitaattori.workshop.naming import written_of
from fasilitaattori.workshop.people import events_about
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import Models, all_kinds
from fasilitaattori.workshop.summary import PARTS as SUMMARY_PARTS
from fasilitaattori.workshop.summary import summarise

logger = logging.getLogger(__name__)


def event_id(request: str, index: int) -> str:
    """uuid5(request id, index): the same request makes the same events everywhere. Written out, because the standard
    library's takes longer than the rest of making an event."""
    name = bytes.fromhex(request.replace("-", "")) + b"%d" % index
    raw = bytearray(hashlib.sha1(name, usedforsecurity=False).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x50
    raw[8] = raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class Transaction:
    """One commit in the making."""

    def __init__(self, connection: Connection, at: str) -> None:
        self.connection = connection
        self.at = at  # the wall time of everything in it
        self.events: list[Event] = []
        self.touched: dict[str, set[str]] = {}
        self.boxes: dict[str, set[str]] = {}
        self.receipts: list[tuple[str, str]] = []
        self.wipe = False  # something was deleted that must leave the disk at once

    def flush(self) -> None:
        """Write the events gathered so far."""
        if self.events:
            store.add_events(self.connection, self.events)
            self.events = []


class WriterSession:
    """The open log. Owned by the writer thread alone."""

    storage_errors = (DBAPIError, OSError)

    def __init__(self, path: Path, models: Models, clock: Clock) -> None:
        self._folder = path.parent
        self._models = models
        self._clock = clock
        self._kinds = all_kinds(models)
        self._engine, self._raw = open_writer(path)
        self._device = device_id(path.parent)
        self._replicas: dict[str, Replica] = {}
        self._unfolded: dict[str, list[Event]] = {}
        self._receipts: dict[str, set[str]] = {}
        self._wrote = False
        self._to_wipe = True  # the journal may hold what a program that was killed had deleted
        self._wipe()
        self._complete_catalogue()
        self._read_marks()

    def _complete_catalogue(self) -> None:
        """Fold a row for every stream that lacks one: the catalogue can always be built anew from the log."""
        with self._engine.begin() as connection:
            for stream in store.streams_without_summary(connection):
                store.set_summary(connection, summarise(self.replica(connection, stream).state))

    def _read_marks(self) -> None:
        with self._engine.connect() as connection:
            self._seq = store.last_of_device(connection, self._device)
            self._last = store.last_clock(connection)
            connection.rollback()
        self._clock.not_before(stamp_ms(self._last))
        self._version = self._data_version()

    def _data_version(self) -> int:
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Back up what was written, checkpoint, close."""
        try:
            if self._wrote:
                back_up(self._raw, self._folder)
        except (OSError, self._raw.Error) as error:
            logger.warning("no backup at closing: %s", error)
        self.checkpoint()
        self._engine.dispose()
        self._raw.close()

    def checkpoint(self) -> bool:
        """Bring the write-ahead log into the database and cut it to nothing; tells whether that could be done now."""
        try:
            busy = self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except self._raw.Error as error:
            logger.warning("checkpoint failed: %s", error)
            return False
        return not busy

    def _wipe(self) -> None:
        """Take what was deleted off the disk; while somebody reads it cannot be done, and is tried again at the next commit."""
        if self._to_wipe:
            self._to_wipe = not self.checkpoint()

    def fold_anew(self) -> None:
        """Forget the states; they are folded from disk when next needed."""
        self._replicas.clear()
        self._unfolded.clear()
        self._receipts.clear()
        try:
            self._read_marks()
        except self.storage_errors as error:
            logger.warning("could not read the log anew: %s", error)

    # --- a commit ---

    def commit(self, jobs: list[Job]) -> tuple[list[tuple[Job, Any]], list[Batch]]:
        """Run the jobs and commit. Gives the answers and what to publish. Raises storage_errors; then nothing was kept."""
        anew = self._changed_by_others()
        with self._engine.begin() as connection:
            transaction = Transaction(connection, self._clock.now().isoformat(timespec="milliseconds"))
            published: dict[str, list[Event]] = {}
            answers = [(job, self._run(transaction, job, published)) for job in jobs]
            transaction.flush()
            self._summaries(transaction)
            turnout = {
                stream: {box: ballots.turnout(connection, box) for box in boxes} for stream, boxes in transaction.boxes.items()
            }
        self._wrote = True
        self._version = self._data_version()
        self._to_wipe = self._to_wipe or transaction.wipe
        self._wipe()
        batches = [
            Batch(stream, tuple(published.get(stream, ())), turnout.get(stream, {}))
            for stream in dict.fromkeys([*published, *turnout])
        ]
        return answers, [*anew, *batches]

    def _changed_by_others(self) -> list[Batch]:
        """If something else wrote to the database, fold anew and publish the whole logs."""
        if self._data_version() == self._version:
            return []
        logger.warning("the database was changed from outside; folding anew")
        loaded = [*self._replicas, *self._unfolded]
        self.fold_anew()
        with self._engine.connect() as connection:
            replicas = [self.replica(connection, stream) for stream in loaded]
            connection.rollback()
        return [Batch(replica.state.id, tuple(replica.events), anew=True) for replica in replicas]

    def replica(self, connection: Connection, stream: str) -> Replica:
        """The writer's own state of a stream, folded from disk when first needed."""
        found = self._replicas.get(stream)
        if found is None:
            found = Replica(stream, self._models, self.events(connection, stream))
            del self._unfolded[stream]
            found.state.turnout = ballots.turnouts(connection, stream)
            self._replicas[stream] = found
            self._receipts[stream] = store.receipts_of(connection, stream)
        return found

    def events(self, connection: Connection, stream: str) -> tuple[Event, ...]:
        """The events of a stream so far. Who follows gets them before the writer folds them, which it does when the first
        command comes: a long evening opens sooner."""
        found = self._replicas.get(stream)
        if found is not None:
            return tuple(found.events)
        if stream not in self._unfolded:
            self._unfolded[stream] = store.events_of(connection, stream, self._kinds)
        return tuple(self._unfolded[stream])

    def _run(self, transaction: Transaction, job: Job, published: dict[str, list[Event]]) -> Any:
        """The answer to one job: what it gives, or the expected or unexpected exception of a command."""
        if job.work is not None:
            transaction.flush()
            try:
                return job.work((self, transaction))
            except self.storage_errors:
                raise
            except Exception as error:
                logger.exception("a bug in the writer's work")
                return error
        assert job.command is not None
        replica = self.replica(transaction.connection, job.stream)
        if job.request in self._receipts[job.stream] and not self._lies_nowhere(transaction.connection, job, replica):
            return Saved(duplicate=True)
        if job.request in replica.requests:
            own = replica.requests[job.request] == job.author
            return Saved(duplicate=True) if own else RuleViolation("bad_request_id")
        try:
            outcomes = job.command(replica.state)
        except FasilitaattoriError as error:
            return error
        except Exception as error:
            logger.exception("a bug in a command")
            return error
        return self._carry_out(transaction, job, replica, outcomes, published)

    def _lies_nowhere(self, connection: Connection, job: Job, replica: Replica) -> bool:
        """Was the ballot that this request brought taken out of its box, which is open still? When it went, its requests went
        too, but for those that came before they were written down: they are known by the empty place. A step has one box
        ever, so the place is the right one."""
        if job.command is None or ballots.knows_whose(connection, job.request):
            return False
        try:
            outcomes = job.command(replica.state)
        except FasilitaattoriError:
            return False  # closed and counted: then it was in it
        cast = [outcome for outcome in outcomes if isinstance(outcome, Cast)]
        return bool(cast) and all(ballots.choice_of(connection, it.vote, it.voter) is None for it in cast)

    def _carry_out(
        self, transaction: Transaction, job: Job, replica: Replica, outcomes: list[Outcome], published: dict[str, list[Event]]
    ) -> Saved:
        made: list[Event] = []
        for outcome in outcomes:
            step, body = self._fact(transaction, job, outcome)
            if body is None:
                continue
            self._last = next_stamp(self._last, self._clock.ms())
            self._seq += 1
            made_id = event_id(job.request, len(made))
            stamp = (made_id, job.request, job.stream, self._device, self._seq, self._last, transaction.at)
            made.append(Event(*stamp, body.KIND, step, job.author, body))
        if made:
            transaction.events += made
            parts = replica.apply(made)
            transaction.touched.setdefault(job.stream, set()).update(parts)
            published.setdefault(job.stream, []).extend(made)
        return Saved(tuple(event.id for event in made))

    def _fact(self, transaction: Transaction, job: Job, outcome: Outcome) -> tuple[str | None, Body | None]:
        """The event's step and body of an outcome; None when it makes no event."""
        connection = transaction.connection
        match outcome:
            case At(step=step, body=body):
                return step, body
            case Cast(vote=vote, voter=voter, choice=choice):
                ballots.cast(connection, job.stream, vote, voter, choice, job.request)
                self._receipts[job.stream].add(job.request)
                transaction.boxes.setdefault(job.stream, set()).add(vote)
                return None, None
            case Discard(vote=vote, voter=voter):
                self._receipts[job.stream] -= ballots.discard(connection, vote, voter)
                transaction.wipe = True
                transaction.boxes.setdefault(job.stream, set()).add(vote)
                return None, None
            case Count(step=step, vote=vote, tally=tally):
                transaction.wipe = True
                transaction.boxes.get(job.stream, set()).discard(vote)
                return step, tally(ballots.take_out(connection, vote))
            case Erase(person=number, name=name):
                events = self.replica(connection, job.stream).events
                ids = [*events_about(events, number), *written_of(events, name)]
                transaction.flush()
                store.blank(connection, ids)
                transaction.wipe = True
                return None, Erased(ids)
            case _:
                return None, outcome

    def _summaries(self, transaction: Transaction) -> None:
        for stream, parts in transaction.touched.items():
            if not SUMMARY_PARTS.isdisjoint(parts):
                store.set_summary(transaction.connection, summarise(self._replicas[stream].state))

    def turnouts(self, connection: Connection, stream: str) -> dict[str, int]:
        """Ballots in every open box of a stream."""
        return ballots.turnouts(connection, stream)

    # --- other work of the writer, inside its transaction ---

    def forget(self, transaction: Transaction, stream: str) -> None:
        """Take a whole workshop off the disk."""
        store.remove_stream(transaction.connection, stream)
        self._replicas.pop(stream, None)
        self._unfolded.pop(stream, None)
        self._receipts.pop(stream, None)
        transaction.touched.pop(stream, None)
        transaction.wipe = True
