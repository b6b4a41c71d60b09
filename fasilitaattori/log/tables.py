"""The tables. A change here needs a migration in `migrations/versions` and a new SCHEMA number."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, String, Table

SCHEMA = 3

metadata = MetaData()

event = Table(
    "event",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("request", String, nullable=False),
    Column("stream", String, nullable=False),
    Column("device", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("clock", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("step", String),
    Column("author", Integer),
    Column("body", LargeBinary, nullable=False),
    Index("event_in_log_order", "stream", "clock", "device", "seq"),
)

# Secret ballots are not events: no time, no order, no name. `key` is HMAC(the box's secret, participant).
ballot_box = Table(
    "ballot_box",
    metadata,
    Column("vote", String, primary_key=True),
    Column("stream", String, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

ballot = Table(
    "ballot",
    metadata,
    Column("vote", String, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("choice", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Which requests brought a voter's ballots, for as long as the box is open: a ballot that is taken out takes them along, and a
# retry of one of them is no longer answered "saved". Goes with the ballots.
ballot_request = Table(
    "ballot_request",
    metadata,
    Column("request", String, primary_key=True),
    Column("vote", String, nullable=False),
    Column("key", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# Which requests a box has answered, so that a phone's retry after closing is no error. It names neither voter nor choice.
receipt = Table(
    "receipt",
    metadata,
    Column("request", String, primary_key=True),
    Column("stream", String, nullable=False),
    sqlite_with_rowid=False,
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("stream", String, primary_key=True),
    Column("date", String, nullable=False),
    Column("summary", LargeBinary, nullable=False),
)
