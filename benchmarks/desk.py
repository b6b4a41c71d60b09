"""How long the facilitator's windows stand still: the longest time in which the Qt thread handles no event.

    python3 dev.py bench desk [--rounds 5] [--write]

Every round is a new process with the real program on a copy of the same data folder. docs/benchmarks.md says what each figure
means.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from benchmarks import _machine, _report
from benchmarks._figures import median, milliseconds
from benchmarks._talk import environment

PLACE = Path(__file__).parents[1] / "build"
WORKSHOPS = 5000
DISPLAYS = (("LAPTOP", (1366, 768)), ("PROJECTOR", (1920, 1080)))
Told = dict[str, list[dict[str, float]]]
"""The name of an act -> what every round told of it."""
ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The window is open: what its pages need is loaded", ("warming",)),
    ("Library of 5,000 workshops: shown", ("library",)),
    ("… read anew because one changed", ("library changed",)),
    ("Plan of 60 steps: opened, the page for the first time", ("first: suunnittele",)),
    ("… a step chosen, walked to", ("plan: choose", "plan: walk")),
    ("… a step moved, added, made longer, undone", ("plan: move", "plan: add", "plan: minutes", "plan: undo")),
    ("2,000 ideas on the desk: opened", ("wall: open",)),
    ("… an idea comes", ("wall: an idea comes",)),
    ("… 40 come at once", ("wall: 40 ideas come at once",)),
    ("… one goes to a theme", ("wall: to a theme",)),
    ("… 20 go to a theme", ("wall: 20 to a theme",)),
    ("… from note to note by keyboard", ("wall: walk", "wall: Page Up")),
    ("… the window is made smaller", ("wall: smaller window",)),
    ("Big screen opened, 1920 × 1080", ("screen: open",)),
    ("… 24 to 300 notes, twelve at a time", ("screen: 12 notes come",)),
    ("Another theme: the plan of 60 steps", ("theme: plan",)),
    ("… the wall of 2,000 ideas", ("theme: wall",)),
    ("… the big screen", ("theme: screen",)),
    ("Another language: the plan of 60 steps", ("language: plan",)),
    *(
        (f"Page shown for the first time: {page}", (f"first: {page}",))
        for page in ("menetelmat", "ohjaa", "kokoa", "tulosteet")
    ),
    *((f"… {page}", (f"first: {page}",)) for page in ("verkko", "asetukset")),
    ("Pages shown again", ("again: a page",)),
)


def measure(folder: Path, rounds: int) -> Told:
    """What every round told. The first one is not counted: it compiles modules and warms the disk's cache."""
    told: Told = defaultdict(list)
    for number in range(rounds + 1):
        print(f"round {number} of {rounds}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="bench-", dir=PLACE) as copy:
            shutil.copytree(folder, copy, dirs_exist_ok=True)
            command = [sys.executable, "-m", "benchmarks._desk", copy]
            env = {**environment(), "QT_QPA_PLATFORM": f"offscreen:configfile={displays(folder)}"}
            done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True)
        for line in done.stdout.splitlines() if number else []:
            one = json.loads(line)
            told[one["name"]].append(one)
    return told


def displays(folder: Path) -> Path:
    """The file that gives the windows painted in memory a laptop with a projector beside it."""
    file, left, told = folder / "displays.json", 0, []
    for name, (width, height) in DISPLAYS:
        told.append({"name": name, "x": left, "y": 0, "width": width, "height": height})
        left += width
    file.write_text(json.dumps({"screens": told}), encoding="utf-8")
    return file


def lines_of(told: Told, folder: Path, rounds: int) -> list[str]:
    """The section of the page."""

    def row(words: str, names: tuple[str, ...]) -> list[str]:
        found = [one for name in names for one in told[name]]
        columns = [[one[name] for one in found] for name in ("block", "worked", "whole")]
        aim = "< 50 ms" if names != ("library",) else "< 50 ms; painted < 300 ms"
        return [words, aim, *(f"{milliseconds(median(values))} ({milliseconds(max(values))})" for values in columns)]

    head = ["", "Aim", "Longest block (worst)", "Processor time in it", "Until painted"]
    table = _report.table(head, [row(*one) for one in ROWS])
    said = f"Medians of {rounds} rounds of new processes, the worst in brackets; the window is 1366 × 768, painted in memory."
    return [*_machine.describe(folder), "", *table, "", said]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench desk", description="How long the windows stand still.")
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    options = parser.parse_args(arguments)
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=PLACE) as name:
        folder = Path(name)
        print(f"making a library of {WORKSHOPS} workshops", file=sys.stderr, flush=True)
        make = [sys.executable, "-m", "benchmarks._desk", "--make", name, str(WORKSHOPS)]
        subprocess.run(make, env=environment(), check=True)
        lines = lines_of(measure(folder, options.rounds), folder, options.rounds)
    print("\n".join(lines))
    if options.write:
        _report.write("desk", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
