"""Puheajat: who has spoken how much. For the facilitator only: never on the big screen, and in the minutes only when asked for,
without names.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Column
from fasilitaattori.kit.shares import BarRow
from fasilitaattori.workshop.state import Workshop


class SharesDialog(Dialog):
    """Speaking time of everybody who has spoken, the longest first."""

    def __init__(self, look: Look, state: Workshop, now_ms: int, parent: QWidget | None = None) -> None:
        tr = look.tr
        total = state.floor.total_ms(now_ms)
        told = tr("Puhuttu yhteensä {time}. Tämä näkyy vain sinulle.", time=words.duration(total))
        super().__init__(look, tr("Puheajat"), told, tr("Sulje"), width=520, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.safe_button.hide()
        self.act_button.setFocus()
        rows = Column(tr("Puheajat"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        spoken = sorted(state.floor.spoken(), key=lambda number: -state.floor.time_ms(number, now_ms))
        longest = max((state.floor.time_ms(number, now_ms) for number in spoken), default=0)
        for place, number in enumerate(spoken):
            used = state.floor.time_ms(number, now_ms)
            turns = state.floor.turn_count(number)
            bar = BarRow(look)
            share = round(100 * used / total) if total else 0
            bar.set_bar(used / longest if longest else 0, tr("{time} · {share} %", time=words.duration(used), share=share))
            grid.addWidget(Label(look, words.person_name(state, number, tr), "strong", wrap=False), place, 0)
            grid.addWidget(Label(look, tr.n("{n} vuoro", "{n} vuoroa", turns), "small", "ink2", wrap=False), place, 1)
            grid.addWidget(bar, place, 2)
        rows.rows.addLayout(grid)
        rows.rows.addStretch(1)
        rows.setMinimumHeight(look.px(min(360, 10 + 30 * len(spoken))))
        self.body.addWidget(rows)
