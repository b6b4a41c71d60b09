"""A round on the live desk: everybody in turn, spoken or passed, and who comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.ring_widget import BigDigits
from fasilitaattori.kit.rows import Column
from fasilitaattori.kit.shares import SeatRow, SpeakingBar
from fasilitaattori.tools.discussion.model import Round

MOST_NEXT = 12


def minutes(seconds: float) -> str:
    """1:24 of a speaking time."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


class RoundPanel(Panel):
    """`start_requested`, `moved(passed)` (the one whose turn it is has spoken, or passes), `end_requested`."""

    start_requested = Signal()
    moved = Signal(bool)
    end_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.tr("Kierros"), margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self.head.setContentsMargins(16, 12, 14, 10)
        tr = look.tr
        self.end_button = Button(look, tr("Päätä kierros"), size="small", icon="stop")
        self.end_button.clicked.connect(self.end_requested)
        self.head.addWidget(self.end_button)
        self._make_idle()
        self._make_card()
        self.following = Label(look, role="body")
        self.list = Column(tr("Kierroksella jäljellä"), margins=(16, 10, 16, 8))
        self.list.rows.addWidget(self.following)
        self.list.rows.addStretch(1)
        self.body.addWidget(self.list, 1)
        self.counts = Label(look, role="small-strong")
        self.seats = SeatRow(look)
        self.foot = QWidget()
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(16, 8, 16, 12)
        foot.setSpacing(6)
        foot.addWidget(self.counts)
        foot.addWidget(self.seats)
        self.body.addWidget(self.foot)

    def _make_idle(self) -> None:
        tr = self.look.tr
        self.idle = QWidget()
        row = QHBoxLayout(self.idle)
        row.setContentsMargins(16, 0, 16, 14)
        row.setSpacing(10)
        self.idle_words = Label(self.look, role="body", tone="ink2")
        self.idle_words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.start_button = Button(self.look, tr("Aloita kierros"), "primary", icon="play")
        self.start_button.clicked.connect(self.start_requested)
        row.addWidget(self.idle_words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.start_button)
        self.body.addWidget(self.idle)

    def _make_card(self) -> None:
        tr = self.look.tr
        self.card = Panel(self.look, surface="now", margins=(16, 11, 16, 13), spacing=0)
        self.name = Label(self.look, role="name", wrap=False, icon="microphone-fill")
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clock = BigDigits(self.look, "0:00", 22)
        self.allowed = Label(self.look, role="body", tone="ink2", wrap=False)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name, 1)
        top.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.allowed, 0, Qt.AlignmentFlag.AlignVCenter)
        self.bar = SpeakingBar(self.look)
        self.next_button = Button(self.look, "", "primary", arrow="arrow-right", key="F6")
        self.pass_button = Button(self.look, tr("Ohita vuoro"), icon="skip-forward")
        self.next_button.clicked.connect(self._spoken)
        self.pass_button.clicked.connect(self._passed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.next_button, 1)
        row.addWidget(self.pass_button)
        self.card.body.addLayout(top)
        self.card.body.addSpacing(9)
        self.card.body.addWidget(self.bar)
        self.card.body.addSpacing(11)
        self.card.body.addLayout(row)
        self.holder = QWidget()
        column = QVBoxLayout(self.holder)
        column.setContentsMargins(14, 0, 14, 0)
        column.addWidget(self.card)
        self.body.addWidget(self.holder)

    # --- showing ---

    def show_round(self, going: Round | None, rounds: Sequence[Round], names: Mapping[int, str]) -> None:
        """The round going on, or the way to start one."""
        tr = self.look.tr
        for widget in (self.end_button, self.holder, self.list, self.foot):
            widget.setVisible(going is not None)
        self.idle.setVisible(going is None)
        if going is None:
            done = tr("Kierros on käyty. Voit aloittaa uuden.") if rounds else ""
            self.idle_words.set_text(done or tr("Jokainen saa vuoron järjestyksessä. Vuoron saa ohittaa."))
            self.start_button.set_words(tr("Aloita uusi kierros") if rounds else tr("Aloita kierros"))
            return
        left = going.left
        self.name.set_text(names.get(left[0], tr("Osallistuja {n}", n=left[0])))
        coming = [names.get(number, tr("Osallistuja {n}", n=number)) for number in left[1:]]
        self.next_button.set_words(tr("Seuraava: {name}", name=coming[0]) if coming else tr("Kierros valmis"))
        more = len(coming) - MOST_NEXT
        told = ", ".join(coming[:MOST_NEXT]) + (" " + tr("ja {n} muuta", n=more) if more > 0 else "")
        self.following.set_parts([(tr("Vielä tulossa:") + " ", True, ""), (told, False, "")] if coming else [])
        spoken, passed = len(going.spoken), len(going.passed)
        self.counts.set_text(
            tr("{spoken} puhunut, {passed} ohittanut, {left} jäljellä", spoken=spoken, passed=passed, left=len(left))
        )
        self.seats.set_seats(spoken + passed, len(going.order))

    def show_time(self, used_ms: int, allowed_seconds: int) -> None:
        """How much of the turn is used."""
        tr = self.look.tr
        self.clock.set_reading(minutes(used_ms / 1000))
        self.allowed.set_text(tr("/ {time}", time=minutes(allowed_seconds)))
        self.bar.set_share(used_ms / max(1, allowed_seconds * 1000))

    @Slot()
    def _spoken(self) -> None:
        self.moved.emit(False)

    @Slot()
    def _passed(self) -> None:
        self.moved.emit(True)
