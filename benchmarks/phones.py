"""How many phones one laptop can serve: the program side by side with a bare floor, in one run.

    python3 dev.py bench phones [--rounds 3] [--seconds 10] [--phones 300] [--burst 500] [--write]

Every measurement is a fresh process with a fresh log on the real disk; floor and program take turns, so that a busy machine
is busy for both; the figures are medians of the rounds. Ends with 1 when an acknowledged idea is missing from the disk.
docs/benchmarks.md says what each figure means.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import _floor, _machine, _report
from benchmarks._figures import median, milliseconds, percentile
from benchmarks._talk import Child, Message
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import contributions

FLOOR, PROGRAM, PLAN, SCREEN = "floor", "program", "plan", "screen"
COLUMNS = (FLOOR, PROGRAM, PLAN, SCREEN)
SATURATED, PACED, PAGES, BURST, HALL, STEPS = "saturated", "paced", "pages", "burst", "hall", "steps"
SIDES = {
    SATURATED: (FLOOR, PROGRAM, PLAN),
    PACED: (FLOOR, PROGRAM, PLAN, SCREEN),
    PAGES: (FLOOR, PROGRAM),
    BURST: (FLOOR, PROGRAM, SCREEN),
    HALL: (SCREEN,),
    STEPS: (SCREEN,),
}
PRESSES = 10
PLACE = Path(__file__).parents[1] / "build"
Figures = dict[tuple[str, str], list[Message]]


@dataclass
class Run:
    """One run of everything. `figures[phase, side]` has one message for each round."""

    options: argparse.Namespace
    folder: Path
    figures: Figures = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    checked: int = 0

    def go(self) -> None:
        """All rounds; the order of the sides changes with every round."""
        for number in range(self.options.rounds):
            for phase, side in _turns(number):
                print(f"round {number + 1} of {self.options.rounds}: {phase}, {side}", file=sys.stderr, flush=True)
                self.figures.setdefault((phase, side), []).append(self._measure(phase, side, number))

    def _measure(self, phase: str, side: str, number: int) -> Message:
        folder = self.folder / f"{number}-{phase}-{side}"
        folder.mkdir()
        ids = folder / "acknowledged.txt"
        host = _host(side, folder)
        try:
            opened = host.hear()
            order = {"port": opened["port"], "step": opened["step"], "phase": phase, "ids": str(ids), **self._sizes(phase)}
            load = Child("benchmarks._load", json.dumps(order))
            try:
                joined = load.hear()
                host.ask(do="begin")
                load.say(do="go")
                pressed = host.ask(do="press", times=PRESSES) if phase == STEPS else {}
                found = {**pressed, **load.hear(), "joined": joined["joined"], "host": host.ask(do="end")}
            finally:
                load.end()
        finally:
            host.end()
        self._check(f"round {number + 1}, {phase}, {side}", ids, _stored(side, folder, opened), found)
        return found

    def _sizes(self, phase: str) -> dict[str, Any]:
        options = self.options
        phones = options.phones if phase in (SATURATED, PACED, PAGES) else options.burst
        seconds = options.hall_seconds if phase == HALL else options.seconds
        return {"phones": phones, "seconds": seconds, "bursts": options.bursts, "presses": PRESSES}

    def _check(self, where: str, ids: Path, stored: list[str], found: Message) -> None:
        """What was acknowledged is on disk, once, and nothing else is."""
        acknowledged = set(ids.read_text(encoding="utf-8").split())
        self.checked += len(acknowledged)
        if acknowledged != set(stored) or len(stored) != len(set(stored)):
            self.missing.append(f"{where}: {len(acknowledged)} acknowledged, {len(stored)} stored")
        if found["refused"] or found["lost_streams"]:
            self.missing.append(f"{where}: {len(found['refused'])} refused, {found['lost_streams']} streams lost")

    # --- figures ---

    def of(self, phase: str, side: str, get: Callable[[Message], float]) -> float:
        """The median of the rounds."""
        return median([get(found) for found in self.figures[phase, side]])


def _turns(number: int) -> Iterator[tuple[str, str]]:
    for phase, sides in SIDES.items():
        for side in sides if number % 2 == 0 else reversed(sides):
            yield phase, side


def _host(side: str, folder: Path) -> Child:
    if side == FLOOR:
        return Child("benchmarks._floor", str(folder))
    return Child("benchmarks._program", str(folder), *([] if side == PROGRAM else [side]))


def _stored(side: str, folder: Path, opened: Message) -> list[str]:
    """The ids on disk, read after the process has ended."""
    if side != FLOOR:
        return contributions(folder / FILE, opened["stream"])
    with closing(sqlite3.connect(folder / _floor.FILE)) as connection:
        return [row[0] for row in connection.execute("SELECT id FROM idea")]


# --- the table -----------------------------------------------------------------------------------------------------

Get = Callable[[Message], float]
Cell = Callable[[str], str]


def run_table(run: Run) -> list[str]:
    """Everything measured, a row each."""
    phones = run.options.phones
    hall = f"{run.options.burst} following, each an idea in two seconds for {run.options.hall_seconds:g} s"
    rows = [
        [
            f"Ideas saved a second, {phones} connections without a pause",
            "≥ 80 % of the floor",
            *_cells(run, SATURATED, _rate(run)),
        ],
        ["… Qt timer late, p99", "", *_cells(run, SATURATED, _ms(run, SATURATED, _late))],
        [f"An idea a second from each of {phones} following: saved, p50 / p99", "p99 < 60 ms", *_pair(run, PACED, "times")],
        ["… Qt timer late, p99", "< 16 ms", *_cells(run, PACED, _ms(run, PACED, _late))],
        ["… from the phone to a Qt slot, p50 / p99", "", *_pair(run, PACED, "host", "slot")],
        ["… from the phone until the desk's widgets were told, p50 / p99", "", *_pair(run, PACED, "host", "desk")],
        ["The same when phones also fetch their own notes: saved, p50 / p99", "", *_pair(run, PAGES, "times")],
        ["… their fetches answered, p50 / p99", "", *_pair(run, PAGES, "fetch")],
        ["… Qt timer late, p99", "", *_cells(run, PAGES, _ms(run, PAGES, _late))],
        [
            f"{run.options.burst} at the same moment: the last one saved after",
            "< 600 ms",
            *_cells(run, BURST, _last(run, "kept")),
        ],
        ["… when each has to connect first", "", *_cells(run, BURST, _last(run, "fresh"))],
        ["… Qt timer late, p99", "", *_cells(run, BURST, _ms(run, BURST, _late))],
        [f"{hall}: saved, p50 / p99", "p99 < 60 ms", *_pair(run, HALL, "times")],
        [
            "… from the phone until the big screen has painted it, p50 / p99",
            "p99 < 200 ms",
            *_pair(run, HALL, "host", "picture"),
        ],
        ["… Qt timer late, p99", "< 33 ms", *_cells(run, HALL, _ms(run, HALL, _late))],
        ["… memory of the program at the end", "< 300 MB", *_cells(run, HALL, _memory(run))],
        [
            f"From “next” at the desk to each of {run.options.burst} phones, p50 / p99",
            "p99 < 400 ms",
            *_cells(run, STEPS, _steps(run)),
        ],
    ]
    head = ["", "Aim", "Bare floor", "Program: the desk at the wall", "the desk at the plan", "at the wall, big screen open"]
    return _report.table(head, rows)


def _late(found: Message) -> float:
    return float(found["host"]["late"]["p99"])


def _cells(run: Run, phase: str, cell: Cell) -> list[str]:
    return [cell(side) if (phase, side) in run.figures else "" for side in COLUMNS]


def _ms(run: Run, phase: str, get: Get) -> Cell:
    return lambda side: milliseconds(run.of(phase, side, get))


def _pair(run: Run, phase: str, *path: str) -> list[str]:
    """p50 / p99 of one spread; the floor has no widgets to tell."""

    def one(side: str, name: str) -> str:
        return milliseconds(run.of(phase, side, lambda found: _at(found, *path, name)))

    def cell(side: str) -> str:
        return "" if path[-1] == "desk" and side == FLOOR else f"{one(side, 'p50')} / {one(side, 'p99')}"

    return _cells(run, phase, cell)


def _at(found: Any, *path: str) -> float:
    for name in path:
        found = found[name]
    return float(found)


def _memory(run: Run) -> Cell:
    return lambda side: f"{run.of(HALL, side, lambda found: float(found['host']['memory'])):.0f} MB"


def _steps(run: Run) -> Cell:
    """From a press to each phone's having the new step, over all phones, presses and rounds."""

    def cell(side: str) -> str:
        late = [
            (heard - pressed) / 1e6
            for found in run.figures[STEPS, side]
            for phone in found["heard"]
            for heard, pressed in zip(phone, found["pressed"], strict=True)
        ]
        return f"{milliseconds(percentile(late, 0.5))} / {milliseconds(percentile(late, 0.99))}"

    return cell


def _rate(run: Run) -> Cell:
    def cell(side: str) -> str:
        rate = run.of(SATURATED, side, lambda found: float(found["rate"]))
        if side == FLOOR:
            return f"{rate:,.0f}"
        share = median(
            [p["rate"] / f["rate"] for p, f in zip(*(run.figures[SATURATED, s] for s in (side, FLOOR)), strict=True)]
        )
        return f"{rate:,.0f} ({share:.0%})"

    return cell


def _last(run: Run, kind: str) -> Cell:
    def cell(side: str) -> str:
        every = [took for found in run.figures[BURST, side] for took in found[kind]]
        return f"{milliseconds(median(every))} (worst {milliseconds(max(every))})"

    return cell


def notes(run: Run) -> list[str]:
    """What else the reader must know."""
    options = run.options
    busy = {side: run.of(SATURATED, side, lambda found: float(found["busy"])) for side in (FLOOR, PROGRAM)}
    paced = {side: run.of(PACED, side, lambda found: float(found["host"]["busy"])) for side in (FLOOR, PROGRAM)}
    said = "is on disk, once" if not run.missing else "is NOT all on disk: " + "; ".join(run.missing)
    joined = run.of(SATURATED, PROGRAM, lambda found: float(found["joined"]))
    made = (
        f"Medians of {options.rounds} rounds; {options.seconds:g} s for each measurement with {options.phones} phones, "
        f"{options.bursts} + {options.bursts} bursts of {options.burst} a round. All {options.phones} joined through the join "
        f"form in {joined:.1f} s. Every one of the {run.checked:,} ideas acknowledged {said}."
    )
    shared = (
        f"The simulated phones share the machine with what is measured: when saturated they took {busy[FLOOR]:.0%} of one "
        f"core beside the floor and {busy[PROGRAM]:.0%} beside the program. At one idea a second from each phone the floor's "
        f"process took {paced[FLOOR]:.0%} of one core, the program's {paced[PROGRAM]:.0%}."
    )
    return [made, "", shared]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench phones", description="The program beside a bare floor.")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured (default 3)")
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each measurement lasts (default 10)")
    parser.add_argument("--phones", type=int, default=300)
    parser.add_argument(
        "--burst", type=int, default=500, help="how many phones send at the same moment and fill the hall (default 500)"
    )
    parser.add_argument("--hall-seconds", type=float, default=60.0, help="how long a full hall sends (default 60)")
    parser.add_argument("--bursts", type=int, default=3, help="how many bursts of each kind a round (default 3)")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    return parser


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=PLACE) as folder:
        run = Run(options, Path(folder))
        run.go()
        machine = _machine.describe(Path(folder))
    lines = [*machine, "", *run_table(run), "", *notes(run)]
    print("\n".join(lines))
    if options.write:
        _report.write("phones", lines)
    for line in run.missing:
        print(f"FAILED {line}", file=sys.stderr)
    return 1 if run.missing else 0


if __name__ == "__main__":
    sys.exit(main())
