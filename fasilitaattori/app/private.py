"""Small files of the data folder that are for its owner alone."""

import contextlib
import os
from pathlib import Path


def write_private(file: Path, raw: bytes) -> None:
    """Put this in the place of the file at once, readable by its owner alone. OSError."""
    new = file.with_suffix(".new")
    with contextlib.suppress(FileNotFoundError):
        new.unlink()
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(raw)
    new.replace(file)
