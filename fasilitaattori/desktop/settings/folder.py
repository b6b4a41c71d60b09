"""A folder shown as text, with a button that opens it in the system's own file manager."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label


class FolderRow(QWidget):
    """`shown` is the path to tell, `folder` what the button opens."""

    def __init__(self, workbench: Workbench, shown: Path, folder: Path, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = workbench.look
        self._workbench, self._folder = workbench, folder
        self.path = Label(look, str(shown), "dense")
        self.button = Button(look, words, icon="folder-open")
        self.button.setAccessibleDescription(str(shown))
        self.button.clicked.connect(self.open)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.path)
        column.addLayout(row)

    @Slot()
    def open(self) -> None:
        """Open the folder; tell its place when the system cannot."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            words = self._workbench.tr("Kansiota ei voitu avata. Se on täällä: {folder}", folder=str(self._folder))
            self._workbench.toast(words, "warning")
