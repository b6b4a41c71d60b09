"""Trouble told calmly: what happened, what to do, what is safe. Expected trouble in its own words; a bug by the log file."""

import logging
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

logger = logging.getLogger(__name__)


class Troubles(QObject):
    """Shows at most one dialog at a time over `window`; further bugs meanwhile only go to the log file."""

    def __init__(self, look: Look, window: QWidget, log_file: Path) -> None:
        super().__init__(window)
        self._look, self._window, self._log_file = look, window, log_file
        self._dialog: Dialog | None = None

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """For `sys.excepthook`: what nobody caught, also from Qt's slots."""
        if not isinstance(error, Exception):
            return
        self.show(error.with_traceback(trace))

    def show(self, error: Exception) -> None:
        """Tell of an error. The program goes on."""
        if isinstance(error, FasilitaattoriError):
            self._open(self._look.tr("Tämä ei onnistunut"), error.text(self._look.tr), bug=False)
            return
        logger.error("an unexpected error", exc_info=error)
        tr = self._look.tr
        text = tr(
            "Ohjelmassa on vika, mutta työpaja jatkuu ja kaikki kirjattu on tallessa. "
            "Jos sama toistuu, lähetä lokitiedosto ohjelman tekijöille."
        )
        self._open(tr("Jokin meni vikaan"), text, bug=True)

    def _open(self, title: str, text: str, *, bug: bool) -> None:
        if self._dialog is not None:
            return
        tr = self._look.tr
        dialog = Dialog(self._look, title, text, act=tr("Jatka"), parent=self._window)
        dialog.safe_button.hide()
        dialog.act_button.setFocus()
        if bug:
            dialog.body.addWidget(Label(self._look, str(self._log_file), "small", "ink2"))
            folder = Button(self._look, tr("Avaa lokin kansio"), "quiet", "small", icon="folder-open")
            folder.clicked.connect(self._show_folder)
            dialog.buttons.insertWidget(0, folder)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    @Slot()
    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file.parent)))
