"""The three columns of a running step: what happens now, the step's own console (with the speaker queue), and the record
with the picture of what the room sees."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.live.columns import Columns
from fasilitaattori.desktop.live.cues import marks_for
from fasilitaattori.desktop.live.floor_panel import FloorPanel
from fasilitaattori.desktop.live.now_panel import LiveNowPanel, TimerButton
from fasilitaattori.desktop.live.record_panel import RecordPanel
from fasilitaattori.desktop.live.room_panel import RoomPanel
from fasilitaattori.desktop.live.shape import NOW, RECORD, ROOM, STEP, Shape, shape_of
from fasilitaattori.desktop.parts import holder
from fasilitaattori.desktop.tool_panels import CONSOLES
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.console import ALL, Asking, Console
from fasilitaattori.kit.guarded import guarded

FLOOR_HEIGHT = 330  # what the whole speaker queue needs, in pixels


class Workspace(QWidget):
    """`told(words, undoable)` comes from any part of it. Whoever makes it also takes the steps of `build`."""

    told = Signal(str, bool)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench, self.look = workbench, workbench.look
        self.console: Console | None = None
        self._step_key: tuple[str, str] | None = None
        self._shape: Shape | None = None
        self._half_said: dict[str, str] = {}  # in the steps that were left
        self.session = workbench.open_session
        self.columns = Columns(self.look, self)

    def build(self) -> Iterator[None]:
        """Makes the panels; stops where events may be handled."""
        self.columns.installEventFilter(self)
        self.now = LiveNowPanel(self.look)
        yield
        self.floor = FloorPanel(self.look, self.session)
        yield
        self.record = RecordPanel(self.look, self.session)
        yield
        self.room = RoomPanel(self.workbench)
        self._make_slim_buttons()
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(14)
        self._middle.addWidget(self.floor, 1)
        yield
        for panel in (self.now, self.floor, self.record, self.room):
            self.look.dress(panel)
            yield
        self.columns.fill(self.now, holder(self._middle), self.record, self.room)
        self.floor.told.connect(self.told)
        self.record.told.connect(self.told)
        self.record.left.connect(self.columns.turn_back)
        self.columns.turned.connect(self.room.redraw)

    def _make_slim_buttons(self) -> None:
        """Beside a wide console the right column is away, so its two most needed acts are here."""
        tr = self.look.tr
        self.slim_record = TimerButton(self.look, "", size="bar", icon="note-pencil", key="F2")
        self.slim_record.setAccessibleName(tr("Kirjaa muistioon"))
        self.slim_record.set_hint(tr("Kirjaa muistioon"))
        self.slim_dark = TimerButton(self.look, tr("Pimennä"), size="bar", key="F8")
        self.slim_dark.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slim_record.clicked.connect(self._toggle_record)
        self.slim_dark.clicked.connect(self.room.toggle_dark)
        for button in (self.slim_record, self.slim_dark):
            self.now.low_slot.addWidget(button)

    # --- room ---

    def minimumSizeHint(self) -> QSize:
        """The least height the panels can do with; the page scrolls under it. No layout of its own, for one would ask for
        the height the panels would like to have."""
        return QSize(0, self.columns.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.columns.setGeometry(self.rect())
        if not self.session.closed:  # the page may be laid out once more while it is taken down
            self._mend_middle()

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    # --- the step's console ---

    def refresh_parts(self, touched: AbstractSet[str]) -> None:
        """Shows what changed; a new step gets a new console."""
        state = self.session.state
        step = state.current
        if step is None:
            return
        key = (step.id, step.tool)
        if key != self._step_key:
            for _ in self.make_console():
                pass
            touched = ALL
        elif self.console is not None and self.console.concerns(touched):
            self.console.refresh(touched)
        self.now.refresh_step(state, self.workbench.services.clock.ms())
        self.floor.refresh_parts(touched)
        self.record.refresh_parts(touched)
        self.room.refresh_parts(touched)
        self.slim_dark.set_words(self.room.dark_button.text())
        self._mend_middle()

    def make_console(self) -> Iterator[None]:
        """Makes the console of the step that is on, if there is one; stops where events may be handled."""
        step = self.session.state.current
        if step is None:
            return
        self._step_key = step.id, step.tool
        before, self.console = self.console, None
        if before is not None:
            self._half_said[before.step_id] = before.half_said()
            self.now.put(None)
            self._middle.removeWidget(before)
            before.hide()
            before.deleteLater()
        console = CONSOLES[step.tool](self.look, self.session, step, self)
        console.hide()
        self.look.dress(console)
        self.now.put(console.room_part())
        yield
        yield from console.begin()
        console.say_on(self._half_said.pop(step.id, ""))
        yield
        console.work_in(self.workbench.services.background)
        console.told.connect(self.told)
        console.asked.connect(self._ask)
        console.parts_changed.connect(self._mend_middle)
        console.undo_requested.connect(self.workbench.undo)
        console.papers_requested.connect(partial(self.workbench.enter_papers, "ohjaa", step.id))
        console.set_low(self._shape is not None and self._shape.low)
        self._middle.insertWidget(0, console)
        self.console = console
        self._mend_shape()
        self.columns.turn_to(STEP)

    @Slot()
    def _mend_middle(self) -> None:
        """What of the middle is shown: the console, the speaker queue, or both."""
        console = self.console
        if console is None:
            return
        fills, wants = console.fills_middle(), console.wants_floor()
        console.setVisible(fills)
        self.floor.setVisible(wants or not fills)
        self._middle.setStretchFactor(console, 0 if wants else 1)
        crowded = console.sizeHint().height() + FLOOR_HEIGHT > self.columns.height()
        self.floor.set_compact(fills and wants and crowded)
        self.floor.set_turn_seconds(console.turn_seconds())
        self.room.set_phone_words(console.phone_words())

    def is_wide(self) -> bool:
        """Does the console take the whole width?"""
        return self.console is not None and self.console.WIDE

    def turn_seconds(self) -> int:
        """How long a turn to speak is now."""
        return self.console.turn_seconds() if self.console is not None else 0

    def tick(self, now_ms: int) -> None:
        """A second has passed."""
        self.now.marks = marks_for(self.session.state.run, self.workbench.services.settings.time_marks)
        self.now.tick(self.session.state, now_ms)
        if self.console is not None:
            self.console.tick(now_ms)
        if self.floor.isVisible():
            self.floor.tick(now_ms)

    # --- shape ---

    def set_room(self, width: int, height: int) -> None:
        """The room for the page changed, in pixels."""
        shape = shape_of(width, height, self.look.text_scale)
        if shape != self._shape:
            self._shape = shape
            self._middle.setSpacing(12 if shape.low else 14)
            self.floor.set_low(shape.low)
            self.record.set_low(shape.low)
            if self.console is not None:
                self.console.set_low(shape.low)
            self._mend_shape()

    def _mend_shape(self) -> None:
        slim, shape = self.is_wide(), self._shape
        if shape is None:
            return
        self.now.set_shape(slim, shape.low, shape.narrow, shape.tall, shape.columns < 3)
        self.columns.set_shape(shape, slim)
        for button in (self.slim_dark, self.slim_record):
            button.setVisible(slim and not shape.roomy)
        self.room.set_compact(shape.low, shape.narrow or slim)
        self.now.refresh_step(self.session.state, self.workbench.services.clock.ms())

    # --- acting ---

    def open_record(self, kind: str) -> None:
        """F2, F3, F4: to the field from anywhere."""
        if self.isVisible():
            self.columns.turn_to(RECORD)
            self.record.open_field(kind)

    @Slot()
    def _toggle_record(self) -> None:
        if self.record.isVisible():
            self.record.go_back()
        else:
            self.open_record(self.record.kind)

    def next_speaker(self) -> None:
        """F6: whoever comes next, in the speaker queue or in what the console has."""
        if self.isVisible() and self.console is not None:
            if self.console.wants_floor():
                self.floor.next_speaker()
            else:
                self.console.next_one()

    def add_by_hand(self) -> None:
        """F7: the console's own field, else the speaker queue's."""
        if not self.isVisible() or self.console is None:
            return
        self.columns.turn_to(STEP)
        if not self.console.add_by_hand() and self.floor.isVisible():
            self.floor.focus_name()

    def type_digit(self, digit: str) -> bool:
        """A digit while no field has the focus: where hands are counted, the count begins."""
        return self.console is not None and self.console.isVisible() and self.console.type_digit(digit)

    def focus_panel(self, number: int) -> None:
        """Ctrl+1…4: to the first thing of a panel that takes the focus."""
        if not self.isVisible():
            return
        if number == 3:
            self.open_record(self.record.kind)
            return
        self.columns.turn_to({1: NOW, 2: STEP, 4: ROOM}[number])
        middle: QWidget = self.floor if self.floor.isVisible() or self.console is None else self.console
        first_focus({1: self.now, 2: middle, 4: self.room}[number])

    @Slot(object)
    def _ask(self, asking: Asking) -> None:
        safe = asking.safe or self.look.tr("Peruuta")
        self.workbench.ask(asking.words, asking.text, asking.verb, asking.on_yes, safe=safe, danger=asking.danger)


def first_focus(panel: QWidget) -> QWidget | None:
    """Gives the focus to the first widget in the panel's tab order that takes it; gives which, None when there is none."""
    widget: QWidget | None = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if panel.isAncestorOf(widget) and takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return widget
        widget = widget.nextInFocusChain()
    return None
