"""A half-typed paper outlives everything: it is kept in a small private file until the paper is saved.

The file is written in the background a moment after the last key, and holds one paper of one step; a paper that has been saved
leaves nothing behind.
"""

import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Slot

from fasilitaattori.kit.background import Background
from fasilitaattori.paths import write_atomically
from fasilitaattori.workshop.papersheet import Given

FOLDER = "drafts"
MOMENT_MS = 300


class Draft(msgspec.Struct, frozen=True):
    """A paper that is being typed in; `at` the question one is at, `fresh` the new paper that waits while an earlier one is
    corrected, `unsaved` those that could not be saved, by their numbers, `corrections` those of them that the record has."""

    number: int
    given: Given
    at: int = 0
    fresh: Given = Given()
    unsaved: dict[int, Given] = {}
    corrections: list[int] = []


class Drafts(QObject):
    """The file of one step (see `draft_file`). `failed` is called with what went wrong when it could not be written."""

    def __init__(self, path: Path, background: Background, failed: Callable[[Exception], object], parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._background, self._failed = background, failed
        self._gate = threading.Lock()
        self._asked = self._written = 0
        self._data: bytes | None = None
        self._moment = QTimer(self, interval=MOMENT_MS, singleShot=True)
        self._moment.timeout.connect(self._start)

    def read(self) -> Draft | None:
        """What was half typed when the program ended, however it did."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Draft)
        except (OSError, msgspec.DecodeError):
            return None  # there is none, or it broke: the paper itself is still there to be typed

    def keep(self, draft: Draft | None) -> None:
        """This is half typed now; None = nothing is."""
        data = msgspec.json.encode(draft) if draft is not None else None
        if data != self._data:
            self._data = data
            self._asked += 1
            self._moment.start()

    def now(self) -> None:
        """Write at once what is still to be written: there may be no later."""
        self._moment.stop()
        self._write(self._asked, self._data)

    @Slot()
    def _start(self) -> None:
        asked, data = self._asked, self._data
        self._background.run(lambda: self._write(asked, data), lambda _: None, self._failed, owner=self)

    def _write(self, asked: int, data: bytes | None) -> None:
        """Whatever thread comes first: an older one never writes over a newer one."""
        with self._gate:
            if asked <= self._written:
                return
            if data is None:
                self._path.unlink(missing_ok=True)
            else:
                write_atomically(self._path, data, private=True)
            self._written = asked


def draft_file(folder: Path, stream: str, step: str) -> Path:
    """Where the half-typed paper of a step is."""
    return folder / FOLDER / f"{stream}-{step}.json"


def forget_drafts(folder: Path, stream: str) -> None:
    """A workshop is taken off the disk, with what was half typed of it."""
    for path in (folder / FOLDER).glob(f"{stream}-*.json"):
        path.unlink(missing_ok=True)
