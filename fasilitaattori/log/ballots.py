"""The ballot boxes: secret while open, gone when counted. Ballots on paper lie among those of phones (see `workshop.paper`).

The promise: after closing, neither this program nor its database can tell who voted what. The voter's number is never
stored; the key is HMAC(secret of the box, number), and the secret goes with the ballots.
"""

import hashlib
import hmac
import secrets
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from fasilitaattori.log.tables import ballot, ballot_box, ballot_request, receipt

_PAPER = b"paper:"  # begins the keys of what came on paper
_DIGEST = 32  # bytes of the keys of phones


def cast(connection: Connection, stream: str, vote: str, voter: int, choice: Any, request: str) -> None:
    """Put a ballot into the box, in the place of the voter's earlier one, and remember that the request was answered."""
    secret = connection.scalar(select(ballot_box.c.secret).where(ballot_box.c.vote == vote))
    if secret is None:
        secret = secrets.token_bytes(32)
        connection.execute(insert(ballot_box).values(vote=vote, stream=stream, secret=secret))
    raw, key = msgspec.json.encode(choice), _key(secret, voter)
    row = upsert(ballot).values(vote=vote, key=key, choice=raw)
    connection.execute(row.on_conflict_do_update(index_elements=["vote", "key"], set_={"choice": raw}))
    connection.execute(upsert(ballot_request).values(request=request, vote=vote, key=key).on_conflict_do_nothing())
    connection.execute(upsert(receipt).values(request=request, stream=stream).on_conflict_do_nothing())


def choice_of(connection: Connection, vote: str, voter: int) -> Any:
    """What this voter has in the open box, or None."""
    secret = connection.scalar(select(ballot_box.c.secret).where(ballot_box.c.vote == vote))
    if secret is None:
        return None
    raw = connection.scalar(select(ballot.c.choice).where(ballot.c.vote == vote, ballot.c.key == _key(secret, voter)))
    return None if raw is None else msgspec.json.decode(raw)


def knows_whose(connection: Connection, request: str) -> bool:
    """Is it known whose ballot in an open box this request brought? Of ballots cast before that was written down it is not."""
    return connection.scalar(select(ballot_request.c.vote).where(ballot_request.c.request == request)) is not None


def discard(connection: Connection, vote: str, voter: int) -> set[str]:
    """Take this voter's ballot out of the open box; nothing happens when there is none. Gives the requests that had brought
    this voter's ballots: they are forgotten too, or a phone that repeats one would be told "saved" of what lies nowhere."""
    secret = connection.scalar(select(ballot_box.c.secret).where(ballot_box.c.vote == vote))
    if secret is None:
        return set()
    key = _key(secret, voter)
    theirs = (ballot_request.c.vote == vote, ballot_request.c.key == key)
    requests = set(connection.scalars(select(ballot_request.c.request).where(*theirs)))
    connection.execute(delete(receipt).where(receipt.c.request.in_(select(ballot_request.c.request).where(*theirs))))
    connection.execute(delete(ballot_request).where(*theirs))
    connection.execute(delete(ballot).where(ballot.c.vote == vote, ballot.c.key == key))
    return requests


def take_out(connection: Connection, vote: str) -> list[Any]:
    """Every choice in the box, in the order of their meaningless keys; ballots, secret and whose request was whose are
    deleted."""
    rows = connection.scalars(select(ballot.c.choice).where(ballot.c.vote == vote).order_by(ballot.c.key)).all()
    connection.execute(delete(ballot).where(ballot.c.vote == vote))
    connection.execute(delete(ballot_request).where(ballot_request.c.vote == vote))
    connection.execute(delete(ballot_box).where(ballot_box.c.vote == vote))
    return [msgspec.json.decode(raw) for raw in rows]


def turnout(connection: Connection, vote: str) -> int:
    """How many ballots of phones are in the box. How many papers count the log knows."""
    of_phones = (ballot.c.vote == vote, func.length(ballot.c.key) == _DIGEST)
    return connection.scalar(select(func.count()).select_from(ballot).where(*of_phones)) or 0


def turnouts(connection: Connection, stream: str) -> dict[str, int]:
    """Ballots in every open box of a stream."""
    boxes = connection.scalars(select(ballot_box.c.vote).where(ballot_box.c.stream == stream)).all()
    return {vote: turnout(connection, vote) for vote in boxes}


def _key(secret: bytes, voter: int) -> bytes:
    digest = hmac.digest(secret, str(voter).encode(), hashlib.sha256)
    return digest if voter > 0 else _PAPER + digest
