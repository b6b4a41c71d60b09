"""Where things are: the same question has three answers (checkout, wheel, frozen program), so it is asked only here."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _shipped(inside: str, checkout: str) -> Path:
    """A folder shipped with the program: inside the package (wheel, frozen) or beside it (checkout)."""
    packed = _PACKAGE / inside
    return packed if packed.is_dir() else _PACKAGE.parent / checkout


_RESOURCES = _shipped("_resources", "resources")


def resource(*parts: str) -> Path:
    """A file or folder of the program's own data, e.g. `resource("icons", "plus.svg")`. It is not checked to exist."""
    return _RESOURCES.joinpath(*parts)


def in_checkout() -> bool:
    """Whether the program runs from its source tree, where files change, rather than as it was packed."""
    return not (_PACKAGE / "_resources").is_dir()


def translations_dir() -> Path:
    """The folder of `sv.po`, `en.po` and, once compiled, `sv.mo`, `en.mo`."""
    return _shipped("_translations", "translations")


def vectors(language: str) -> Path:
    """The table of word vectors of a language, which set-up brings. Often it is not there: nothing may depend on it."""
    packed = _PACKAGE / "_vectors"
    return (packed if packed.is_dir() else _PACKAGE.parent / ".venv" / "vectors") / f"{language}.npy"


def default_data_dir() -> Path:
    """This user's own data folder, always on the local disk (never roaming). It is not created here."""
    # Imported here because only the window and the command line need it, and it costs 20 ms.
    from platformdirs import user_data_path

    return user_data_path("Fasilitaattori", appauthor=False, roaming=False)


_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "box sync",
)
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smbfs", "smb3", "afpfs", "fuse.sshfs", "davfs", "9p"})


def is_shared_place(folder: Path) -> bool:
    """Whether a folder looks like a network drive or one that a cloud service copies: SQLite's file is not safe there."""
    path = folder.absolute()
    if any(part.lower().startswith(_SYNCED) for part in path.parts) or str(path).startswith("\\\\"):
        return True
    # Imported here because only this question needs it, and it costs 10 ms.
    import psutil

    mounts = {Path(m.mountpoint): m for m in psutil.disk_partitions(all=True)}
    nearest = next((mounts[place] for place in (path, *path.parents) if place in mounts), None)
    return nearest is not None and (nearest.fstype.lower() in _NETWORK or "remote" in nearest.opts.split(","))


def is_folder(path: Path) -> bool:
    """Whether there is a folder that one may look at. (`is_dir` raises where one may not, and when a name is too long.)"""
    try:
        return path.is_dir()
    except OSError:
        return False


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file so that it is there whole or not at all, also after a power cut. Makes the folder if need be.

    `private`: readable by its owner alone. Raises OSError; the old file is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600 if private else 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
