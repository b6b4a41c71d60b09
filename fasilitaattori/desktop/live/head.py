"""The head of the live desk: which step, the rug with its clock times, how late the evening is, and the clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.fittinglabel import FittingLabel
from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.head_room import give_way
from fasilitaattori.desktop.live.late_tag import LateTag
from fasilitaattori.desktop.live.rug_of import LiveRug, live_rug
from fasilitaattori.desktop.live.rug_ticks import RugTicks, Tick
from fasilitaattori.desktop.live.shape import Shape
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.ring_widget import BigDigits
from fasilitaattori.kit.rug_widgets import RugStrip
from fasilitaattori.kit.tags import Tag
from fasilitaattori.workshop.catching_up import Shorter, what_gives
from fasilitaattori.workshop.schedule import Schedule, schedule
from fasilitaattori.workshop.state import Workshop


class Head(QWidget):
    """`times_requested` by "Muuta aikoja"; `catch_up_requested` when the suggestion beside the lateness is taken;
    `step_chosen(id)` when somebody picks a step on the rug."""

    times_requested = Signal()
    catch_up_requested = Signal()
    step_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._rug: LiveRug | None = None
        self._plan: Schedule | None = None
        self._ids: list[str] = []
        self._plain = False
        self._about = ""
        self._place = ("", "")
        self._shape: Shape | None = None
        self.place = Tag(look, "", "line", big=True)
        self.title = Label(look, role="title", wrap=False)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.about = FittingLabel(look)
        self.rehearsal = Tag(look, look.tr("Harjoitus"), "jarvi", "graduation-cap", big=True)
        self.late = LateTag(look, "", "kuusi", big=True)
        self.catch_up = Button(look, "", size="small", icon="arrows-in-simple", key="Ctrl L")
        self.catch_up.clicked.connect(self.catch_up_requested)
        self.catch_up.hide()
        self._gives: tuple[object, list[Shorter]] = (None, [])
        self._gain = ("", "")
        self._fitted: object = None
        self.silent = IconButton(look, "speaker-slash", look.tr("Äänet on mykistetty. Anna kuulua, Ctrl+M"), size="small")
        self.silent.hide()
        self.clock = BigDigits(look, "", 27)
        self.times = Button(look, look.tr("Muuta aikoja"), size="small", icon="dots-three")
        self.times.setAccessibleName(look.tr("Muuta aikoja"))
        self.times.clicked.connect(self.times_requested)
        self.strip = RugStrip(look, walkable=True)
        self.slim_strip = RugStrip(look, 18, 0.85, walkable=True)
        for strip in (self.strip, self.slim_strip):
            strip.step_activated.connect(self._chosen)
        self.ticks = RugTicks(look)
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self._row.addWidget(self.place)
        self._row.addWidget(self.title)
        self._row.addWidget(self.about, 1)
        self._row.addStretch(0)
        self._second = QHBoxLayout()
        self._second.setSpacing(14)
        for widget in (self.rehearsal, self.late, self.catch_up, self.silent, self.clock, self.times):
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)
        self._column.addLayout(self._second)
        for line in (self.strip, self.slim_strip, self.ticks):
            self._column.addWidget(line)
        self.set_shape(Shape(3, low=False, narrow=False, tabbed=False, roomy=False))

    def set_shape(self, shape: Shape) -> None:
        """Less air when low, no workshop name when narrow, the lateness on a line of its own when there is one column."""
        if shape == self._shape:
            return
        self._shape = shape
        low, one = shape.low, shape.columns == 1
        side = 12 if one else 20
        self._column.setContentsMargins(side, 8 if low else 12, side, 4 if low else 7)
        self._row.setContentsMargins(0, 0, 0, 0 if low else 6)
        self._row.setSpacing(8 if shape.columns < 3 else 14)
        self.about.setVisible(not shape.narrow)
        self.late.set_large(shape.columns == 3)
        self._row.setStretch(self._row.indexOf(self.about) + 1, 1 if shape.narrow else 0)
        if one and self._second.count() == 0:
            for widget in (self.late, self.catch_up):
                self._row.removeWidget(widget)
                self._second.addWidget(widget)
            self._second.addStretch(1)
        elif not one and self._second.count():
            for widget in (self.late, self.catch_up):
                self._second.removeWidget(widget)
                self._row.insertWidget(self._row.indexOf(self.clock), widget, 0, Qt.AlignmentFlag.AlignVCenter)
            self._second.takeAt(0)
        self.set_plain(self._plain)
        self.update()

    def set_plain(self, plain: bool) -> None:
        """A narrower rug for a console that needs the height. Where there is little height it has no clock times either."""
        self._plain = plain
        self._show_lines()

    def _show_lines(self) -> None:
        """The rug and its times; without steps there is nothing to weave."""
        some = self._rug is None or bool(self._rug.steps)
        shape = self._shape
        short = shape is not None and shape.low and (self._plain or shape.columns < 3)
        self.strip.setVisible(some and not self._plain)
        self.slim_strip.setVisible(some and self._plain)
        self.ticks.setVisible(some and not short)

    def set_rehearsal(self, on: bool) -> None:
        """Says that this is a rehearsal."""
        self.rehearsal.setVisible(on)

    # --- showing ---

    def refresh(self, state: Workshop, now_ms: int, now: datetime) -> None:
        """Shows the step, the rug and the times anew."""
        tr, step = self.look.tr, state.current
        self.place.setVisible(step is not None)
        self._place = words.place_of(state, tr), words.short_place_of(state, tr)
        self.title.set_text(step.title if step is not None else state.info.title)
        about = state.info.title if step is not None else state.info.place
        if step is not None and self._plain and step.hint:
            about = step.hint
        self._about = about
        self._ids = [planned.id for planned in state.plan.steps()]
        self.tick(state, now_ms, now)

    def tick(self, state: Workshop, now_ms: int, now: datetime) -> None:
        """A second has passed."""
        tr = self.look.tr
        self.clock.set_reading(tr.time(now))
        plan = schedule(state, now_ms)
        running = state.run.phase == "running"
        self.late.setVisible(running)
        if running:
            told = words.lateness(plan, tr, short=self._shape is not None and self._shape.narrow)
            if (told[0], told[1]) != (self.late.text(), self.late.property("kind")):
                self.late.setProperty("kind", told[1])
                self.late.set_tag(*told)
                self.late.setToolTip(tip(words.lateness_told(plan, tr)))
                self.late.setAccessibleDescription(words.lateness_told(plan, tr))
        self._suggest(plan if running else None)
        self._rug, self._plan = live_rug(plan, self._minutes_now(state, plan, now_ms)), plan
        strip = self.slim_strip if self._plain else self.strip
        strip.set_steps(self._rug.steps, times=self._rug.times)
        strip.set_now(self._rug.now)
        self._show_lines()  # at last: it may resize the head at once
        self._show_ticks(plan)
        self._fit_row()

    def _fit_row(self) -> None:
        """The title is whole as long as anything beside it can be said in fewer words."""
        place, short_place = self._place
        now = (self.width(), self._shape, self.look.text_scale, self.title.text(), place, self._gain, *self._shown_beside())
        if now == self._fitted:
            return
        self._fitted = now
        tr, margins = self.look.tr, self._column.contentsMargins()

        def whole() -> None:
            self._set_place(place)
            self.late.set_brief(False)
            self.catch_up.set_key("Ctrl L")
            self.catch_up.set_words(self._gain[0])
            self.times.set_words(tr("Muuta aikoja"))
            self.times.set_hint("")

        def bare_times() -> None:
            self.times.set_words("")
            self.times.set_hint(tr("Muuta aikoja"))

        row = [item.widget() for n in range(self._row.count()) if (item := self._row.itemAt(n)) is not None]
        beside = [widget for widget in row if isinstance(widget, QWidget) and widget is not self.about]
        steps = (
            lambda: self.catch_up.set_key(""),
            lambda: self.late.set_brief(True),
            lambda: self.catch_up.set_words(self._gain[1]),
            bare_times,
            lambda: self._set_place(short_place),
        )
        room = self.width() - margins.left() - margins.right()
        give_way(room, self._row.spacing(), beside, whole, steps)

    def _shown_beside(self) -> tuple[object, ...]:
        """What takes room beside the title now."""
        parts = (self.place, self.rehearsal, self.late, self.catch_up, self.silent)
        return (self.late.text(), self.clock.sizeHint().width(), *(part.isHidden() for part in parts))

    def _set_place(self, words: str) -> None:
        self.place.setText(words)
        self.place.setAccessibleName(self._place[0])
        self.place.refresh()
        self.place.setMinimumWidth(self.place.sizeHint().width())
        self.place.setToolTip(tip(self._place[0]) if words != self._place[0] else "")

    def _suggest(self, plan: Schedule | None) -> None:
        """Beside the lateness: what could give, and one button that does it."""
        tr = self.look.tr
        gives = self._what_gives(plan) if plan is not None else []
        self.catch_up.setVisible(bool(gives))
        if not gives:
            self.about.set_choices([self._about])
            return
        steps = words.shorter_words(gives, tr)
        told = tr("Ehdotus: {steps}", steps=steps)
        count = tr.n("{n} vaihe lyhyemmäksi", "{n} vaihetta lyhyemmäksi", len(gives))
        self.about.set_choices([told, steps, count, ""])
        gain = sum(each.gain for each in gives)
        told_gain = tr("Ota {n} min kiinni", n=gain)
        self._gain = told_gain, tr("−{n} min", n=gain)
        self.catch_up.setAccessibleName(told_gain)
        self.catch_up.set_hint(tr("{told}. Kiinteät ja kelloon sidotut vaiheet pysyvät.", told=told))
        self.catch_up.setAccessibleDescription(told)

    def _what_gives(self, plan: Schedule) -> list[Shorter]:
        """Reckoned anew only when a minute or the plan has changed."""
        slots = ((slot.step.id, slot.state, round(slot.end - slot.start), round(slot.start)) for slot in plan.slots)
        key = (round(plan.late), tuple(slots))
        if self._gives[0] != key:
            self._gives = (key, what_gives(plan))
        return self._gives[1]

    def _minutes_now(self, state: Workshop, plan: Schedule, now_ms: int) -> float:
        """Now on the schedule's own scale, which runs on by the steady clock from the first start."""
        if not state.run.visits:
            return -1.0
        first = state.run.visits[0]
        begun = datetime.fromisoformat(first.start_at)
        return begun.hour * 60 + begun.minute + begun.second / 60 + (now_ms - first.start_ms) / 60_000

    def _show_ticks(self, plan: Schedule) -> None:
        rug, tr = self._rug, self.look.tr
        if rug is None or not rug.steps or self.ticks.isHidden():
            self.ticks.set_ticks([])
            return
        layout = (self.slim_strip if self._plain else self.strip).layout_now()
        begin, end = words.clock_words(plan.slots[0].start, tr), words.clock_words(plan.end, tr)
        ticks = [
            Tick(layout.x_of(0), begin, 90, align=-1),
            Tick(layout.x_of(sum(minutes for minutes, _, _ in rug.steps)), end, 95, align=1),
        ]
        if layout.now_x is not None:
            ticks.append(Tick(layout.now_x, tr("nyt"), 100, strong=True))
        for slot, start, (minutes, mode, title) in zip(plan.slots[1:], rug.starts[1:], rug.steps[1:], strict=True):
            if minutes and slot.state != "now":
                weight = minutes + (30 if slot.state == "next" else 0) + (20 if mode == "tauko" else 0)
                told = tr("{time} {step}", time=words.clock_words(slot.start, tr), step=title.lower())
                ticks.append(Tick(layout.x_of(start), told, weight))
        self.ticks.set_ticks(ticks)

    def _chosen(self, index: int) -> None:
        if 0 <= index < len(self._ids):
            self.step_chosen.emit(self._ids[index])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._plan is not None:
            self._show_ticks(self._plan)
            self._fit_row()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme["surface"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["line"])
