"""Which requests brought the ballots of an open box."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table; ballots that are in a box already have no requests in it."""
    op.create_table(
        "ballot_request",
        sa.Column("request", sa.String, primary_key=True),
        sa.Column("vote", sa.String, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
