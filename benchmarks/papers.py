"""How long one waits for papers: the minutes of a usual evening and of a huge one, in every form, beside other ways; and a deck
of sixty cards to cut.

    python3 dev.py bench papers [--rounds 5] [--write]

Every figure comes from a process of its own. "Cold" is the first paper of such a process with everything it loads, "warm" the
later ones; each of them has another title and another first sentence than the one before, as after an edit.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import msgspec
import psutil

from benchmarks import _machine, _report
from benchmarks._figures import median
from fasilitaattori.document.blocks import Document, paragraph

ROOT = Path(__file__).parents[1]
NAMES = {
    "ours": "PDF/UA-1, tagged, with figures (the program's)",
    "reportlab": "PDF by plain reportlab: no tags, no figures",
    "libreoffice": "PDF by LibreOffice from the Word file",
    "word": "Word file",
    "text": "OpenDocument text",
    "page": "Web page",
}
DECKS = {"8": "8 on A4: 16 pages", "4": "4 on A4: 30 pages", "2": "2 on A4, large print: 60 pages"}
HEAD = ("Cold", "Warm (median)", "File", "Most memory")
AIMS = {("ours", "usual"): "< 0.5 s warm", ("ours", "huge"): "< 3 s"}


class Measured(NamedTuple):
    """Seconds of the first paper and of each later one, bytes of the file, and the most memory the process had (bytes)."""

    cold: float
    warm: list[float]
    size: int
    memory: int


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench papers")
    parser.add_argument("--rounds", type=int, default=5, help="warm papers of each kind (the huge ones and LibreOffice: 2)")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    parser.add_argument("--work", nargs=3, metavar=("WAY", "SIZE", "ROUNDS"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.work:
        way, size, rounds = options.work
        print(msgspec.json.encode(work(way, size, int(rounds))).decode())
        return 0
    lines = _machine.describe(Path(tempfile.gettempdir()))
    for size in ("usual", "huge"):
        rounds = options.rounds if size == "usual" else 2
        found = {way: _measure(way, size, 2 if way == "libreoffice" else rounds) for way in NAMES}
        lines += ["", *_table(size, found)]
    decks = {on_sheet: _measure(on_sheet, "deck", options.rounds) for on_sheet in DECKS}
    lines += ["", *_deck_table(decks)]
    print("\n".join(lines))
    if options.write:
        _report.write("papers", lines)
    return 0


def work(way: str, size: str, rounds: int) -> Measured:
    """One process: the paper once cold, then warm. Of a "deck" the way is how many cards are on a sheet."""
    if size == "deck":
        return _work_on_cards(int(way), rounds)
    from benchmarks._paper_evening import paper

    document = paper(size)
    began = time.perf_counter()
    from benchmarks._paper_ways import WAYS  # what makes papers belongs to the first one

    data = WAYS[way](document)
    cold = time.perf_counter() - began
    warm = []
    for number in range(rounds):
        edited = _edited(document, number)
        began = time.perf_counter()
        WAYS[way](edited)
        warm.append(time.perf_counter() - began)
    return Measured(cold, warm, len(data), _peak())


def _work_on_cards(on_sheet: int, rounds: int) -> Measured:
    began = time.perf_counter()
    from benchmarks._paper_deck import deck, sheets  # what makes sheets belongs to the first one

    data = sheets(deck(), on_sheet)
    cold = time.perf_counter() - began
    warm = []
    for number in range(1, rounds + 1):
        edited = deck(number)
        began = time.perf_counter()
        sheets(edited, on_sheet)
        warm.append(time.perf_counter() - began)
    return Measured(cold, warm, len(data), _peak())


def _edited(document: Document, number: int) -> Document:
    """The paper after an edit: another title, and another first paragraph, so that everything after it may move."""
    first = paragraph(f"Muistiota muokattiin {number + 1}. kerran. " * (number + 1))
    return msgspec.structs.replace(document, title=f"{document.title} {number + 1}", blocks=(first, *document.blocks))


def _peak() -> int:
    """The most memory this process has had; without the operating system's own record, what it has now."""
    try:
        import resource
    except ImportError:
        return int(psutil.Process().memory_info().rss)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _measure(way: str, size: str, rounds: int) -> Measured:
    command = [sys.executable, "-m", "benchmarks.papers", "--work", way, size, str(rounds)]
    print(f"{size}: {way}", file=sys.stderr, flush=True)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return msgspec.json.decode(done.stdout, type=Measured)


def _table(size: str, found: dict[str, Measured]) -> list[str]:
    contributions = {"usual": "A usual evening: some 200 contributions", "huge": "A huge one: some 5,000 contributions"}[size]
    rows = [[NAMES[way], AIMS.get((way, size), ""), *_figures(one)] for way, one in found.items()]
    return _report.table([contributions, "Aim", *HEAD], rows)


def _deck_table(found: dict[str, Measured]) -> list[str]:
    rows = [[DECKS[on_sheet], *_figures(one)] for on_sheet, one in found.items()]
    return _report.table(["60 question cards, fronts and backs", *HEAD], rows)


def _figures(one: Measured) -> list[str]:
    """The figures of a row, in the order of HEAD."""
    times = f"{one.cold:.2f} s", f"{median(one.warm):.2f} s"
    return [*times, f"{one.size / 1000:,.0f} kB", f"{one.memory / 2**20:.0f} MB"]


if __name__ == "__main__":
    sys.exit(main())
