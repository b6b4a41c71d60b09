"""How long one waits: for the window to be usable, beside a bare PySide6 window, and for a long evening to open.

    python3 dev.py bench start [--rounds 9] [--write]

Every start is a new process; bare window and program take turns; the figures are medians. The library holds 200 workshops, one
of them an evening of 10,000 events. docs/benchmarks.md says what each figure means.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import _machine, _report
from benchmarks._figures import median, milliseconds
from benchmarks._ready import BEGAN
from benchmarks._talk import environment

PLACE = Path(__file__).parents[1] / "build"
WORKSHOPS, EVENTS = 200, 10_000
LEAST_ROUNDS = 7
Told = list[dict[str, float]]


def run(module: str, *arguments: str) -> Told:
    """What a new process told, line by line. CalledProcessError when it failed."""
    env = {**environment(), BEGAN: str(time.monotonic_ns())}
    done = subprocess.run([sys.executable, "-m", module, *arguments], env=env, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def measure(folder: Path, stream: str, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of every round. The first of each kind is not counted: it compiles modules and warms the disk's cache."""
    figures: dict[str, list[float]] = {}

    def note(**found: float) -> None:
        for name, value in found.items():
            figures.setdefault(name, []).append(value)

    for number in range(rounds + 1):
        print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
        bare = run("benchmarks._bare_window")
        whole = run("benchmarks._whole_window", str(folder))
        long = run("benchmarks._whole_window", str(folder), stream)
        if number == 0:
            continue
        cold, *warm = [told for told in long if "painted" in told]
        note(bare=bare[0]["usable"], usable=whole[0]["usable"], log_open=whole[1]["log_open"])
        note(opened=cold["opened"], painted=cold["painted"], again=median([told["painted"] for told in warm]))
    return figures


def lines_of(figures: dict[str, list[float]], folder: Path) -> list[str]:
    """The section of the page."""
    times = [u / b for u, b in zip(figures["usable"], figures["bare"], strict=True)]

    def row(words: str, aim: str, name: str, more: str = "") -> list[str]:
        values = figures[name]
        return [words, aim, milliseconds(median(values)) + more, f"{milliseconds(min(values))} – {milliseconds(max(values))}"]

    rows = [
        row("A bare PySide6 window can be used after", "", "bare"),
        row("The program can be used after", "≤ 1.5 × bare", "usable", f" ({median(times):.2f} ×)"),
        row("… and its log is open after", "", "log_open"),
        row(f"An evening of {EVENTS:,} events: its state is there after", "", "opened"),
        row("… and its plan has been painted after", "< 150 ms", "painted"),
        row("… the second and third time", "", "again"),
    ]
    table = _report.table(["", "Aim", "Median", "Smallest – largest"], rows)
    said = f"Medians of {len(figures['bare'])} rounds of new processes; a library of {WORKSHOPS} workshops."
    return [*_machine.describe(folder), "", *table, "", said]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench start", description="How long one waits for the window.")
    parser.add_argument("--rounds", type=int, default=9, help=f"how often everything is measured, {LEAST_ROUNDS} at least")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    options = parser.parse_args(arguments)
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=PLACE) as name:
        folder = Path(name)
        print(f"making a library of {WORKSHOPS} workshops", file=sys.stderr, flush=True)
        made = subprocess.run(
            [sys.executable, "-m", "benchmarks._evening", name, str(WORKSHOPS), str(EVENTS)],
            env=environment(),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        stream = json.loads(made.stdout)["stream"]
        lines = lines_of(measure(folder, stream, max(LEAST_ROUNDS, options.rounds)), folder)
    print("\n".join(lines))
    if options.write:
        _report.write("start", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
