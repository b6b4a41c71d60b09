"""The frame of what stands beside the agenda: a head with a cross, and a column that scrolls."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Line, Scrolled, holder
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.state import Workshop


class SidePanel(Panel):
    """`left` when the facilitator is done with it. Subclasses fill `column` and say in `show_state` what is so now."""

    left = Signal()

    def __init__(self, workbench: Workbench, title: str, parent: QWidget | None = None) -> None:
        super().__init__(workbench.look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self.workbench = workbench
        look = self.look
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 14, 8)
        head.addWidget(Label(look, title, "section"), 1)
        cross = IconButton(look, "x", look.tr("Sulje"), "quiet", "small")
        cross.clicked.connect(self.left)
        head.addWidget(cross)
        self.body.addLayout(head)
        self.body.addWidget(Line(look))
        self.column = QVBoxLayout()
        self.column.setContentsMargins(18, 12, 18, 14)
        self.column.setSpacing(10)
        self.body.addWidget(Scrolled(holder(self.column)), 1)

    def show_state(self, state: Workshop) -> None:
        """Show what is so now."""
        raise NotImplementedError
