"""Reading the log beside the program that owns it: for the command line, which writes nothing and may run at any time."""

from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from fasilitaattori.errors import N_, StorageError
from fasilitaattori.log import tables
from fasilitaattori.log.store import events_of
from fasilitaattori.workshop.events import Event, Kinds


def events_on_disk(path: Path, stream: str, kinds: Kinds) -> list[Event]:
    """The events of a stream in log order, as they are committed now. StorageError when the file cannot be read or another
    version of the program wrote it."""
    engine = create_engine(f"sqlite:///file:{path.absolute()}?mode=ro&uri=true", poolclass=NullPool, hide_parameters=True)
    try:
        with engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar()
            if version != tables.SCHEMA:
                raise StorageError(
                    N_("Työpajat on tallennettu ohjelman toisella versiolla."),
                    N_("Avaa ohjelma kerran: se tuo työpajat ajan tasalle. Jos versio on uudempi, päivitä ohjelma."),
                )
            return events_of(connection, stream, kinds)
    except DatabaseError as error:
        raise StorageError(
            N_("Työpajojen tiedostoa {file} ei voi lukea."), N_("Avaa ohjelma: se kertoo, mikä on vialla."), file=str(path)
        ) from error
    finally:
        engine.dispose()
