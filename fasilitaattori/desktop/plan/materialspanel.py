"""What has to be brought along, ticked off while packing."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.plan.sidepanel import SidePanel
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.ticks import CheckBox
from fasilitaattori.workshop.materials import (
    MAX_MATERIAL,
    Material,
    add_materials,
    change_material,
    remove_material,
    tick_material,
)
from fasilitaattori.workshop.state import Workshop


class MaterialRow(QWidget):
    """One thing: packed or not, what it is, and off the list."""

    def __init__(self, workbench: Workbench, material_id: str) -> None:
        super().__init__()
        tr, look = workbench.tr, workbench.look
        self.look = look
        self.box = CheckBox(look)
        self.text = LineEntry()
        self.text.setMaxLength(MAX_MATERIAL)
        self.remove_button = IconButton(look, "x", tr("Poista"), "quiet", "small")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for part, stretch in ((self.box, 0), (self.text, 1), (self.remove_button, 0)):
            line.addWidget(part, stretch)
        self.box.clicked.connect(lambda on: workbench.do(tick_material(material_id, on)))
        self.text.committed.connect(lambda words: workbench.do(change_material(material_id, words)))
        self.remove_button.clicked.connect(lambda: self._remove(workbench, material_id))

    def _remove(self, workbench: Workbench, material_id: str) -> None:
        words = self.look.tr("Poistettiin tarvike {text}", text=self.text.text())
        workbench.do(remove_material(material_id), lambda _: workbench.toast_undo(words))

    def show_material(self, material: Material) -> None:
        """It is so now."""
        tr = self.look.tr
        self.box.setChecked(material.packed)
        self.box.setAccessibleName(tr("Pakattu: {text}", text=material.text))
        self.text.set_value(material.text)
        self.text.setAccessibleName(tr("Tarvike"))
        self.remove_button.set_name(tr("Poista {title}", title=material.text))


class MaterialsPanel(SidePanel):
    """The list, and a line to write the next thing in."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, workbench.tr("Tarvikkeet"), parent)
        tr, look = self.look.tr, self.look
        about = tr("Mitä paikalle viedään. Menetelmät tuovat omansa, ja voit lisätä muuta. Rastita, kun se on pakattu.")
        self.column.addWidget(Label(look, about, "dense", "ink2"))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.column.addLayout(self._list)
        self.new = LineEntry()
        self.new.setMaxLength(MAX_MATERIAL)
        self.new.setPlaceholderText(tr("Esimerkiksi: jatkojohto"))
        self.new.setAccessibleName(tr("Uusi tarvike"))
        self.add_button = Button(look, tr("Lisää"), icon="plus")
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.new, 1)
        line.addWidget(self.add_button)
        self.column.addLayout(line)
        self.column.addStretch(1)
        self.rows: dict[str, MaterialRow] = {}
        self.add_button.clicked.connect(self._add)
        self.new.committed.connect(self._add)

    def show_state(self, state: Workshop) -> None:
        found = {material.id: material for material in state.materials.all()}
        for gone in set(self.rows) - set(found):
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (material_id, material) in enumerate(found.items()):
            row = self.rows.get(material_id) or MaterialRow(self.workbench, material_id)
            self.rows[material_id] = row
            row.show_material(material)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
        self.rows = {material_id: self.rows[material_id] for material_id in found}

    @Slot()
    def _add(self) -> None:
        words = self.new.text().strip()
        if words:
            self.new.set_value("")
            self.workbench.do(add_materials([words]))
