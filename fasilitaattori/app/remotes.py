"""The capability of the facilitator's remote, written down so that a program killed in the middle of an evening lets the same
phone steer again.

It belongs to one workshop and one evening: while the workshop goes on it stays the same whatever the laptop's clock says, and
otherwise it is good for as long as an evening with its preparations lasts. It lies beside the log, for the owner of the folder
alone: whoever can read that can read everything else too.
"""

import datetime as dt
import logging
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec

from fasilitaattori.app.private import write_private

FILE = "remote.json"
EVENING = dt.timedelta(hours=18)
MOST = 4  # workshops that are remembered: the evening's own, and rehearsals of it

logger = logging.getLogger(__name__)


class Kept(msgspec.Struct, frozen=True):
    """Of one workshop; `made` wall time."""

    workshop: str
    made: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    capability: str


class RemoteKey:
    """The capability of a workshop whose room is opened now; `going_on` = its evening has begun. `now` gives the wall time."""

    def __init__(self, file: Path, workshop: str, now: Callable[[], dt.datetime], going_on: bool) -> None:
        self._file, self._workshop, self._now = file, workshop, now
        known = next((one for one in _read(file) if one.workshop == workshop), None)
        if known is not None and (going_on or abs(now() - known.made) < EVENING):
            self.capability = known.capability
        else:
            self.keep(secrets.token_urlsafe(16))

    def keep(self, capability: str) -> None:
        """From now on it is this one. Where it cannot be written down it holds until the program is closed."""
        self.capability = capability
        mine = Kept(self._workshop, self._now(), capability)
        others = [one for one in _read(self._file) if one.workshop != self._workshop]
        try:
            write_private(self._file, msgspec.json.encode([mine, *others][:MOST]))
        except OSError as error:
            logger.info("the remote's address could not be written down: %s", error)


def _read(file: Path) -> list[Kept]:
    """What is written down; nothing when it cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=list[Kept])
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return []
