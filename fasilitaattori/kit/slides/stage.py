"""What a tool is handed to make the slide of its step: the folded workshop, the moment, and what stands around."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from fasilitaattori.kit.slides.around import Around, TimeLeft, time_left
from fasilitaattori.kit.slides.speaking import Who
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

Fresh = Callable[[str, Sequence[tuple[str, int]], int, Callable[[str], bool]], frozenset[str]]
"""(step, [(id, when sent)] of what has come up, now, whether an id is still there) -> the ids to be marked as new; steady
milliseconds. What has been told once need not be told again."""

T = TypeVar("T")


class Kept:
    """What slides were made from, step by step, so that the next one is made from what is new. Without it everything is gone
    through again, and the slide is the same."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, type], Any] = {}

    def of(self, step: str, kind: type[T]) -> T:
        """The one of this step, made when there is none yet."""
        found: T | None = self._found.get((step, kind))
        if found is None:
            found = self._found[step, kind] = kind()
        return found

    def forget(self) -> None:
        """Everything is to be gone through again."""
        self._found.clear()


@dataclass(frozen=True)
class Stage:
    """One moment of a step. `now_ms` steady milliseconds. `fresh` tells what is so new that it is marked; it is told what has
    come up since `kept` was last made."""

    state: Workshop
    step: Step
    now_ms: int
    around: Around
    fresh: Fresh
    kept: Kept = field(default_factory=Kept, compare=False)

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
