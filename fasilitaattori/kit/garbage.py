"""Garbage is looked for on the Qt thread alone, and mostly among what is new.

Left to itself, Python looks for garbage on whichever thread happens to make the next object. Here that is wrong twice: a widget
nobody holds any more could be deleted by the log's thread or the server's, which Qt does not allow; and now and then everything
is searched, a window, a server and a database toolkit, for a tenth of a second in which every thread stands still, most often
just when all phones send at once. So Python's own searching is off, what was loaded for the window is left out for good, and a
timer looks among the new things often and among all of them seldom.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 500
NEW = 2000  # objects made and kept since the last look that make a look worth it
EVERYTHING_SECONDS = 600.0


class Garbage(QObject):
    """Takes over when made, gives back at `close`, which may be called again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._everything = time.monotonic() + EVERYTHING_SECONDS
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        gc.disable()
        gc.freeze()

    @Slot()
    def look(self) -> None:
        """Look once: among everything when that is due, else among the new things if there are enough of them."""
        if time.monotonic() >= self._everything:
            self._everything = time.monotonic() + EVERYTHING_SECONDS
            gc.collect()
        elif gc.get_count()[0] >= NEW:
            gc.collect(1)

    def close(self) -> None:
        """Python looks by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
