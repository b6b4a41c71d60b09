"""Plays the cues of the step's timer and of the speaking time, each once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from fasilitaattori.desktop.live.cues import CLICK, cue_between, marks_for, turn_is_up
from fasilitaattori.desktop.workbench import Workbench


class Bell(QObject):
    """Give it a `tick` a second, and `reset` when the step, its time or the pause changed."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.session = workbench.open_session
        self._left: int | None = None
        self._turn: tuple[str, int] | None = None

    def reset(self) -> None:
        """What was left before tells nothing any more."""
        self._left = None

    def tick(self, now_ms: int, turn_seconds: int) -> list[str]:
        """Plays what is due; gives the cues."""
        played = [cue for cue in (self._step_cue(now_ms), self._turn_cue(now_ms, turn_seconds * 1000)) if cue]
        for cue in played:
            self.workbench.sounds.play(cue)
        return played

    def _step_cue(self, now_ms: int) -> str:
        state = self.session.state
        step = state.current
        if step is None:
            return ""
        timer = state.run.timer(step, now_ms)
        before, self._left = self._left, timer.left_ms
        if before is None or not timer.running:
            return ""
        marks = marks_for(state.run, self.workbench.services.settings.time_marks)
        return cue_between(before, timer.left_ms, timer.planned_ms, marks)

    def _turn_cue(self, now_ms: int, allowed_ms: int) -> str:
        speaking = self.session.state.floor.speaking
        if speaking is None:
            self._turn = None
            return ""
        used = speaking.used_ms(now_ms)
        before, self._turn = self._turn, (speaking.asking.id, used)
        if before is None or before[0] != speaking.asking.id:
            return ""
        return CLICK if turn_is_up(before[1], used, allowed_ms) else ""
