"""A bug in what Qt asks while it hands out an event must not end the program."""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


# WORKAROUND: an error raised in these stays set inside Python until something else stumbles over it, or the program ends
# without a word (seen in PySide6 6.11.3). So it is told like any other bug, and Qt goes on.
def guarded(asked: Callable[P, bool]) -> Callable[P, bool]:
    """For `eventFilter` and `viewportEvent`: after an error the answer is that the event was not taken."""

    @functools.wraps(asked)
    def ask(*args: P.args, **named: P.kwargs) -> bool:
        try:
            return asked(*args, **named)
        except Exception:  # noqa: BLE001 - all of them go to where bugs are told
            sys.excepthook(*sys.exc_info())
            return False

    return ask
