"""A plan without steps: three ways to begin one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from fasilitaattori.desktop.methods.taking import take_in
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.panels import EmptyState
from fasilitaattori.methods.model import Method


class EmptyPlan(EmptyState):
    """`action_requested` leads to the methods, `step_requested` to the menu of single steps; a method of one's own is taken
    from a menu here."""

    step_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.look.tr
        sentence = tr("Ota valmis menetelmä tai kokoa ohjelma vaihe kerrallaan.")
        super().__init__(look, tr("Aloita lisäämällä vaihe"), sentence, tr("Menetelmistä"), "cards-three", parent)
        self._workbench = workbench
        self.step_button = self.add_action(tr("Lisää vaihe"), "plus")
        self.own_button = self.add_action(tr("Omista menetelmistä"), "floppy-disk")
        self.step_button.clicked.connect(self.step_requested)
        self.own_button.clicked.connect(self._open_own)
        workbench.methods_changed.connect(self.refresh)
        self.refresh()

    def _own(self) -> list[Method]:
        return [method for method in self._workbench.services.methods().methods if method.own]

    @Slot()
    def refresh(self) -> None:
        """Own methods are offered when there are any."""
        self.own_button.setVisible(bool(self._own()))

    @Slot()
    def _open_own(self) -> None:
        menu = self.own_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.own_button.mapToGlobal(self.own_button.rect().bottomLeft()))

    def own_menu(self) -> QMenu:
        """One's own methods by name; the one picked comes into the plan, as long as there is time."""
        bench = self._workbench
        info = bench.state.info
        menu = QMenu(self)
        menu.setAccessibleName(bench.tr("Omista menetelmistä"))
        for method in sorted(self._own(), key=lambda each: bench.tr.sort_key(each.in_language(info.language).name)):
            action = menu.addAction(self.look.icon("cards-three"), method.in_language(info.language).name)
            action.triggered.connect(partial(take_in, bench, method, info.minutes_at_hand))
        return menu
