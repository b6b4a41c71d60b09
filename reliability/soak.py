"""Every fault at full size, again and again for minutes, each time with another seed; what became of the answers.

    python3 dev.py soak [--minutes 12] [--seed N] [--only killed …] [--write]

Ends with 1 when a single answer was lost or doubled or anything else went wrong; then the seed and the data are named.
docs/reliability.md says what each figure means.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import _machine, _report
from benchmarks._figures import median, milliseconds
from devtools.machine import CHROMIUM
from reliability import faults
from reliability.browser import phones_in
from reliability.hall import Hall, Outcome
from reliability.network import NoNetwork

PLACE = Path(__file__).parents[1] / "build"
PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"
SECTION = "soak"
DARK, BURST, AIR, STRANGERS, CLOCK = "network", "killed", "air", "strangers", "clock"
NAMES = {
    DARK: "100 phones lose the network for 30 s, twice, with everything sent",
    BURST: "Killed 4 times in bursts of 300 phones, 3 ideas each",
    AIR: "60 phones on 1 Mbit/s, 300 ms, 5 % of packets lost",
    STRANGERS: "50 phones beside 22 that misbehave",
    CLOCK: "The laptop's clock set by hours, 4 times",
}
REAL = 2  # browsers among the simulated phones


@dataclass
class Soak:
    """What has come of the trials so far."""

    folder: Path
    chromium: str
    found: dict[str, list[Outcome]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def run(self, fault: str, seed: int) -> None:
        """One trial in a hall of its own."""
        data = Path(tempfile.mkdtemp(prefix=f"{fault}-", dir=self.folder))
        try:
            outcome = TRIALS[fault](self, data, seed)
        except NoNetwork:
            raise
        except Exception as error:  # noqa: BLE001  (a trial that breaks is told like one that loses something; the others go on)
            outcome = Outcome(wrong=[f"{type(error).__name__}: {error}"])
        self.found.setdefault(fault, []).append(outcome)
        if outcome.well:
            shutil.rmtree(data)
        else:
            self.wrong.append(f"{NAMES[fault]}, seed {seed}: {outcome}; its data is {data}")
        told = f"{outcome.sent} sent, {outcome.acknowledged} acknowledged, {outcome.lost} lost, {outcome.doubled} doubled"
        print(f"  {told}{'' if outcome.well else ' – WRONG'}", file=sys.stderr, flush=True)

    # --- the trials ---

    def dark(self, data: Path, seed: int) -> Outcome:
        with ExitStack() as stack:
            hall = _hall(stack, data, 100, seed)
            shop = stack.enter_context(phones_in(hall.network, self.chromium, data))
            return faults.network_gone(hall, 100, 30.0, real=[shop.phone() for _ in range(REAL)])

    def killed(self, data: Path, seed: int) -> Outcome:
        with ExitStack() as stack:
            hall = _hall(stack, data, 300, seed)
            shop = stack.enter_context(phones_in(hall.network, self.chromium, data))
            return faults.killed(hall, 300, each=3, kills=4, real=[shop.phone() for _ in range(REAL)])

    def air(self, data: Path, seed: int) -> Outcome:
        with ExitStack() as stack:
            return faults.bad_air(_hall(stack, data, 60, seed), 60, delay=0.15, loss=0.05, bits=1e6)

    def strangers(self, data: Path, seed: int) -> Outcome:
        with ExitStack() as stack:
            return faults.strangers(_hall(stack, data, 50, seed), 50, seconds=15.0, rounds=2)

    def clock(self, data: Path, seed: int) -> Outcome:
        ahead = data / "ahead"
        ahead.write_text("0", encoding="utf-8")
        with ExitStack() as stack:
            hall = _hall(stack, data, 50, seed, launcher=("reliability._wrong_clock", str(ahead)))
            return faults.laptop_clock_set(hall, 50, ahead)


TRIALS: dict[str, Callable[[Soak, Path, int], Outcome]] = {
    DARK: Soak.dark,
    BURST: Soak.killed,
    AIR: Soak.air,
    STRANGERS: Soak.strangers,
    CLOCK: Soak.clock,
}


def _hall(stack: ExitStack, data: Path, phones: int, seed: int, launcher: tuple[str, ...] = ("fasilitaattori",)) -> Hall:
    """The whole program, its window too."""
    hall = Hall(data / "data", phones, seed, window=True, launcher=launcher)
    stack.callback(hall.close)
    return hall


# --- the tables ----------------------------------------------------------------------------------------------------


def answers_table(found: dict[str, list[Outcome]]) -> list[str]:
    """What became of the answers, a row for each fault."""
    rows = [[NAMES[fault], *_sums(outcomes)] for fault, outcomes in found.items()]
    rows.append(["All together", *_sums([outcome for outcomes in found.values() for outcome in outcomes])])
    head = ["Fault", "Trials", "Answers sent", "Acknowledged", "On disk", "Lost", "Doubled", "On disk, phone not told yet"]
    return _report.table(head, rows)


def _sums(outcomes: list[Outcome]) -> list[str]:
    numbers = [
        [
            outcome.sent,
            outcome.acknowledged,
            outcome.stored,
            outcome.lost,
            outcome.doubled,
            outcome.figures.get("saved_but_not_told", 0),
        ]
        for outcome in outcomes
    ]
    return [str(len(outcomes)), *(f"{sum(column):,.0f}" for column in zip(*numbers, strict=True))]


def figures_table(found: dict[str, list[Outcome]]) -> list[str]:
    """What else was measured: medians of the trials, and the worst."""

    def row(fault: str, name: str, text: str, unit: Callable[[float], str]) -> list[str]:
        values = [outcome.figures[name] for outcome in found.get(fault, []) if name in outcome.figures]
        return [text, unit(median(values)), unit(max(values))] if values else [text, "", ""]

    rows = [
        row(DARK, "back_after", "Network gone: everything saved after its return", _seconds),
        row(BURST, "back_after", "Killed: from the end of the program to everything saved, its start included", _seconds),
        row(BURST, "still_in_phones", "Killed: answers still in the phones at the 4 kills", _number),
        row(AIR, "alone", "Bad air: first page of one phone alone", _from_ms),
        row(AIR, "first_page_p50", "… of the other 59 opening it at once, p50", _from_ms),
        row(AIR, "first_page_p99", "… p99", _from_ms),
        row(AIR, "letters_p99", "… with its own letters too, p99", _from_ms),
        row(AIR, "tries", "… requests for it (3, when none broke)", "{:.2f}".format),
        row(AIR, "weight", "… bytes until the page can be used", _number),
        row(AIR, "font_weight", "… bytes of its letters", _number),
        row(AIR, "saved_p99", "… an idea or a vote: from pressing to saved, p99", _from_ms),
        row(STRANGERS, "quiet_p99", "Undisturbed: from pressing to saved, p99 of 50 phones", milliseconds),
        row(STRANGERS, "disturbed_p99", "Beside strangers: the same", milliseconds),
        row(STRANGERS, "ratio", "… disturbed by undisturbed", "{:.1f}".format),
        row(STRANGERS, "told_to_wait", "… phones of the 50 told to wait", _number),
        row(STRANGERS, "flood posts", "… posts of the one that floods", _number),
        row(STRANGERS, "post 201", "… of them saved", _number),
        row(STRANGERS, "post 429", "… told to wait", _number),
        row(STRANGERS, "flood cut", "… connections of his cut", _number),
        row(STRANGERS, "held", "… silent connections opened", _number),
        row(STRANGERS, "held cut", "… of them cut", _number),
        row(STRANGERS, "big 413", "… posts of 5 MB refused", _number),
    ]
    return _report.table(["Figure", "Median", "Worst"], rows)


def _seconds(value: float) -> str:
    return f"{value:.1f} s"


def _from_ms(value: float) -> str:
    return f"{value / 1000:.1f} s"


def _number(value: float) -> str:
    return f"{value:,.0f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py soak", description="Every fault at full size, again and again.")
    parser.add_argument("--minutes", type=float, default=12.0, help="begin no new round after so long (default 12)")
    parser.add_argument("--seed", type=int, default=None, help="begin with this seed (default: a random one, which is printed)")
    parser.add_argument("--only", nargs="+", choices=list(TRIALS), default=list(TRIALS), help="only these faults")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/reliability.md")
    return parser


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    PLACE.mkdir(exist_ok=True)
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(10**6)
    soak = Soak(Path(tempfile.mkdtemp(prefix="soak-", dir=PLACE)), next(filter(None, map(shutil.which, CHROMIUM)), ""))
    begin, number = time.monotonic(), 0
    while number == 0 or time.monotonic() - begin < options.minutes * 60:
        for fault in options.only:
            print(f"round {number + 1}, seed {seed + number}: {NAMES[fault]}", file=sys.stderr, flush=True)
            try:
                soak.run(fault, seed + number)
            except NoNetwork as reason:
                print(f"NOTHING WAS TRIED: {reason}", file=sys.stderr)
                return 1
        number += 1
    took = f"{number} rounds in {(time.monotonic() - begin) / 60:.0f} minutes, seeds {seed} to {seed + number - 1}."
    lines = [*_machine.describe(soak.folder), "", *answers_table(soak.found), "", *figures_table(soak.found), "", took]
    print("\n".join(lines))
    if options.write:
        _report.write(SECTION, lines, PAGE)
    for line in soak.wrong:
        print(f"FAILED {line}", file=sys.stderr)
    if not soak.wrong:
        shutil.rmtree(soak.folder)
    return 1 if soak.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
