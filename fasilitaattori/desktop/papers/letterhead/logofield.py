"""The logo of a letterhead: chosen from a file, shown as it will be printed, taken away again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import holder
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit import paint
from fasilitaattori.kit.background import Background, Task
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.pictures import decoded

ENDINGS = ("png", "jpg", "jpeg", "svg")
WIDE, HIGH = 190, 62  # pixels at 100 %
_WHITE = QColor("#FFFFFF")  # paper is white in every theme
Ask = Callable[[QWidget, str, str, Callable[[Path], None]], None]


def ask_natively(parent: QWidget, title: str, kinds: str, on_path: Callable[[Path], None]) -> None:
    """The system's own dialog; returns at once."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*.{ending}" for ending in ENDINGS)
    dialog.setNameFilter(f"{kinds} ({patterns})")
    dialog.fileSelected.connect(lambda chosen: on_path(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class LogoField(QWidget):
    """`chosen(bytes)` when a picture was read from a file, or b"" when the logo was taken away. What is broken is told under
    it, and the logo before it stays."""

    chosen = Signal(bytes)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.workbench = workbench.look, workbench
        tr = self.look.tr
        self.ask: Ask = ask_natively
        self.logo = b""
        self._task: Task | None = None
        self.picture = Picture(self.look, workbench.services.background)
        self.choose_button = Button(self.look, tr("Valitse logo…"), icon="upload-simple")
        self.remove_button = Button(self.look, tr("Poista logo"), "quiet", icon="trash")
        self.message = Label(self.look, "", "small")
        self.message.hide()
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        both = QWidget()
        flow = FlowLayout(both, gap=12)  # with large letters the buttons go under the picture
        flow.addWidget(self.picture)
        flow.addWidget(holder(buttons))
        keep_height(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(self.look, tr("Logo"), "field"))
        column.addWidget(both)
        column.addWidget(
            Label(self.look, tr("PNG, JPEG tai SVG. Logo säilyy, vaikka tiedosto poistettaisiin."), "small", "ink2")
        )
        column.addWidget(self.message)
        self.choose_button.clicked.connect(self._ask)
        self.remove_button.clicked.connect(self._remove)

    def set_logo(self, logo: bytes) -> None:
        """Show a logo; b"" for none."""
        self.logo = logo
        self.picture.show_logo(logo)
        self.remove_button.setVisible(bool(logo))

    @Slot()
    def _ask(self) -> None:
        tr = self.look.tr
        self.ask(self.window(), tr("Valitse logo"), tr("Kuvat"), self._read)

    def _read(self, path: Path) -> None:
        services = self.workbench.services
        self.choose_button.setEnabled(False)
        self._task = services.background.run(
            lambda: services.papers.letterheads.logo(path), self._take, self._refuse, owner=self
        )

    def _take(self, logo: bytes) -> None:
        self._say("")
        self.set_logo(logo)
        self.chosen.emit(logo)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, FasilitaattoriError):
            self._say(error.text(self.look.tr))
        else:
            self._say(self.look.tr("Logoa ei voitu lukea."))
            self.workbench.tell(error)

    def _say(self, words: str) -> None:
        self._task = None
        self.choose_button.setEnabled(True)
        self.message.set_icon("warning-circle", "puna")
        self.message.set_tone("puna")
        self.message.set_text(words)
        self.message.setVisible(bool(words))
        self.choose_button.setAccessibleDescription(words)

    @Slot()
    def _remove(self) -> None:
        self._say("")
        self.choose_button.setFocus()
        self.set_logo(b"")
        self.chosen.emit(b"")


class Picture(QWidget):
    """The logo on white paper."""

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._background, self._image, self._logo = look, background, QImage(), b""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    def show_logo(self, logo: bytes) -> None:
        """The picture comes a moment later: it is decoded in the background."""
        self._logo, self._image = logo, QImage()
        self.setAccessibleName(self.look.tr("Logo") if logo else self.look.tr("Ei logoa"))
        if logo:
            self._background.run(lambda: decoded(logo), lambda image: self._came(logo, image), lambda _: None, owner=self)
        self.update()

    def _came(self, logo: bytes, image: QImage) -> None:
        if logo == self._logo:
            self._image = image
            self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(WIDE), self.look.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint.frame(painter, rect, 4, _WHITE, theme["line"], 1)
        if self._image.isNull():
            painter.setPen(QColor("#3A4841"))
            painter.setFont(self.look.sans(14))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), "" if self._logo else self.look.tr("Ei logoa"))
            return
        room = rect.adjusted(6, 6, -6, -6)
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        wide, high = self._image.width() * scale, self._image.height() * scale
        place = QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)
        painter.drawImage(place, self._image)
