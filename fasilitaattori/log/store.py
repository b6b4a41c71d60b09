"""Rows of the log: events in and out, catalogue, erasing. Used by the writer inside its transaction, and by readers."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert

from fasilitaattori.log.tables import ballot, ballot_box, ballot_request, catalogue, event, receipt
from fasilitaattori.workshop.events import Event, Kinds, decode, encode
from fasilitaattori.workshop.summary import Summary

_COLUMNS = [c for c in event.c if c.name != "n"]
# Both compiled once, for plain rows. This one runs for everything anybody does.
_INSERT = str(insert(event).compile(dialect=sqlite.dialect(), column_keys=[c.name for c in _COLUMNS]))
# The one query that gives thousands of rows at once.
_OF_STREAM = str(
    select(*_COLUMNS)
    .where(event.c.stream == bindparam("stream"))
    .order_by(event.c.clock, event.c.device, event.c.seq)
    .compile(dialect=sqlite.dialect())
)


def add_events(connection: Connection, events: list[Event]) -> None:
    """Append events. An id that is there already is an error of the caller."""
    connection.exec_driver_sql(_INSERT, [_row(e) for e in events])


def _row(e: Event) -> tuple[object, ...]:
    """The values of _COLUMNS, in order."""
    return (e.id, e.request, e.stream, e.device, e.seq, e.clock, e.at, e.kind, e.step, e.author, encode(e.body))


def events_of(connection: Connection, stream: str, kinds: Kinds) -> list[Event]:
    """The events of a stream in log order; bodies this version does not know come as Unknown."""
    return [
        Event(i, request, stream, device, seq, clock, at, kind, step, author, decode(kinds, kind, body))
        for i, request, stream, device, seq, clock, at, kind, step, author, body in connection.exec_driver_sql(
            _OF_STREAM, (stream,)
        ).all()
    ]


def receipts_of(connection: Connection, stream: str) -> set[str]:
    """Requests of this stream that a ballot box answered."""
    return set(connection.scalars(select(receipt.c.request).where(receipt.c.stream == stream)))


def last_of_device(connection: Connection, device: str) -> int:
    """The last sequence number of a device (0 = none)."""
    return connection.scalar(select(func.max(event.c.seq)).where(event.c.device == device)) or 0


def last_clock(connection: Connection) -> int:
    """The latest clock in the log (0 = empty)."""
    return connection.scalar(select(func.max(event.c.clock))) or 0


def set_summary(connection: Connection, summary: Summary) -> None:
    """Write a stream's row of the catalogue."""
    values = {"date": summary.date, "summary": msgspec.json.encode(summary)}
    row = upsert(catalogue).values(stream=summary.stream, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["stream"], set_=values))


def streams_without_summary(connection: Connection) -> list[str]:
    """Streams in the log that have no row in the catalogue."""
    known = select(catalogue.c.stream)
    return list(connection.scalars(select(event.c.stream).where(event.c.stream.not_in(known)).distinct()))


def blank(connection: Connection, ids: Iterable[str]) -> None:
    """Blank body and author of events on disk."""
    wanted = list(ids)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        connection.execute(update(event).where(event.c.id.in_(some)).values(body=b"{}", author=None))


def remove_stream(connection: Connection, stream: str) -> None:
    """Take a whole workshop off the disk, ballots and catalogue row too."""
    boxes = select(ballot_box.c.vote).where(ballot_box.c.stream == stream)
    connection.execute(delete(ballot).where(ballot.c.vote.in_(boxes)))
    connection.execute(delete(ballot_request).where(ballot_request.c.vote.in_(boxes)))
    for table in (ballot_box, receipt, catalogue, event):
        connection.execute(delete(table).where(table.c.stream == stream))
