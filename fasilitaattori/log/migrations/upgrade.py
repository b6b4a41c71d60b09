"""Runs Alembic on an open engine. Imported only when an older database is met."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection, schema: int = 0) -> None:
    """Bring the database of this connection from a schema number (0 = from before they were numbered) to the newest.

    The program makes a new database in one go, without Alembic, so where it stands is told by its number alone. Whoever begins
    the transaction writes the new number into it."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    if schema:
        command.stamp(config, f"{schema:04d}", purge=True)
    command.upgrade(config, "head")
