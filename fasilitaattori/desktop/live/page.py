"""Ohjaa: the page from which the evening is run. It puts the parts in their places and connects them; what each part does
is its own."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from fasilitaattori.desktop.acts import Act, make_shortcuts
from fasilitaattori.desktop.live.after_panel import AfterPanel
from fasilitaattori.desktop.live.before_panel import BeforePanel
from fasilitaattori.desktop.live.bell import Bell
from fasilitaattori.desktop.live.head import Head
from fasilitaattori.desktop.live.keys import live_acts, other_keys
from fasilitaattori.desktop.live.marks import TimeMarks
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.second import Second
from fasilitaattori.desktop.live.shape import shape_of
from fasilitaattori.desktop.live.shares_dialog import SharesDialog
from fasilitaattori.desktop.live.steering import Steering
from fasilitaattori.desktop.live.times_menu import times_menu
from fasilitaattori.desktop.live.workspace import Workspace
from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.parts import Scrolled
from fasilitaattori.kit.afterpainting import AfterPainting
from fasilitaattori.kit.console import ALL
from fasilitaattori.workshop.state import Workshop

BEFORE, RUNNING, AFTER = range(3)
DIGITS = tuple("0123456789")
HEARD = {"info", "plan", "run", "floor"}  # of these the cues sound whatever page one is on; the rest waits until it is seen


class LivePage(Page):
    """Before the start the room is opened here; then the steps are run; after the end the way leads to the minutes."""

    def dress(self) -> None:
        """Each of its panels is dressed by itself."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        self.session = workbench.open_session  # kept, for a page lives a moment longer than its workshop is open
        self.steering = Steering(workbench, self)
        self.bell = Bell(workbench, self)
        self.marks = TimeMarks(workbench, self)
        self.second = Second(self.steering.phase_ms, self)
        self._after_painting = AfterPainting(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("paints_focus", True)  # the page as a whole shows no ring
        self.head = Head(self.look)
        self.look.dress(self.head)
        yield
        self.work = Workspace(workbench)
        self.after = AfterPanel(workbench)
        self._stack = QStackedWidget()
        self._views = {RUNNING: Scrolled(self.work), AFTER: Scrolled(self.after)}
        self.look.dress(self._views[RUNNING].verticalScrollBar())
        self.look.dress(self._views[AFTER])
        self._before: BeforePanel | None = None
        self._place = -1  # nowhere yet
        for view in self._views.values():
            self._stack.addWidget(view)
        self._body = QHBoxLayout()
        self._body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._body, 1)
        yield
        yield from self.work.build()
        yield
        self._fit()
        yield
        yield from self.work.make_console()
        yield
        if _place_of(self.session.state) == BEFORE:
            yield from self._make_before()
        self._changed(ALL)
        yield
        self._connect()
        make_shortcuts(self, live_acts(self))
        self.session.changed.connect(self._changed)
        self.look.changed.connect(self._fit)

    def _connect(self) -> None:
        """Every wire between the parts of the page."""
        work, steer = self.work, self.steering
        self.head.times_requested.connect(self._open_times)
        self.head.catch_up_requested.connect(steer.catch_up)
        self.head.silent.clicked.connect(self.marks.toggle_sound)
        self.marks.changed.connect(self._show_silence)
        self.head.step_chosen.connect(steer.go_to)
        work.now.pause_toggled.connect(steer.toggle_pause)
        work.now.adjusted.connect(steer.adjust)
        work.now.next_requested.connect(steer.next_step)
        work.room.people_requested.connect(self._open_people)
        work.floor.shares_requested.connect(self._open_shares)
        work.told.connect(self._tell)
        self.after.collect_requested.connect(self._collect)
        self.after.go_on_requested.connect(steer.go_on)
        self.second.ticked.connect(self._tick)
        self.workbench.ticked.connect(work.room.show_phones)
        self.workbench.room_changed.connect(self._room_changed)
        self.workbench.rehearsal_changed.connect(self._show_rehearsal)
        self.workbench.closing.connect(self._keep_drafts)
        self.workbench.closed.connect(self.second.stop)
        self.workbench.screen.changed.connect(work.room.redraw)

    @property
    def before(self) -> BeforePanel:
        """Made when it is first wanted: an evening that is on seldom goes back there."""
        if self._before is None:
            for _ in self._make_before():
                pass
        assert self._before is not None
        return self._before

    def _make_before(self) -> Iterator[None]:
        made = self._before = BeforePanel(self.workbench)
        yield
        view = self._views[BEFORE] = Scrolled(made, self)
        self.look.dress(view)
        yield
        self._stack.addWidget(view)
        made.open_requested.connect(self.steering.open_room)
        made.start_requested.connect(self.steering.start)
        made.people_requested.connect(self._open_people)
        self.workbench.screen.changed.connect(made.refresh_room)
        yield

    def desk_acts(self) -> list[Act]:
        return live_acts(self)

    def half_typed(self) -> dict[str, str]:
        typed = super().half_typed() | self.work.record.half_written() | self.work.floor.half_asked()
        return {name: words for name, words in typed.items() if words}

    def type_again(self, kept: dict[str, str]) -> None:
        super().type_again(kept)
        self.work.record.write_again(kept)
        self.work.floor.ask_again(kept)

    def retire(self) -> None:
        self.second.stop()

    def is_running(self) -> bool:
        """Is a step on, and its panels in view?"""
        return self._place == RUNNING

    def go_to_step(self, step_id: str) -> None:
        self.steering.go_to(step_id)

    def take_person(self, number: int) -> bool:
        """Into the speaker queue when there is one."""
        return self.is_running() and self.work.floor.isVisible() and self.work.floor.take(number)

    # --- what the window tells ---

    def shown(self) -> None:
        """In view: an evening that is on gets its room back, and the seconds run."""
        self.second.start()
        self._changed(ALL)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_phones_in()

    def _let_phones_in(self) -> None:
        """An evening that is on has a room, also after the program was closed in the middle of it. Its server begins when the
        page has been painted, on whatever page one is then."""
        if self._lacks_room():
            self._after_painting.do(self._open_room)

    def _lacks_room(self) -> bool:
        on = self.workbench.session is self.session and self.session.state.run.phase in ("open", "running")
        return on and self.workbench.room is None

    def _open_room(self) -> None:
        if self._lacks_room():
            self.workbench.open_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        for layout in (self.head.layout(), self.work.columns.layout(), self.layout()):
            if layout is not None:
                layout.activate()  # before anything is painted: nearly all of it would be painted twice

    @Slot()
    def _fit(self) -> None:
        shape = shape_of(self.width(), self.height(), self.look.text_scale)
        side, edge = (20, 10 if shape.low else 14) if shape.columns > 1 else (12, 8)
        self._body.setContentsMargins(side, edge, side, edge)
        self.head.set_shape(shape)
        self.work.set_room(self.width(), self.height())
        self.head.refresh(self.session.state, self.services.clock.ms(), self.services.clock.now())

    def keys(self) -> list[Keys]:
        """For F1."""
        return other_keys(self.look.tr)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B and . darken the screen when no field has the focus, as presenter remotes send them."""
        if event.text() in ("b", "B", ".") and self.is_running():
            self.work.room.toggle_dark()
        elif event.text() in DIGITS and self.is_running() and self.work.type_digit(event.text()):
            event.accept()
        else:
            super().keyPressEvent(event)

    # --- showing ---

    @Slot(object)
    def _changed(self, touched: object) -> None:
        if self.workbench.session is not self.session:
            return  # the last words of a workshop that is being closed
        parts: AbstractSet[str] = touched if isinstance(touched, (set, frozenset)) else ALL
        if not self.on_show and not parts & HEARD:
            return
        state, clock = self.session.state, self.services.clock
        place = _place_of(state)
        arrived = place != self._place
        held, console = self._holds_focus(), self.work.console
        focus: QWidget | None = self.window().focusWidget()
        if place == RUNNING:
            self.work.refresh_parts(ALL if arrived else parts)
        elif place == BEFORE:
            self.before.refresh_parts(ALL if arrived else parts)
        else:
            self.after.refresh()
        self._place = place
        self._stack.setCurrentWidget(self._views[place])
        self.head.set_plain(place == RUNNING and self.work.is_wide())
        self.head.times.setVisible(place == RUNNING)
        if parts & {"plan", "run", "info"} or arrived:
            self.head.refresh(state, clock.ms(), clock.now())
            self.bell.reset()
            self.second.start()
        self._show_rehearsal()
        self._show_silence()
        if arrived and place == RUNNING and self.isVisible():
            self._let_phones_in()
        over = console is not self.work.console and focus is not None and not focus.isVisibleTo(self)
        if held and (arrived or over or not self._holds_focus()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # what had it is gone; Qt would give it to whatever comes next

    def _holds_focus(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    @Slot()
    def _tick(self) -> None:
        """The cues sound on whatever page one is; the rest is shown when it can be seen."""
        if self.workbench.session is not self.session:
            return
        clock = self.services.clock
        now_ms = clock.ms()
        self.bell.tick(now_ms, self.work.turn_seconds())
        if not self.isVisible():
            return
        self.head.tick(self.session.state, now_ms, clock.now())
        if self.is_running():
            self.work.tick(now_ms)
        elif self._place == BEFORE:
            self.before.refresh_room()

    @Slot()
    def _room_changed(self) -> None:
        if self._place == BEFORE:
            self.before.refresh_room()
        self.work.room.show_phones()

    @Slot()
    def _show_silence(self) -> None:
        self.head.silent.setVisible(self.marks.muted)

    @Slot()
    def _show_rehearsal(self) -> None:
        self.head.set_rehearsal(self.workbench.rehearsing)

    # --- acting ---

    @Slot()
    def press_next(self) -> None:
        """Page Down: the big button, which asks first while there is time left."""
        if self.is_running():
            focus = self.window().focusWidget()
            if isinstance(focus, QLineEdit):
                focus.editingFinished.emit()  # what is being written counts, though the field was not left
            self.work.now.next_button.press()

    @Slot()
    def _open_times(self) -> None:
        steer = self.steering
        now_ms = self.services.clock.ms()
        menu = times_menu(
            self.look, self.session.state, now_ms, steer.adjust, steer.go_to, steer.ask_end, self.marks, self.head
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.head.times
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def _open_people(self) -> None:
        PeopleDialog(self.workbench, self.window()).open()

    @Slot()
    def _open_shares(self) -> None:
        SharesDialog(self.look, self.session.state, self.services.clock.ms(), self.window()).open()

    @Slot()
    def _collect(self) -> None:
        self.workbench.go("kokoa")

    @Slot(str, bool)
    def _tell(self, words: str, undoable: bool) -> None:
        if undoable:
            self.workbench.toast_undo(words)
        else:
            self.workbench.toast(words)

    @Slot()
    def _keep_drafts(self) -> None:
        self.work.record.keep_draft(self.services.door)


def _place_of(state: Workshop) -> int:
    return {"running": RUNNING, "ended": AFTER}.get(state.run.phase, BEFORE)
