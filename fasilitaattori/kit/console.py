"""What the facilitator's panel of a tool is: the seam between the live desk and the tools' consoles.

The desk knows nothing of what a tool does; it gives each console its place, tells it what changed and when a second has passed,
and asks it a few plain questions (what do phones do now, is the speaker queue wanted here, what does F7 do).
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fasilitaattori.kit.background import Background
from fasilitaattori.kit.bridge import OnRefused, OnSaved, Session
from fasilitaattori.kit.look import Look
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.state import Workshop

DEFAULT_TURN_SECONDS = 120


class Console(QWidget):
    """The panel of one step, shown while the step is on.

    `told(words, can_be_undone)` is a notice the desk shows; `asked(Asking)` a question put before something final;
    `parts_changed` when what the desk asks below has changed; `undo_requested` by a Kumoa of the console's own;
    `papers_requested` to type in what came on paper for this step.
    Subclasses build themselves in `__init__` and end it with `self.refresh(ALL)`, or leave what takes long to `begin`.
    """

    told = Signal(str, bool)
    asked = Signal(object)
    parts_changed = Signal()
    undo_requested = Signal()
    papers_requested = Signal()
    WIDE: ClassVar[bool] = False
    """True: it takes the whole width beside the now panel; recording opens over its end when asked for."""

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.session, self.step_id, self._first = look, session, step.id, step
        self._tool = step.tool

    # --- the workshop ---

    @property
    def state(self) -> Workshop:
        """The folded workshop. Never keep it: ask anew after every change."""
        return self.session.state

    @property
    def step(self) -> Step:
        """The step as planned now; as it was when it has just been taken out of the plan or been given another tool."""
        step = self.state.plan.get(self.step_id)
        return step if step is not None and step.tool == self._tool else self._first

    @property
    def settings(self) -> Any:
        """The step's settings as its tool's struct."""
        return self.state.settings(self.step)

    @property
    def mine(self) -> Any:
        """The tool's folded state of this step."""
        return self.state.tool(self.step)

    @property
    def now_ms(self) -> int:
        """Steady milliseconds."""
        return self.session.clock.ms()

    def phones(self) -> frozenset[int]:
        """Numbers of those who are in by phone: of them one counts how many have answered."""
        return frozenset(person.number for person in self.state.people.present() if person.by_phone)

    def do(self, command: Command, on_saved: OnSaved | None = None, on_refused: OnRefused | None = None) -> None:
        """Ask for a change; without `on_refused`, and once the console is gone, a refusal is told by the desk."""
        self.session.do(command, on_saved, on_refused, self)

    # --- what the desk tells ---

    def begin(self) -> Iterator[None]:
        """Makes and shows what `__init__` has not, and stops where events may be handled. Taken to its end before anything else
        is told."""
        yield from ()

    def work_in(self, background: Background) -> None:
        """The pool for what takes long; told once, before anything is shown."""

    def concerns(self, touched: AbstractSet[str]) -> bool:
        """Should `refresh` be called for these parts?"""
        return bool(touched & {f"step:{self.step_id}", "plan", "run", "turnout", "people"})

    def refresh(self, touched: AbstractSet[str]) -> None:
        """Something changed: show it, and only it."""

    def tick(self, now_ms: int) -> None:
        """A second has passed."""

    def set_low(self, low: bool) -> None:
        """The window became low (under 720 pixels) or tall again."""

    # --- what the desk asks ---

    def room_part(self) -> QWidget | None:
        """What stands in the now panel between the timer and the next step: the prompt, the card, the settings of the wall."""
        return None

    def fills_middle(self) -> bool:
        """Is there anything to show in the middle? Otherwise the speaker queue has it alone."""
        return True

    def wants_floor(self) -> bool:
        """Does the speaker queue belong to this step now?"""
        return False

    def turn_seconds(self) -> int:
        """How long a turn to speak is."""
        return DEFAULT_TURN_SECONDS

    def add_by_hand(self) -> bool:
        """F7: to the field for somebody without a phone. False when the tool has none (then it is the speaker queue's)."""
        return False

    def type_digit(self, digit: str) -> bool:
        """A digit was pressed while no field had the focus. False when it means nothing here."""
        return False

    def next_one(self) -> None:
        """F6 while the speaker queue is not shown: the next of whatever goes round here."""

    def half_said(self) -> str:
        """What is half typed; whoever comes back to the step finds it again."""
        return ""

    def say_on(self, text: str) -> None:
        """Take what `half_said` gave when the step was last left."""

    def phone_words(self) -> str:
        """What phones may do now, e.g. "kirjoita idea"; "" = they follow only."""
        return ""


class Asking:
    """A question before something final: `verb` does it (`on_yes`), `safe` does nothing."""

    def __init__(self, words: str, text: str, verb: str, on_yes: Any, *, danger: bool = False, safe: str = "") -> None:
        self.words, self.text, self.verb, self.on_yes, self.danger, self.safe = words, text, verb, on_yes, danger, safe


ALL = frozenset({"info", "plan", "run", "people", "floor", "record", "screen", "closing", "turnout", "step"})
"""Every part: for the first refresh."""
