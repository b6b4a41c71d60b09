"""A hall on trial: the network, the laptop with the program, and the crowd with its phones; and what became of every answer."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks._talk import Child, Message
from reliability.addresses import phone_address
from reliability.laptop import Laptop
from reliability.network import Network

SPARE = 60  # addresses beside the phones', for browsers and strangers


@dataclass
class Outcome:
    """What became of the answers of one trial. An answer is lost when it was acknowledged and is not on disk, or was sent and
    never acknowledged; doubled when it is there twice. `figures` are what else was measured."""

    sent: int = 0
    acknowledged: int = 0
    stored: int = 0
    lost: int = 0
    doubled: int = 0
    refused: list[str] = field(default_factory=list)
    gone: int = 0
    figures: dict[str, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)  # anything else that is not as it must be, in words

    @property
    def well(self) -> bool:
        """Did everything arrive once, and nothing else go wrong?"""
        everything = self.sent == self.acknowledged == self.stored
        return everything and not (self.lost or self.doubled or self.refused or self.gone or self.wrong)


class Hall:
    """`phones` is how many there is room for. Raises NoNetwork. `close` is idempotent."""

    def __init__(
        self,
        folder: Path,
        phones: int,
        seed: int,
        *,
        window: bool = False,
        launcher: Sequence[str] = ("fasilitaattori",),
    ) -> None:
        self.room_for = phones
        self.seed = seed
        self.network = Network([phone_address(n) for n in range(1 + phones + SPARE)])
        self._crowd: Child | None = None
        self.laptop = Laptop(self.network, folder, window=window, launcher=launcher)
        try:
            self._crowd = Child("reliability._crowd", str(seed), inside=self.network.inside("phones"))
            self.laptop.start()
        except BaseException:
            self.close()
            raise

    def crowd(self, **order: Any) -> Message:
        """Tell the crowd to do something; waits until it has."""
        assert self._crowd is not None
        return self._crowd.ask(**order)

    def open(self, phones: int) -> None:
        """The room is open, so many phones are in and follow."""
        self.laptop.steer("open")
        self.crowd(do="join", phones=phones, files=False)
        self.crowd(do="follow")

    def go_to(self, tool: str, *, first: bool = False) -> str:
        """On to the next step of a tool (`first`: the evening begins with it); everybody has it on the phone. Gives its id."""
        step = self.laptop.steer("start")["step"]["id"] if first else self.laptop.go_to(tool)
        self.crowd(do="step", step=step)
        return str(step)

    def outcome(self) -> Outcome:
        """Compare what was sent and acknowledged with what lies on disk."""
        told, stored, texts = self.crowd(do="tally"), self.laptop.stored(), self.laptop.ideas()
        sent, acknowledged = set(told["sent"]), set(told["acknowledged"])
        doubled = sum(times - 1 for times in stored.values()) + sum(times - 1 for times in texts.values())
        found = Outcome(
            sent=len(sent),
            acknowledged=len(acknowledged),
            stored=len(sent & set(stored)),
            lost=len(sent - (acknowledged & set(stored))),
            doubled=doubled,
            refused=[f"{one['status']} {one['error']}" for one in told["refused"]],
            gone=told["gone"],
            figures={"posts": told["posts"], "told_to_wait": told["told_to_wait"], "saved_p99": told["saved"]["p99"]},
        )
        if set(told["ideas"]) != {text for text in texts if text in set(told["ideas"])}:
            found.wrong.append("an idea's text is not on disk")
        if troubles := self.laptop.troubles():
            found.wrong.append(f"the program's log: {troubles[0]}")
        return found

    def wait_for(self, reached: Any, patience: float = 120.0) -> None:
        """Until something is so. TimeoutError when it never is."""
        end = time.monotonic() + patience
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError(f"waited {patience:.0f} seconds")
            time.sleep(0.02)

    def close(self) -> None:
        """Everybody goes home, then the program, then the network."""
        if self._crowd is not None:
            self._crowd.end()
        self.laptop.close()
        self.network.close()
