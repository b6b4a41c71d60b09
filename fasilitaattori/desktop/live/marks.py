"""The marks of the time: at which minutes before the end the room is told, and silence for now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.written import LineDialog
from fasilitaattori.settings import Settings

LONGEST = 40


class TimeMarks(QObject):
    """`changed` when the sounds were silenced or let be heard again."""

    changed = Signal()

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._workbench, self._page = workbench, page

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

    @Slot()
    def ask(self) -> None:
        """Asks at which minutes to remind."""
        bench, tr = self._workbench, self._workbench.tr
        settings = bench.services.settings
        dialog = LineDialog(
            bench.look,
            tr("Milloin ajasta muistutetaan?"),
            tr("Muistuta näin"),
            tr(Settings.time_marks.label),
            settings.time_marks,
            LONGEST,
            told=tr("Esimerkiksi 10, 5, 1, 0. Nolla on vaiheen loppu. Muistutus kuuluu ja näkyy sinulle ja valkokankaalla."),
            width=480,
            parent=self._page.window(),
        )
        dialog.accepted.connect(lambda: self._keep(dialog.line.text()))
        dialog.open()

    def _keep(self, text: str) -> None:
        bench, tr = self._workbench, self._workbench.tr
        try:
            bench.services.settings.change(time_marks=text)
        except ValueError:
            bench.toast(tr("Kirjoita enintään kuusi minuuttimäärää, esimerkiksi 10, 5, 1, 0."), "warning")
