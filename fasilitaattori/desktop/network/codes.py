"""The two codes that a phone reads: one joins the network, the other opens the page. In the place of them, while the laptop is
in no network, the steps by which it gets into one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.network.advice import Step
from fasilitaattori.desktop.network.flowing import flowing
from fasilitaattori.desktop.parts import Icon, clear
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.qr import QrPanel

CODE, LOW_CODE = 190, 152  # room for 37 modules of 5 and of 4 pixels in their frame, the code of a usual network
GAP = 18


class _Empty(Panel):
    """In the place of a code that cannot be made: why."""

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(look, surface="dashed", margins=(12, 10, 12, 10), parent=parent)
        self.words = Label(look, words, "small", "ink2", align=Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(1)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.side = CODE

    def sizeHint(self) -> QSize:
        return QSize(self.side, max(self.side, self.body.minimumSize().height()))


class CodeView(QWidget):
    """A numbered code. Without one, the reason."""

    def __init__(self, look: Look, number: str, title: str, missing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(Label(look, number, "name", wrap=False, pixels=24))
        heading.addWidget(flowing(Label(look, title, "strong")), 1, Qt.AlignmentFlag.AlignVCenter)
        self.code = QrPanel(look, size=CODE)
        self.missing = _Empty(look, missing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addWidget(self.code)
        column.addWidget(self.missing)
        column.addStretch(1)
        self.show_nothing()

    def show_code(self, words: str, name: str) -> None:
        """Show the code that says `words`; "" = the reason why there is none."""
        if words:
            self.code.set_code(words, name)
        self.code.setVisible(bool(words))
        self.missing.setVisible(not words)

    def show_nothing(self) -> None:
        """Keep the place, as long as it is not known whether there will be a code."""
        self.code.set_code("", "")
        self.code.show()
        self.missing.hide()

    def set_side(self, side: int) -> None:
        """How wide and high the code is, in pixels."""
        self.code.set_size(side)
        self.missing.side = side
        self.missing.updateGeometry()


class StepList(QWidget):
    """Numbered steps, each with its picture."""

    def __init__(self, look: Look, steps: Sequence[Step] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        self._steps: tuple[Step, ...] = ()
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps."""
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        clear(self._grid)
        middle = Qt.AlignmentFlag.AlignVCenter
        for line, step in enumerate(self._steps):
            self._grid.addWidget(Label(self.look, str(line + 1), "name", wrap=False), line, 0, middle)
            self._grid.addWidget(Icon(self.look, step.icon, "kuusi", 28), line, 1, middle)
            self._grid.addWidget(flowing(Label(self.look, step.words)), line, 2)


class Codes(QWidget):
    """Both codes beside each other, as large as there is room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look, self._low = look, False
        no_name = tr("Kirjoita verkon nimi alle, niin koodi tulee tähän.")
        self.wifi = CodeView(look, "1", tr("Liity verkkoon"), no_name)
        self.page = CodeView(look, "2", tr("Avaa sivu"), tr("Koodi tulee tähän, kun osoite on löytynyt."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.wifi)
        row.addWidget(self.page)
        row.addStretch(1)
        self.refresh()
        look.changed.connect(self.refresh)

    def set_low(self, low: bool) -> None:
        """Smaller, for low windows."""
        self._low = low
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures again. A code does not grow with the text: a camera reads it, and it must stay in sight."""
        for view in (self.wifi, self.page):
            view.set_side(LOW_CODE if self._low else CODE)
