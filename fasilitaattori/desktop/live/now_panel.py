"""The left panel: what happens now, how much time is left, what the room sees, and the way on."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.cues import USUAL, mark_now, mark_words
from fasilitaattori.desktop.live.next_button import NextButton
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import NowPanel
from fasilitaattori.kit.ring import RingState
from fasilitaattori.kit.ring_widget import ChairRing
from fasilitaattori.workshop.run import Timer
from fasilitaattori.workshop.state import Workshop

PLENTY_MS = 60_000


class TimerButton(Button):
    """A button with little air, so that three of them fit beside each other with their key caps."""

    def _padding(self) -> int:
        return self.look.px(10)


class TimerRow(QWidget):
    """Pause or go on, and a minute less or more."""

    toggled = Signal()
    adjusted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._tiny, self._paused = look, False, False
        self.pause = TimerButton(look, look.tr("Pysäytä"), icon="pause", key="F5")
        self.less = TimerButton(look, "")
        self.more = TimerButton(look, "")
        self.pause.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.pause, 1)
        row.addWidget(self.less)
        row.addWidget(self.more)
        self.pause.clicked.connect(self.toggled)
        self.less.clicked.connect(self._less)
        self.more.clicked.connect(self._more)
        self.less.setAccessibleName(look.tr("Minuutti vähemmän"))
        self.more.setAccessibleName(look.tr("Minuutti lisää"))
        self.less.set_hint(look.tr("Minuutti vähemmän, Ctrl+alanuoli"))
        self.more.set_hint(look.tr("Minuutti lisää, Ctrl+ylänuoli"))
        self.set_short(False)

    def set_short(self, short: bool, tiny: bool = False) -> None:
        """−1 and +1 without "min" in a narrow window; `tiny` also drops the word beside the pause icon."""
        tr = self.look.tr
        self.less.set_words(tr("−1") if short or tiny else tr("−1 min"))
        self.more.set_words(tr("+1") if short and not tiny else tr("+1 min"))
        self._tiny = tiny
        self.show_paused(self._paused)

    def show_paused(self, paused: bool) -> None:
        """What the button would do now."""
        tr = self.look.tr
        self._paused = paused
        told = tr("Jatka kelloa") if paused else tr("Pysäytä")
        self.pause.set_words("" if self._tiny else told)
        self.pause.setAccessibleName(told)
        if self._tiny:
            self.pause.set_hint(told)
        self.pause.set_icon("play" if paused else "pause")

    @Slot()
    def _less(self) -> None:
        self.adjusted.emit(-60)

    @Slot()
    def _more(self) -> None:
        self.adjusted.emit(60)


class LiveNowPanel(NowPanel):
    """Ring, timer buttons, the console's own part, and the next-step button. `set_slim` for a wide console."""

    pause_toggled = Signal()
    adjusted = Signal(int)
    next_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(14, 10, 14, 14), spacing=0, parent=parent)
        self._slim = self._low = self._narrow = False
        self.marks: tuple[int, ...] = USUAL
        """Minutes before the end at which the tab tells of the time for a moment."""
        centre = Qt.AlignmentFlag.AlignHCenter
        self.ring = ChairRing(look)
        self.timer_row = TimerRow(look)
        self.slot = QVBoxLayout()
        self.slot.setSpacing(0)
        self.low_slot = QHBoxLayout()
        self.low_slot.setSpacing(8)
        self.next_button = NextButton(look)
        self.body.addWidget(self.ring, 0, centre)
        self.body.addSpacing(8)
        self.body.addWidget(self.timer_row)
        self.body.addLayout(self.slot, 1)
        self.body.addLayout(self.low_slot)
        self.body.addSpacing(12)
        self.body.addWidget(self.next_button)
        self.timer_row.toggled.connect(self.pause_toggled)
        self.timer_row.adjusted.connect(self.adjusted)
        self.next_button.confirmed.connect(self.next_requested)
        self.set_shape(slim=False, low=False, narrow=False)

    def set_shape(self, slim: bool, low: bool, narrow: bool, tall: bool = False, large: bool = False) -> None:
        """`slim` beside a wide console, `low`, `narrow` and `tall` as the window is; `large` when the letters are, so that
        what comes next stays in sight."""
        self._slim, self._low, self._narrow = slim, low, narrow
        if slim:
            self.ring.set_size(*((108, 26) if low else (210, 43) if tall else (142, 32)))
        else:
            self.ring.set_size(*((120, 32) if low and large else (150, 32) if low else (320, 66) if tall else (212, 43)))
        self.timer_row.set_short(narrow, tiny=slim)
        self.next_button.set_key("" if slim else "Page Down")
        self.next_button.set_hint("Page Down" if slim else "")

    def put(self, part: QWidget | None) -> None:
        """The console's own part between the timer and the next step; the one before is let go."""
        while (item := self.slot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if part is not None:
            self.slot.addSpacing(8)
            self.slot.addWidget(part, 1)
        else:
            self.slot.addStretch(1)

    # --- showing ---

    def refresh_step(self, state: Workshop, now_ms: int) -> None:
        """Shows the step that is on and what comes next."""
        if state.current is not None:
            self.tick(state, now_ms)

    def tick(self, state: Workshop, now_ms: int) -> None:
        """A second has passed."""
        step = state.current
        if step is None:
            return
        timer, tr = state.run.timer(step, now_ms), self.look.tr
        self._show_timer(timer)
        mark = mark_now(timer, self.marks)
        self.set_tab(*(words.tab_of(step, tr) if mark is None else (mark_words(mark, tr), "timer")))
        following = state.following
        said = tr("Seuraava: {step}", step=following.title) if following else tr("Lopeta ilta")
        plenty = following is not None and timer.left_ms > PLENTY_MS
        self.next_button.show_next(said, math.ceil(timer.left_ms / 60_000) if plenty else 0)

    def _show_timer(self, timer: Timer) -> None:
        tr, left = self.look.tr, timer.left_ms / 1000
        over = left <= -1
        shown: RingState = "over" if over else "runs" if timer.running else "paused"
        minutes = round(timer.planned_ms / 60_000)
        roomy = not (self._slim or self._low)
        caption = tr("jäljellä {n} min:stä", n=minutes) if roomy else tr("jäljellä")
        if over:
            caption = tr("yli ajan")
        elif not timer.running:
            caption = tr("pysäytetty")
        self.ring.set_time(timer.planned_ms / 1000, left, shown, caption)
        self.timer_row.show_paused(not timer.running)
