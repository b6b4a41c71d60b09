"""Between the panels and the settings: a change is saved at once, trouble is told, and every panel hears of it."""

from PySide6.QtCore import QObject, Signal

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import StorageError


class Saving(QObject):
    """Belongs to the settings page. `changed(name)` after a setting changed, wherever that was done."""

    changed = Signal(str)
    failed = Signal()
    saved = Signal()

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.settings = workbench.services.settings
        stop = self.settings.watch(self.changed.emit)
        self.destroyed.connect(stop)

    def set(self, name: str, value: object) -> bool:
        """Take a value over and save it; False when it could not be saved (which is then told)."""
        return self.set_all(**{name: value})

    def set_all(self, **values: object) -> bool:
        """Several at once, saved once."""
        try:
            self.settings.change(**values)
        except StorageError as error:
            self.workbench.tell(error)
            self.failed.emit()
            return False
        self.saved.emit()
        return True
