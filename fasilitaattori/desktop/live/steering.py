"""How the evening is steered from the desk: opening the room, starting, moving on, the clock, and the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.paperentry import words as paper_words
from fasilitaattori.desktop.paperentry.tools import to_be_counted
from fasilitaattori.desktop.workbench import Offer, Workbench
from fasilitaattori.log.jobs import Saved
from fasilitaattori.workshop import running, steering
from fasilitaattori.workshop.catching_up import WORTH, shorten, what_gives
from fasilitaattori.workshop.papersheet import BALLOT
from fasilitaattori.workshop.schedule import schedule
from fasilitaattori.workshop.steering import seen


class Steering(QObject):
    """The acts; each is one command through the door."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.session = workbench.open_session

    def phase_ms(self) -> int:
        """What the seconds are counted from: the time used of the step that is on, else the wall clock."""
        state, clock = self.session.state, self.workbench.services.clock
        step, now = state.current, clock.ms()
        if step is not None and state.run.paused_since is None:
            return state.run.used_ms(step.id, now)
        return now

    # --- before ---

    @Slot()
    def open_room(self) -> None:
        """Start the phones' server, then say in the log that the room is open."""
        self._on_its_day(lambda: self.workbench.open_room(lambda: self.workbench.do(running.open_room())))

    @Slot()
    def start(self) -> None:
        """The first step; the screen shows it whatever it showed before."""
        self._on_its_day(lambda: self.workbench.do(steering.start()))

    def _on_its_day(self, act: Callable[[], object]) -> None:
        """What begins the evening; asks first when this is not its day."""
        state = self.session.state
        self.workbench.right_day.then(state.id, state.info.date, act)

    # --- on the way ---

    @Slot()
    def next_step(self) -> None:
        """On to the next step; after the last one the end is asked for. A phone may steer at the same moment."""
        if self.session.state.following is None:
            self.ask_end()
        else:
            act = seen(self.session.state.run.current, steering.next_step())
            self._leave(lambda: self.workbench.do(act, self._moved))

    @Slot()
    def previous_step(self) -> None:
        """Back to the step before."""
        if self.session.state.run.phase == "running":
            act = seen(self.session.state.run.current, steering.previous_step())
            self._leave(lambda: self.workbench.do(act, self._moved))

    @Slot(str)
    def go_to(self, step_id: str) -> None:
        """Straight to a step."""
        if self.session.state.run.phase == "running":
            self._leave(lambda: self.workbench.do(steering.go_to(step_id), self._moved))

    def _leave(self, act: Callable[[], object]) -> None:
        """What leaves the step; asks first when papers were typed in that are then counted for good."""
        tr, state = self.workbench.tr, self.session.state
        noun, papers = to_be_counted(state, state.current)
        if not papers:
            act()
            return
        vote = noun == BALLOT
        question = tr("Suljetaanko äänestys?") if vote else tr("Suljetaanko kysely?")
        verb = tr("Sulje ja laske") if vote else tr("Sulje kysely")
        told = paper_words.counting(paper_words.typed_in(noun, papers, tr), few=False, tr=tr)
        self.workbench.ask(question, told, verb, act, safe=tr("Pidä auki"))

    def _moved(self, saved: Saved) -> None:
        tr, step = self.workbench.tr, self.session.state.current
        if saved.ids and step is not None:
            self.workbench.toast_undo(tr("Siirryttiin: {step}", step=step.title))

    # --- the clock ---

    @Slot()
    def toggle_pause(self) -> None:
        """Stop the clock or let it go on."""
        run = self.session.state.run
        if run.phase == "running":
            self.workbench.do(running.pause() if run.paused_since is None else running.resume())

    @Slot(int)
    def adjust(self, seconds: int) -> None:
        """More time for the step, or less."""
        if self.session.state.run.phase == "running":
            self.workbench.do(running.adjust(seconds))

    @Slot()
    def minute_more(self) -> None:
        """A minute more."""
        self.adjust(60)

    @Slot()
    def minute_less(self) -> None:
        """A minute less."""
        self.adjust(-60)

    @Slot()
    def catch_up(self) -> None:
        """Shorten the coming steps as suggested, so that the evening ends as planned."""
        tr, state = self.workbench.tr, self.session.state
        if state.run.phase != "running":
            return
        plan = schedule(state, self.workbench.services.clock.ms())
        found = what_gives(plan)
        if found:
            told = tr("Lyhennettiin: {steps}", steps=words.shorter_words(found, tr))
            self.workbench.do(shorten(found), lambda _: self.workbench.toast_undo(told))
        elif round(plan.late) < WORTH:
            self.workbench.toast(tr("Ette ole jäljessä, joten mitään ei tarvitse lyhentää."))
        else:
            self.workbench.toast(tr("Tulevia vaiheita ei voi enää lyhentää. Ilta loppuu myöhemmin."), "warning")

    # --- the end ---

    @Slot()
    def ask_end(self) -> None:
        """Asks before the evening is ended."""
        tr, state = self.workbench.tr, self.session.state
        steps = state.plan.steps()
        left = len(steps) - 1 - state.plan.index(state.run.current)
        rest = tr("Puhelimille tulee kiitos, ja muistion luonnos avautuu.")
        told = tr.n("Jäljellä on {n} vaihe.", "Jäljellä on {n} vaihetta.", left) + " " + rest if left else rest
        noun, papers = to_be_counted(state, state.current)
        if papers:
            told += " " + paper_words.counting(paper_words.typed_in(noun, papers, tr), few=False, tr=tr)
        verb, safe = tr("Lopeta ja kokoa"), tr("Jatka iltaa")
        self.workbench.ask(tr("Lopetetaanko ilta?"), told, verb, self._end, safe=safe)

    def _end(self) -> None:
        self.workbench.do(running.end(), lambda _: self._ended())

    def _ended(self) -> None:
        tr = self.workbench.tr
        self.workbench.go("kokoa")
        self.workbench.toast(tr("Ilta päättyi"), "done", Offer(tr("Jatka iltaa"), self.go_on))

    @Slot()
    def go_on(self) -> None:
        """Ended too early: the last step goes on."""
        self._on_its_day(lambda: self.workbench.do(running.start(), lambda _: self.workbench.go("ohjaa")))
