"""Copies of the database, made through SQLite itself and never by copying the file. Open ballots never go along."""

import sqlite3
from datetime import datetime
from pathlib import Path

FOLDER = "backups"
KEPT = 10


def back_up(raw: sqlite3.Connection, folder: Path) -> Path:
    """Write a copy into the folder's `backups` and keep the newest KEPT. sqlite3.Error or OSError when it cannot."""
    target_folder = folder / FOLDER
    target_folder.mkdir(parents=True, exist_ok=True)
    target = target_folder / f"fasilitaattori-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}.db"
    unfinished = target.with_suffix(".part")
    copy = sqlite3.connect(":memory:")  # ballots are taken out before anything is written
    try:
        raw.backup(copy)
        for table in ("ballot", "ballot_box", "ballot_request"):
            if copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                copy.execute(f"DELETE FROM {table}")
        copy.commit()
        copy.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(target)
    except (sqlite3.Error, OSError):
        unfinished.unlink(missing_ok=True)
        raise
    finally:
        copy.close()
    for left in target_folder.glob("*.part"):  # of a program that was killed
        left.unlink(missing_ok=True)
    for old in backups(folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return target


def backups(folder: Path) -> list[Path]:
    """The copies there are, newest first."""
    return sorted((folder / FOLDER).glob("fasilitaattori-*.db"), reverse=True)


def restore(folder: Path, copy: Path, file: str) -> Path:
    """Put a copy in the place of the database; the damaged one is kept beside it, with its journal, which may hold what was
    saved last. Gives where it was kept."""
    current = folder / file
    kept = folder / f"{current.stem}-damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S}.db"
    current.with_name(current.name + "-shm").unlink(missing_ok=True)  # only an index of the journal
    for suffix in ("", "-wal"):
        part = current.with_name(current.name + suffix)
        if part.exists():
            part.replace(kept.with_name(kept.name + suffix))
    source, target = sqlite3.connect(copy), sqlite3.connect(current)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
    return kept
