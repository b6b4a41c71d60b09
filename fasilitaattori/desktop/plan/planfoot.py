"""Under the agenda: what to bring along, how the method was changed, and keeping the plan as a method of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.changes import changes
from fasilitaattori.workshop.state import Workshop


class PlanFoot(QWidget):
    """`materials_requested` and `changes_requested` open their panel beside the agenda, `keeping_requested` asks for a name."""

    materials_requested = Signal()
    changes_requested = Signal()
    keeping_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.materials_button = Button(look, "", "quiet", "small", icon="clipboard-text")
        self.changes_button = Button(look, "", "quiet", "small", icon="note-pencil")
        self.keep_button = Button(look, look.tr("Tallenna menetelmäksi"), "quiet", "small", icon="floppy-disk")
        flow = FlowLayout(self, gap=6, row_gap=2)
        keep_height(self)
        for button in (self.materials_button, self.keep_button, self.changes_button):
            flow.addWidget(button)
        self.materials_button.clicked.connect(self.materials_requested)
        self.changes_button.clicked.connect(self.changes_requested)
        self.keep_button.clicked.connect(self.keeping_requested)

    def show_state(self, state: Workshop) -> None:
        """What is packed, and how many changes there are."""
        tr, materials = self.look.tr, state.materials.all()
        packed = sum(material.packed for material in materials)
        words = tr("Tarvikkeet {packed}/{all}", packed=packed, all=len(materials)) if materials else tr("Tarvikkeet")
        self.materials_button.set_words(words)
        self.keep_button.setVisible(bool(state.plan.steps()))
        found = changes(state)
        silent = any(change.asks_why for change in found)
        told = tr.n("{n} muutos menetelmään", "{n} muutosta menetelmään", len(found))
        self.changes_button.set_words(f"{told}, {tr('miksi?')}" if silent else told)
        self.changes_button.setVisible(bool(found))
