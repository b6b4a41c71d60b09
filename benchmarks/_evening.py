"""A data folder as it is after years of use: a library of workshops, and one very long evening among them.

`python -m benchmarks._evening FOLDER WORKSHOPS EVENTS` makes it and tells {"stream": the long evening's}.
"""

import random
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks._talk import tell
from fasilitaattori.app.program import Program
from fasilitaattori.log.jobs import Saved
from fasilitaattori.rehearsal.words import words
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import floor, info, people, record, running
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.undo import Act, undo

LONG, SHORT = "kylailta", ("eratauko", "oppimiskahvila", "aivoriihi", "penkkikahvila", "yksin-kaksin-kaikki")
PEOPLE = 200
AT_ONCE = 400  # commands asked for before the first answer is waited for
_PLACES = ("Kuikkaperän seurantalo", "Salmelan kylätalo", "Kirkonkylän kirjasto", "Harjun nuorisoseurantalo")


class Maker:
    """Fills a data folder through the same door as everybody."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._chance = random.Random(7)
        self._words = words("fi")

    def library(self, count: int) -> None:
        """Workshops of the last years and the coming months; most are held, some of them have approved minutes."""
        today = self.program.clock.now().date()
        for number in range(count):
            stream = self.program.new_workshop(SHORT[number % len(SHORT)], "fi")
            date = today + timedelta(days=60 - 7 * number)
            title = f"{self._words.proposals[number % len(self._words.proposals)].text} {number + 1}"
            asked = [self._ask(stream, info.set_info(title=title, place=_PLACES[number % 4], date=date.isoformat()))]
            if date < today:
                asked += [self._ask(stream, command) for command in (running.open_room(), running.start(), running.end())]
            for future in asked:
                future.result()

    def long_evening(self, events: int) -> str:
        """One evening of exactly so many events, with something of everything that happens in one; gives its stream."""
        stream = self.program.new_workshop(LONG, "fi")
        do = self._doer(stream)
        do([running.open_room()])
        names = self._words.first_names
        do([people.join(names[n % len(names)], "fi", f"{n:064x}", n % 3 == 0) for n in range(PEOPLE)])
        steps = self.program.door.replica(stream).state.plan.steps()
        for index, step in enumerate(steps):
            do([running.next_step() if index else running.start()])
            if step.tool == "discussion":
                do(list(self._talk(300)))
            if step.tool == "ideas":
                self._collect(stream, step, do, events // 6)
            do([record.note(f"{text} ({step.title})") for text in self._words.feedback])
        wall = next(step for step in steps if step.tool == "ideas")
        do([running.end()])
        missing = events - len(self.program.door.replica(stream).events)
        do([ideas.add(wall.id, self._idea(n)) for n in range(missing)])  # the notes that were left on paper
        found = len(self.program.door.replica(stream).events)
        if found != events:
            raise RuntimeError(f"{found} events instead of {events}")
        return stream

    def _talk(self, turns: int) -> Iterator[Command]:
        """People ask for turns, speak, and end."""
        for turn in range(turns):
            yield floor.ask(1 + turn * 7 % PEOPLE, by_phone=True)
            yield floor.next_speaker()
            if turn % 5 == 0:
                yield floor.end_turn()

    def _collect(self, stream: str, step: Step, do: "Do", count: int) -> None:
        """Ideas, themes, what the facilitator does to them, and now and then an undo."""
        added = do([ideas.add(step.id, self._idea(n)) for n in range(count)])
        do([ideas.add_theme(step.id, f"Teema {number}") for number in range(1, 6)])
        themes = [theme.id for theme in self.program.door.replica(stream).state.tool(step).themes]
        ids = [saved.ids[0] for saved in added]
        acts: list[Command] = [ideas.move(step.id, [i], themes[n % len(themes)]) for n, i in enumerate(ids[: count // 2])]
        acts += [ideas.correct(step.id, i, self._idea(n)) for n, i in enumerate(ids[: count // 20])]
        acts += [ideas.merge(step.id, pair) for pair in zip(ids[::40], ids[1::40], strict=False)]
        acts += [ideas.hide(step.id, [i]) for i in ids[5::50]]
        done = do(acts)
        do([undo(Act(saved.ids, "")) for saved in done[::100] if saved.ids])

    def _idea(self, number: int) -> str:
        return f"{self._words.ideas[number % len(self._words.ideas)]} ({number})"

    def _ask(self, stream: str, command: Command) -> "Future[Saved]":
        return self.program.door.ask(stream, command)

    def _doer(self, stream: str) -> "Do":
        def do(commands: list[Command]) -> list[Saved]:
            saved: list[Saved] = []
            for start in range(0, len(commands), AT_ONCE):
                asked = [self._ask(stream, command) for command in commands[start : start + AT_ONCE]]
                saved += [future.result() for future in asked]
            return saved

        return do


Do = Callable[[list[Command]], list[Saved]]


def main(arguments: list[Any]) -> None:
    program = Program(Path(arguments[0]))
    try:
        program.door.start()
        program.door.wait_ready()
        maker = Maker(program)
        stream = maker.long_evening(int(arguments[2]))
        maker.library(int(arguments[1]) - 1)
    finally:
        program.close()
    tell(stream=stream)


if __name__ == "__main__":
    main(sys.argv[1:])
