"""What a tool is handed to make the slide of its step: the folded workshop, the moment, and what stands around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from fasilitaattori.kit.slides.around import Around, TimeLeft, time_left
from fasilitaattori.kit.slides.speaking import Who
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

Fresh = Callable[[str, Sequence[tuple[str, int]], int], frozenset[str]]
"""(step, [(id, when it came)], now) -> ids that came up a moment ago; steady milliseconds."""


@dataclass(frozen=True)
class Stage:
    """One moment of a step. `now_ms` steady milliseconds. `fresh` tells what is so new that it is marked."""

    state: Workshop
    step: Step
    now_ms: int
    around: Around
    fresh: Fresh

    @property
    def mine(self) -> Any:
        """The tool's folded state of this step."""
        return self.state.tool(self.step)

    @property
    def settings(self) -> Any:
        """The step's settings as its tool's struct."""
        return self.state.settings(self.step)

    @property
    def time(self) -> TimeLeft | None:
        """The step's timer as the room sees it."""
        return time_left(self.state.run.timer(self.step, self.now_ms))

    @property
    def title(self) -> str:
        """The step's own title, or the workshop's when the step has none."""
        return self.step.title.strip() or self.state.info.title.strip()

    @property
    def address(self) -> str:
        """What phones open, "" when no phones are in use."""
        return self.around.address

    def who(self, number: int) -> Who:
        """A participant as the slides name them."""
        return Who(number, self.state.people.shown_name(number))

    def phones(self) -> int:
        """How many take part by phone and are still here; 0 when phones are not in use."""
        return sum(1 for person in self.state.people.present() if person.by_phone) if self.address else 0
