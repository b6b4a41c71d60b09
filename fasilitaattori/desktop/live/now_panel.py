"""The left panel: what happens now, how much time is left, what the room sees, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.cues import USUAL, mark_now, mark_words
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import NowPanel
from fasilitaattori.kit.ring import RingState
from fasilitaattori.kit.ring_widget import ChairRing
from fasilitaattori.workshop.run import Timer
from fasilitaattori.workshop.state import Workshop

ASK_MS = 3000
PLENTY_MS = 60_000
LARGEST, SMALLEST = 22, 14  # pixels at 100 %, tried in turn: as large as fits, for it is read from two metres
LONG_TITLE = 12  # letters that fit after "Seuraava:" beside a wide console


class NextButton(Button):
    """The one big button. With over a minute left it asks once, on itself; the second press within three seconds goes on."""

    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "primary", "large", arrow="arrow-right", key="Page Down", parent=parent)
        self._said, self._asks, self._asking = "", False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_MS)
        self._timer.timeout.connect(self._calm)
        self.clicked.connect(self.press)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def words_font(self) -> QFont:
        """As large as fits; a long name of a step is written smaller rather than cut."""
        room = self.width() - 2 * self._padding()
        for size in range(LARGEST, SMALLEST, -1):
            font = self.look.sans(size, bold=True)
            if QFontMetricsF(font).horizontalAdvance(self.words()) <= room:
                return font
        return self.look.sans(SMALLEST, bold=True)

    def _fitting(self) -> tuple[str, str]:
        """The key cap gives way before the arrow: words read from far away need the room, the key is known by heart."""
        words, key = self._words_width(), self._shown_key()
        for arrow, cap in ((self._arrow, key), (self._arrow, ""), ("", "")):
            if self._width_with(words, arrow, cap) <= self.width() + 1:
                return arrow, cap
        return "", ""

    def show_next(self, words: str, asks: bool) -> None:
        """What it says, and whether it asks before it does it."""
        if words != self._said:
            self._calm()
        self._said, self._asks = words, asks
        if not self._asking:
            self.set_words(words)

    @Slot()
    def press(self) -> None:
        """A click or Page Down."""
        if self._asks and not self._asking:
            self._asking = True
            self.set_words(self.look.tr("Paina uudelleen: siirry"))
            self._timer.start()
            return
        self._calm()
        self.confirmed.emit()

    @property
    def asking(self) -> bool:
        """Is it waiting for the second press?"""
        return self._asking

    @Slot()
    def _calm(self) -> None:
        self._timer.stop()
        self._asking = False
        self.set_words(self._said)


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

    def set_shape(self, slim: bool, low: bool, narrow: bool) -> None:
        """`slim` beside a wide console, `low` and `narrow` as the window is."""
        self._slim, self._low, self._narrow = slim, low, narrow
        if slim:
            self.ring.set_size(108 if low else 148, 26 if low else 32)
        else:
            self.ring.set_size(150 if low else 212, 32 if low else 43)
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
        if following and self._slim and len(following.title) > LONG_TITLE:
            said = following.title  # the arrow says the rest
        self.next_button.show_next(said, following is not None and timer.left_ms > PLENTY_MS)

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
