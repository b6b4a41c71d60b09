"""A file that only takes up room: when the disk fills up it is deleted, so that the evening can be finished."""

import errno
import logging
import os
import shutil
import sys
from pathlib import Path
from typing import BinaryIO

FILE = "reserve.bin"
SIZE = 32 * 1024 * 1024
_MARGIN = 16 * 1024 * 1024
_PROBE = 256 * 1024
_LOCKED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})  # the disk or the folder may only be read

logger = logging.getLogger(__name__)


class Reserve:
    """The reserve beside the log."""

    def __init__(self, folder: Path, size: int = SIZE) -> None:
        self._path = folder / FILE
        self._size = size
        self.locked = False

    @property
    def there(self) -> bool:
        try:
            return self._path.stat().st_size == self._size
        except OSError:
            return False

    def put_by(self) -> bool:
        """Make the reserve if there is room for it; tells whether it is there now."""
        if self.there:
            return True
        try:
            if shutil.disk_usage(self._path.parent).free < self._size + _MARGIN:
                return False
            with self._path.open("wb") as file:
                if not _set_aside(file.fileno(), self._size):
                    _fill(file, self._size)
                os.fsync(file.fileno())
        except OSError:
            logger.info("no room for the reserve in %s", self._path.parent)
            self.use()
            return False
        return True

    def use(self) -> bool:
        """Give the room back; tells whether there was any to give."""
        found = self.there
        return _remove(self._path) and found

    def room(self) -> bool:
        """Can anything be written now? Tried by writing; `locked` tells afterwards whether writing itself is refused."""
        probe = self._path.with_name("probe.bin")
        self.locked = False
        try:
            with probe.open("wb") as file:
                file.write(os.urandom(_PROBE))
                os.fsync(file.fileno())
        except OSError as error:
            self.locked = error.errno in _LOCKED
            return False
        finally:
            _remove(probe)
        return True


def _set_aside(file: int, size: int) -> bool:
    """Have the system give the file its room at once, without a byte being written; tells whether it can. OSError when there is
    no such room."""
    if sys.platform != "linux":
        return False
    try:
        os.posix_fallocate(file, 0, size)
    except OSError as error:
        if error.errno in (errno.EOPNOTSUPP, errno.EINVAL):  # not on this file system
            return False
        raise
    return True


def _fill(file: BinaryIO, size: int) -> None:
    for _ in range(0, size, _PROBE):
        file.write(bytes(min(_PROBE, size)))
    file.truncate(size)


def _remove(path: Path) -> bool:
    """Not there afterwards? A folder that may only be read (a disk in trouble is made so) keeps what it has."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        logger.info("%s cannot be removed: %s", path, error)
        return False
    return True
