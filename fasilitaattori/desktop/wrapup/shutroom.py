"""Says that phones see nothing while the room is shut, and opens it: the program may have been closed after the evening."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label


class ShutRoom(QWidget):
    """Its owner says with `show_when` whether phones are wanted; it is seen only while they cannot come."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        look, tr = workbench.look, workbench.look.tr
        self._wanted = False
        words = tr("Huone on kiinni, joten puhelimet eivät näe yhteenvetoa.")
        self.words = Label(look, words, "dense", icon="warning", icon_tone="savi")
        self.open_button = Button(look, tr("Avaa huone"), "secondary", "small", icon="wifi-high")
        self.open_button.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        workbench.room_changed.connect(self._show)
        self.hide()

    def show_when(self, wanted: bool) -> None:
        """Phones are wanted, or not."""
        self._wanted = wanted
        self._show()

    @Slot()
    def _show(self) -> None:
        self.setVisible(self._wanted and self.workbench.room is None)

    @Slot()
    def _open(self) -> None:
        self.workbench.open_room()
