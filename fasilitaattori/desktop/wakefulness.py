"""Keeps the laptop awake while a workshop is on, and notices when it has slept all the same (its lid was closed): then the
room's address is looked at at once, and the facilitator hears calmly how long it was and what the clock did meanwhile."""

from PySide6.QtCore import QObject, Signal, Slot

from fasilitaattori.desktop.workbench import Workbench

NOTICED_MS = 15_000
"""A second that took so long was sleep: no work of ours stops the window for a tenth of it."""
TOLD_MS = 60_000
"""Shorter sleep is not worth a word."""
MINUTE_MS = 60_000
SLEPT = "slept"  # what the notice is about


class Wakefulness(QObject):
    """One for the whole window. `woke` when the machine has slept, whatever is open."""

    woke = Signal()

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._awake = workbench.services.awake
        self._last_ms = workbench.services.clock.ms()
        workbench.ticked.connect(self._tick)
        workbench.opened.connect(self._opened)
        workbench.closed.connect(self._mend)

    def close(self) -> None:
        """Let the machine sleep. May be called again."""
        self._awake.release()

    @Slot()
    def _opened(self) -> None:
        self._bench.open_session.changed.connect(self._changed)
        self._mend()

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if "run" in touched:
            self._mend()

    @Slot()
    def _mend(self) -> None:
        session = self._bench.session
        if session is not None and session.state.run.phase in ("open", "running"):
            self._awake.hold(self._bench.tr("Työpaja on käynnissä"))
        else:
            self._awake.release()

    @Slot()
    def _tick(self) -> None:
        now = self._bench.services.clock.ms()
        slept, self._last_ms = now - self._last_ms, now
        if slept < NOTICED_MS:
            return
        self.woke.emit()
        session = self._bench.session
        if slept >= TOLD_MS and session is not None and session.state.run.phase == "running":
            self._tell(round(slept / MINUTE_MS))

    def _tell(self, minutes: int) -> None:
        """The clock counts the time asleep: people were in the hall all along. A clock that was paused stood still."""
        bench, tr = self._bench, self._bench.tr
        if bench.state.run.paused_since is not None:
            words = tr("Kone oli levossa {n} min. Kello oli pysähdyksissä. Puhelimet palaavat itsestään.", n=minutes)
        else:
            words = tr("Kone oli levossa {n} min. Kello jatkui. Puhelimet palaavat itsestään.", n=minutes)
        bench.toast(words, about=SLEPT)
