"""The marks of the time: at which minutes before the end the room is told, and silence for now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.live.cues import marks_for
from fasilitaattori.desktop.live.marks_dialog import MarksDialog, marks_text
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.workshop import running


class TimeMarks(QObject):
    """`changed` when the sounds were silenced or let be heard again."""

    changed = Signal()

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._workbench, self._page = workbench, page
        self._session = workbench.open_session

    @property
    def muted(self) -> bool:
        """Are the sounds silent for now?"""
        return self._workbench.sounds.muted

    @Slot()
    def toggle_sound(self) -> None:
        """Ctrl+M: silent until it is pressed again; what is seen stays."""
        bench, tr = self._workbench, self._workbench.tr
        bench.sounds.muted = not bench.sounds.muted
        bench.toast(tr("Äänet on mykistetty. Muistutukset näkyvät silti.") if self.muted else tr("Äänet kuuluvat taas."))
        self.changed.emit()

    def words(self) -> str:
        """The marks that hold now: "10, 5, 1, 0"; "" when there are none."""
        return marks_text(marks_for(self._session.state.run, self._workbench.services.settings.time_marks))

    @Slot()
    def ask(self) -> None:
        """Asks at which minutes to remind, in this workshop or in all."""
        settings = self._workbench.services.settings
        dialog = MarksDialog(self._workbench.look, self._session.state.run.marks, settings.time_marks, self._page.window())
        dialog.given.connect(self._keep)
        dialog.reset.connect(self._reset)
        dialog.open()

    @Slot(object, bool)
    def _keep(self, marks: tuple[int, ...], everywhere: bool) -> None:
        if everywhere:
            self._workbench.services.settings.change(time_marks=marks_text(marks))
            self._workbench.do(running.set_marks(None))
        else:
            self._workbench.do(running.set_marks(marks))

    @Slot()
    def _reset(self) -> None:
        self._workbench.do(running.set_marks(None))
