"""Kokeile omalla puhelimella: the codes with the same as text beside them, and what a phone may say about it all."""

import sys

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.network.advice import getting_a_network
from fasilitaattori.desktop.network.codes import CODE, GAP, Codes, StepList
from fasilitaattori.desktop.network.facts import Facts, Stage
from fasilitaattori.desktop.network.fields import NetworkFields
from fasilitaattori.desktop.network.flowing import flowing
from fasilitaattori.desktop.parts import Icon, Line, holder, row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel

SIDES = 18
MARK = "\x00"  # stands where the bold words go
WIDTH = 2 * CODE + GAP + 2 * SIDES + 2


class JoinPanel(Panel):
    """The right side of the page."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look, tr = workbench.look, workbench.tr
        super().__init__(look, tr("Kokeile omalla puhelimella"), margins=(0, 10, 0, 12), spacing=0, parent=parent)
        self._bench = workbench
        self.head.setContentsMargins(SIDES - 1, 0, SIDES, 4)
        self.codes = Codes(look)
        self.steps = StepList(look)
        self.fields = NetworkFields(workbench)
        self.warning = flowing(Label(look, role="dense"))
        told = tr("Puhelin voi varoittaa, ettei verkossa ole nettiä. Valitse silloin {choice}.", choice=MARK)
        before, _, after = told.partition(MARK)
        self.warning.set_parts([(before, False, ""), (tr("Pysy verkossa"), True, ""), (after, False, "")])
        self._above = holder(row(self.codes, margins=(SIDES, 0, SIDES, 0)))
        self._instead = holder(row(self.steps, margins=(SIDES, 6, SIDES, 14)))
        self._inside = row(self.fields, margins=(SIDES, 12, SIDES, 10))
        self._below = row(Icon(look, "info", "jarvi"), margins=(SIDES, 10, SIDES, 0), spacing=10)
        self._below.addWidget(self.warning, 1)
        self.body.addWidget(self._above)
        self.body.addWidget(self._instead)
        self.body.addLayout(self._inside)
        self.body.addStretch(1)
        self.body.addWidget(Line(look))
        self.body.addLayout(self._below)
        self._instead.hide()

    def set_low(self, low: bool) -> None:
        """Tighter, for low windows."""
        self.codes.set_low(low)
        self.fields.set_low(low)
        self.body.setContentsMargins(0, 7 if low else 10, 0, 8 if low else 12)
        self._inside.setContentsMargins(SIDES, 4 if low else 12, SIDES, 4 if low else 10)
        self._below.setContentsMargins(SIDES, 7 if low else 10, SIDES, 0)

    def show_facts(self, facts: Facts) -> None:
        """Show what is known."""
        tr = self._bench.tr
        lost = facts.chosen is None and facts.stage != Stage.ADDRESS
        self._above.setVisible(not lost)
        self._instead.setVisible(lost)
        if self.title is not None:
            self.title.set_text(tr("Näin kone pääsee verkkoon") if lost else tr("Kokeile omalla puhelimella"))
        if lost:
            self.steps.show_steps(getting_a_network(facts.source, sys.platform, tr))
        self.fields.read_settings()
        self.fields.show_address(facts.url, facts.named)
        if facts.stage == Stage.ADDRESS and not facts.found:
            return
        self.codes.wifi.show_code(facts.wifi, tr("QR-koodi: liity verkkoon {name}", name=facts.ssid))
        self.codes.page.show_code(facts.url, "")

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, super().minimumSizeHint().height())
