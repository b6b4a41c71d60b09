"""Runs Alembic on an open engine. Imported only when an older database is met."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine


def upgrade(engine: Engine, to: str = "head", schema: int = 0) -> None:
    """Bring the database of this engine from a schema number (0 = from before they were numbered) to a revision.

    The program makes a new database in one go, without Alembic, so where it stands is told by its number alone."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        if schema:
            command.stamp(config, f"{schema:04d}", purge=True)
        command.upgrade(config, to)
