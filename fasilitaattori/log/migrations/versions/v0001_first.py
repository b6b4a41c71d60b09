"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of schema 1."""
    op.create_table(
        "event",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("request", sa.String, nullable=False),
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("device", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("clock", sa.Integer, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("step", sa.String),
        sa.Column("author", sa.Integer),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("event_in_log_order", "event", ["stream", "clock", "device", "seq"])
    op.create_table(
        "ballot_box",
        sa.Column("vote", sa.String, primary_key=True),
        sa.Column("stream", sa.String, nullable=False),
        sa.Column("secret", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot",
        sa.Column("vote", sa.String, primary_key=True),
        sa.Column("key", sa.LargeBinary, primary_key=True),
        sa.Column("choice", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipt",
        sa.Column("request", sa.String, primary_key=True),
        sa.Column("stream", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "catalogue",
        sa.Column("stream", sa.String, primary_key=True),
        sa.Column("date", sa.String, nullable=False),
        sa.Column("summary", sa.LargeBinary, nullable=False),
    )
