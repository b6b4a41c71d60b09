"""The catalogue tells of open promises: rows of workshops in which something was promised are folded anew."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take those rows out; the log folds a row for every workshop that has none."""
    op.execute(
        "DELETE FROM catalogue WHERE stream IN"
        " (SELECT DISTINCT stream FROM event WHERE kind IN ('record.added', 'minutes.what_next'))"
    )
