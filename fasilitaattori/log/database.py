"""Opening the database: engines, pragmas, schema. Every connection of the program is made here."""

import logging
import sqlite3
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from fasilitaattori.errors import N_, StorageError
from fasilitaattori.log import tables
from fasilitaattori.log.backup import back_up
from fasilitaattori.log.errors import DamagedDatabase, NewerDatabase

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "journal_size_limit=4194304",
)
_MAC_PRAGMAS = ("fullfsync=1", "checkpoint_fullfsync=1")

logger = logging.getLogger(__name__)


def open_writer(path: Path) -> tuple[Engine, sqlite3.Connection]:
    """The engine of the one writing connection, and that raw connection (for pragmas and checkpoints, which must not go
    through the engine's BEGIN IMMEDIATE).

    Raises StorageError (folder cannot be written), NewerDatabase, DamagedDatabase.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in (*_PRAGMAS, *(_MAC_PRAGMAS if sys.platform == "darwin" else ())):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("PRAGMA user_version").fetchone()
    except (sqlite3.OperationalError, OSError) as error:
        raise _unwritable(path) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path) from error
    # What could not be written is named in the log file; names and ballots are not.
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        _bring_up_to_date(path, engine, raw)
    except BaseException:
        engine.dispose()
        raw.close()
        raise
    return engine, raw


def _unwritable(path: Path) -> StorageError:
    return StorageError(
        N_("Tietoja ei voi tallentaa kansioon {folder}."),
        N_("Tarkista, että kansioon saa kirjoittaa ja levyllä on tilaa, tai valitse toinen kansio."),
        folder=str(path.parent),
    )


def _damaged(path: Path) -> DamagedDatabase:
    return DamagedDatabase(
        N_("Työpajojen tiedosto {file} on vaurioitunut."),
        N_("Avaa viimeisin varmuuskopio. Vaurioitunut tiedosto jää talteen."),
        file=str(path),
    )


def _bring_up_to_date(path: Path, engine: Engine, raw: sqlite3.Connection) -> None:
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    if version > tables.SCHEMA:
        raise NewerDatabase(
            N_("Nämä työpajat on tallennettu ohjelman uudemmalla versiolla."),
            N_("Päivitä Fasilitaattori tälle koneelle. Tiedot ovat tallessa, eikä niihin koskettu."),
        )
    if version == tables.SCHEMA:
        return
    try:
        empty = not raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not empty:
            back_up(raw, path.parent)
        with engine.begin() as connection:  # the number goes with the tables: who is killed here finds both, or neither
            if empty:
                tables.metadata.create_all(connection)
            else:
                # Alembic is heavy and needed only when an older database is met.
                from fasilitaattori.log.migrations.upgrade import upgrade

                upgrade(connection, schema=version)
            connection.exec_driver_sql(f"PRAGMA user_version={tables.SCHEMA}")
    except (sqlite3.OperationalError, OperationalError, OSError) as error:
        logger.warning("database %s stays at schema %s: %s", path, version, error)
        raise _unwritable(path) from error
    except (sqlite3.DatabaseError, DatabaseError) as error:
        raise _damaged(path) from error
    logger.info("database %s is at schema %s", path, tables.SCHEMA)
