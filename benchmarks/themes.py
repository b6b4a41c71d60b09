"""How often the helper of the idea wall offers the right theme, and how long it takes.

    python3 dev.py bench themes [--draws 40] [--write]

The ideas of tests/data/ideas are labelled with the themes their writer had in mind. In every draw some notes of each theme,
chosen by chance, are placed, and the rest are asked for. Nothing was tuned with the ideas
reported here; koulu.fi.txt was for that.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks import _machine, _report
from fasilitaattori.likeness.engine import Likeness, likeness
from fasilitaattori.likeness.features import Features
from fasilitaattori.likeness.floret import Table
from fasilitaattori.likeness.languages import language
from fasilitaattori.likeness.words import Term
from fasilitaattori.paths import vectors

DATA = Path(__file__).parents[1] / "tests" / "data" / "ideas"
PLACED = (1, 3, 5)
IDEAS = 2000
AIM_SECONDS = 3.0


class Labelled(NamedTuple):
    """Ideas by id, and the theme of each."""

    ideas: dict[str, str]
    themes: dict[str, str]


class Keywords:
    """Words of four letters and more just as they stand."""

    how = "keywords"

    def read(self, word: str) -> tuple[Term, ...]:
        return (Term(word, 1.0, True),) if len(word) > 3 else ()


@cache
def labelled(name: str) -> Labelled:
    """A file of ideas under the headings of their themes."""
    ideas: dict[str, str] = {}
    themes: dict[str, str] = {}
    theme = ""
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            theme = line[2:]
        elif line:
            key = f"{len(ideas):03}"
            ideas[key], themes[key] = line, theme
    return Labelled(ideas, themes)


class Shares(NamedTuple):
    """Of the notes asked for, in how many the right theme came first, or among three; and the same of those it was sure of."""

    first: float
    three: float
    sure: float
    first_when_sure: float


def shares(helper: Likeness, found: Labelled, placed: int, draws: int, *, names: bool) -> Shares:
    """Averages over the draws, which are the same for every helper."""
    asked = first = three = sure = right = 0
    for draw in range(draws):
        known = dict(_placed(found, placed, random.Random(draw)))
        helper.learn(found.ideas, known, {theme: theme for theme in found.themes.values()} if names else None)
        for idea, theme in found.themes.items():
            if idea in known:
                continue
            offer = helper.suggest(idea)
            best = [suggestion.theme for suggestion in offer.themes]
            asked += 1
            first += best[:1] == [theme]
            three += theme in best
            sure += not offer.unsure
            right += not offer.unsure and best[0] == theme
    return Shares(first / asked, three / asked, sure / asked, right / max(sure, 1))


def _placed(found: Labelled, count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    for theme in dict.fromkeys(found.themes.values()):
        for idea in chance.sample([idea for idea, of in found.themes.items() if of == theme], count):
            yield idea, theme


def rows(draws: int, table: Path) -> list[list[str]]:
    """The table of the page: each way of knowing likeness on the same draws."""
    fi, plain, village = language("fi"), Keywords(), labelled("kyla.fi")
    floret = Table(table)
    ways: list[tuple[str, Likeness, Labelled, bool]] = [
        ("fi: plain keywords", Likeness(Features(plain, grams=False)), village, False),
        ("fi: lemmas and compound parts", Likeness(Features(fi, grams=False)), village, False),
        ("fi: vectors of the words as written", Likeness(Features(plain, floret, words=0.0)), village, False),
        ("fi: both", Likeness(Features(fi, floret)), village, False),
        ("**fi: both, and the themes have names, as in the program**", Likeness(Features(fi, floret)), village, True),
        ("fi: the program without its table", likeness("fi"), village, True),
        ("sv: stems and character n-grams, with names", likeness("sv"), labelled("by.sv"), True),
        ("en: stems and character n-grams, with names", likeness("en"), labelled("village.en"), True),
    ]
    lines = []
    for words, helper, found, names in ways:
        print(words, file=sys.stderr, flush=True)
        each = [shares(helper, found, placed, draws, names=names) for placed in PLACED]
        told = f"{each[1].sure:.0%}: {each[1].first_when_sure:.0%}" if names else ""
        lines.append([words, *(f"{one.three:.0%} / {one.first:.0%}" for one in each), told])
    return lines


def many(count: int) -> Mapping[str, str]:
    """Ideas as many as a long evening brings, made of the labelled ones, with many a word met only once."""
    chance = random.Random(7)
    texts = [*labelled("kyla.fi").ideas.values(), *labelled("koulu.fi").ideas.values()]
    long = [word.lower() for text in texts for word in text.split() if len(word) > 4 and word.isalpha()]
    parts = [text.split() for text in texts]
    return {
        f"{n:04}": " ".join([*chance.choice(parts)[:4], chance.choice(long) + chance.choice(long), *chance.choice(parts)[-4:]])
        for n in range(count)
    }


def seconds(table: Path) -> dict[str, float]:
    """What a wall of 2,000 ideas costs after the warm-up (a first look at three notes)."""
    took: dict[str, float] = {}

    def clocked(name: str, began: float) -> None:
        took[name] = time.perf_counter() - began

    began = time.perf_counter()
    helper = likeness("fi", table)
    helper.learn({"a": "kahvila", "b": "bussi", "c": "sauna"}, {}, {"1": "Ruoka", "2": "Liikenne"})
    clocked("warm-up", began)
    ideas, names = (
        dict(many(IDEAS)),
        {str(n): theme for n, theme in enumerate(sorted(set(labelled("kyla.fi").themes.values())))},
    )
    placed = {idea: str(n % len(names)) for n, idea in enumerate(list(ideas)[:50])}
    began, worked = time.perf_counter(), time.process_time()
    helper.learn(ideas, placed, names)
    clocked("all", began)
    took["processor"] = time.process_time() - worked
    began = time.perf_counter()
    helper.learn(ideas, placed | {"0050": "1"}, names)
    clocked("placed", began)
    began = time.perf_counter()
    helper.learn(ideas | {"new": "uimarannalle laituri"}, placed, names)
    clocked("new", began)
    began = time.perf_counter()
    helper.near_duplicates(), helper.starters(), helper.ordered(ideas), helper.name(placed)
    clocked("rest", began)
    return took


def main(arguments: list[str] | None = None) -> int:
    """Measure and show."""
    parser = argparse.ArgumentParser(prog="dev.py bench themes")
    parser.add_argument("--draws", type=int, default=40)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/benchmarks.md")
    options = parser.parse_args(arguments)
    table = vectors("fi")
    if not table.exists():
        print("The word vectors are not here; `python3 dev.py setup` fetches them.", file=sys.stderr)
        return 1
    took = seconds(table)
    shown = _report.table(
        ["Right theme among three / first", *(f"{n} placed in each" for n in PLACED), "Of 3 placed, sure: then right"],
        rows(options.draws, table),
    )
    first = f"{took['all']:.1f} s after a warm-up of {took['warm-up']:.1f} s (aim: under {AIM_SECONDS:.0f} s)"
    first += f"; of the processor's time {took['processor']:.1f} s"
    more = f"one more note placed: {took['placed'] * 1000:.0f} ms; one more idea: {took['new']:.1f} s"
    rest = f"near-duplicates, starters, order and a name together: {took['rest']:.1f} s"
    shown += ["", f"- {IDEAS:,} ideas looked at for the first time: {first}", f"- … {more}; {rest}"]
    with tempfile.TemporaryDirectory() as folder:
        lines = [*_machine.describe(Path(folder)), f"- Averages of {options.draws} draws", "", *shown]
    print("\n".join(lines))
    if options.write:
        _report.write("themes", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
