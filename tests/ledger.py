"""A log in memory for tests of the pure rooms: runs commands as the writer does, without SQL and without a thread."""

import uuid
from collections.abc import Callable
from typing import Any

import msgspec

from fasilitaattori.tools import MODELS
from fasilitaattori.workshop.agenda import StepPlan, add_steps, new_step
from fasilitaattori.workshop.clock import next_stamp
from fasilitaattori.workshop.events import At, Cast, Command, Count, Discard, Erase, Erased, Event, Outcome
from fasilitaattori.workshop.moderation import check_may_send
from fasilitaattori.workshop.naming import written_of
from fasilitaattori.workshop.people import events_about
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import Workshop

START_MS = 1_773_331_200_000  # 12.3.2026 18.00 in Finland


class Ledger:
    """`now` is the steady time in milliseconds; move it with `wait`."""

    def __init__(self, device: str = "a") -> None:
        self.replica = Replica("w", MODELS)
        self.now = START_MS
        self.boxes: dict[str, dict[int, Any]] = {}
        self._device = device
        self._seq = 0
        self._clock = 0

    @property
    def state(self) -> Workshop:
        return self.replica.state

    @property
    def events(self) -> list[Event]:
        return self.replica.events

    def wait(self, seconds: float) -> None:
        self.now += int(seconds * 1000)

    def do(self, command: Command, author: int | None = None) -> list[str]:
        """Run a command; gives the ids of its events."""
        request = str(uuid.uuid4())
        made = []
        for outcome in command(self.state):
            step: str | None = None
            body: Any
            match outcome:
                case Cast(vote=vote, voter=voter, choice=choice):
                    self.boxes.setdefault(vote, {})[voter] = choice
                    continue
                case Discard(vote=vote, voter=voter):
                    self.boxes.get(vote, {}).pop(voter, None)
                    continue
                case Count(step=step, vote=vote, tally=tally):
                    body = tally(list(self.boxes.pop(vote, {}).values()))
                case Erase(person=number, name=name):
                    body = Erased([*events_about(self.events, number), *written_of(self.events, name)])
                case At(step=step, body=body):
                    pass
                case _:
                    body = outcome
            self._clock = next_stamp(self._clock, self.now)
            self._seq += 1
            gone = (self.now - START_MS) // 1000
            at = f"2026-03-12T{18 + gone // 3600:02d}:{gone // 60 % 60:02d}:{gone % 60:02d}.000+02:00"
            made.append(
                Event(str(uuid.uuid4()), request, "w", self._device, self._seq, self._clock, at, body.KIND, step, author, body)
            )
        self.replica.apply(made)
        for vote, box in self.boxes.items():
            self.state.turnout[vote] = sum(voter > 0 for voter in box)
        return [event.id for event in made]

    def send(self, author: int, kind: str, **body: Any) -> list[str]:
        """What a phone sends to the current step. RuleViolation: also muted, removed."""
        step = self.state.current
        assert step is not None
        send = MODELS[step.tool].sends[kind]
        content = msgspec.convert(body, send.body)

        def command(state: Workshop) -> list[Outcome]:
            check_may_send(state, step, kind, author)
            return send.rule(state, step, author, content)

        return self.do(command, author=author)

    def plan(self, *steps: tuple[str, int] | StepPlan) -> list[str]:
        """Put steps into the plan: (tool, minutes) or ready plans. Gives their ids."""
        plans = [s if isinstance(s, StepPlan) else new_step(s[0].capitalize(), s[0], s[1]) for s in steps]
        self.do(add_steps(plans))
        return [plan.id for plan in plans]


def fold(events: list[Event], order: Callable[[list[Event]], list[Event]] = list) -> Replica:
    """A replica that got the events one by one in that order."""
    replica = Replica("w", MODELS)
    for event in order(events):
        replica.apply([event])
    return replica


def facts(state: Workshop) -> str:
    """Everything the state says, comparable."""
    from dataclasses import asdict, is_dataclass

    def plain(value: Any) -> Any:
        return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value

    names = ("info", "plan", "run", "people", "floor", "record", "screen", "closing", "checking")
    parts = {name: plain(getattr(state, name)) for name in names}
    parts["plan"].pop("_ordered")
    tools = {step: {tool: plain(mine) for tool, mine in of.items()} for step, of in sorted(state.tools.items())}
    return repr((parts, tools))
