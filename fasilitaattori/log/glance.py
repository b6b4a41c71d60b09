"""A first glance at the catalogue with the standard library alone, so that the window shows before anything heavy loads."""

import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import msgspec

from fasilitaattori.workshop.events import decode
from fasilitaattori.workshop.heading import MinutesHeaded
from fasilitaattori.workshop.summary import Summary


def summaries(path: Path) -> list[Summary]:
    """The rows of the library, newest date first. Empty when there is no database yet or it cannot be read here (the
    writer says why when it opens it)."""
    if not path.exists():
        return []
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT summary FROM catalogue ORDER BY date DESC, stream").fetchall()
    except sqlite3.DatabaseError:
        return []
    return [_decoded(row[0]) for row in rows]


@lru_cache(maxsize=20_000)
def _decoded(row: bytes | str) -> Summary:
    """A library is read again whenever one of its workshops changes; the others are as they were."""
    return msgspec.json.decode(row, type=Summary)


def minutes_numbers(path: Path, but: str) -> list[str]:
    """The numbers that the minutes of the library's workshops have, as they were last written down; not those of the stream
    `but`. sqlite3.Error when it cannot be read."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        asked = "SELECT stream, body FROM event WHERE kind = ? AND stream != ? ORDER BY clock, device, seq"
        rows = connection.execute(asked, (MinutesHeaded.KIND, but)).fetchall()
    headings = {stream: decode({MinutesHeaded.KIND: MinutesHeaded}, MinutesHeaded.KIND, _raw(body)) for stream, body in rows}
    return [body.heading.number for body in headings.values() if isinstance(body, MinutesHeaded)]


def _raw(body: bytes | str) -> bytes:
    return body.encode() if isinstance(body, str) else body


def contributions(path: Path, stream: str) -> list[str]:
    """The request of everything phones sent into a workshop, as it lies on disk: once for each request and kind of thing
    it made, so that a request stored twice shows twice. sqlite3.Error when it cannot be read."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        sent = connection.execute("SELECT request FROM event WHERE stream = ? AND author IS NOT NULL", (stream,)).fetchall()
        cast = connection.execute("SELECT request FROM receipt WHERE stream = ?", (stream,)).fetchall()
    return [row[0] for row in (*sent, *cast)]
