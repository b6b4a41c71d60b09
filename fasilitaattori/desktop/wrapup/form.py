"""What the editor of a section is made of: forms that follow the log, save when a field is left, and can be locked."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.unsaved import Unsaved

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Form(QWidget):
    """A form of the editor. `refresh` shows what the log says; `set_locked` when the minutes are approved."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench, self.look = workbench, workbench.look
        self.locked = False
        self.unsaved = Unsaved(workbench, self)

    def refresh(self) -> None:
        """Shows what the log says now, but for what is just being typed and what could not be saved."""

    def commit(self) -> None:
        """Saves what is half typed, and what could not be saved before."""
        self.unsaved.again()

    def set_locked(self, locked: bool) -> None:
        """Readable but not to be changed."""
        self.locked = locked
        if locked:
            self.unsaved.forget_all()


def lock(field: QLineEdit | QPlainTextEdit, locked: bool) -> None:
    """A field one can read and copy from but not write in, and that looks so."""
    if field.isReadOnly() != locked:
        field.setReadOnly(locked)
        field.setProperty("locked", locked)
        field.style().unpolish(field)
        field.style().polish(field)


class Turn(QWidget):
    """Widgets side by side with these shares of the width; one under the other when narrower than `least` (at 100 %)."""

    turned = Signal(bool)

    def __init__(
        self, workbench: Workbench, least: int, widgets: Sequence[tuple[QWidget, int]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look, self._least, self._widgets = workbench.look, least, widgets
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for widget, share in widgets:
            self._box.addWidget(widget, share)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.look.changed.connect(self._mend)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(widget.minimumSizeHint().width() for widget, _ in self._widgets), self._box.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mend()

    @Slot()
    def _mend(self) -> None:
        way = _DOWN if self.width() < self.look.px(self._least) else _ACROSS
        if way != self._box.direction():
            self._box.setDirection(way)
            for widget, share in self._widgets:
                self._box.setStretchFactor(widget, share if way == _ACROSS else 0)
            self.updateGeometry()
            self.turned.emit(way == _DOWN)
