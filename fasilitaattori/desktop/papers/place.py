"""Where papers go: how the system asks for it, what it proposes, and how it shows what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.paths import is_folder


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paper shall go is asked with this: `name` is the file's ("" = a folder for several)."""

    title: str
    folder: Path
    name: str = ""
    kind: str = ""

    def with_ending(self, path: Path) -> Path:
        """The file as named, with the ending of the name proposed, so that the system knows what to open it with."""
        ending = Path(self.name).suffix
        return path if not ending or path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")


Ask = Callable[[QWidget, Place, Callable[[Path], None]], None]


def ask_natively(parent: QWidget, place: Place, on_path: Callable[[Path], None]) -> None:
    """The system's own dialog; returns at once."""
    dialog = QFileDialog(parent, place.title, str(place.folder))
    if place.name:
        suffix = Path(place.name).suffix
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{place.kind} (*{suffix})")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(place.name)
    else:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def open_natively(path: Path) -> bool:
    """Show a file or a folder in the system's own way. False when that did not work."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def folder_for(workbench: Workbench, *, elsewhere: bool = False) -> Path:
    """Where papers were saved last, unless it is to be elsewhere; else the system's folder for documents."""
    last = workbench.services.settings.papers_folder
    if last and not elsewhere and is_folder(Path(last)):
        return Path(last)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if is_folder(Path(documents)) else Path.home()
