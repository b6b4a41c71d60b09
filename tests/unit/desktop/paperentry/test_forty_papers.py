"""Forty papers of every kind, typed in with keys alone; the record has exactly them, and knows that they came on paper."""

import random
from typing import Any

import pytest

from tests.unit.desktop.paperentry.conftest import Typist

FORTY = 40
QUESTIONS = [
    {"id": "s", "text": "Minua kuunneltiin.", "kind": "scale"},
    {"id": "e", "text": "Kuinka tärkeä?", "kind": "scale", "steps": 10, "low": "ei lainkaan", "high": "hyvin"},
    {"id": "o", "text": "Mistä kuulit?", "kind": "one", "options": ["Lehdestä", "Naapurilta", "Muualta"]},
    {"id": "m", "text": "Mihin tulisit?", "kind": "many", "options": [f"Paikka {n}" for n in range(1, 13)]},
    {"id": "t", "text": "Mitä vielä?", "kind": "text"},
]
OPTIONS = [f"Vaihtoehto {n}" for n in range(1, 12)]


def test_forty_survey_forms(typist: Typist) -> None:
    typist.open("survey", questions=QUESTIONS)
    lot = random.Random(4)
    scale, even, chosen, many, texts = [], [], [], [], []
    for number in range(1, FORTY + 1):
        assert typist.desk.number == number
        step = lot.choice(["", "1", "2", "3", "4", "5"])
        length = lot.choice(["", "1", "7", "10"])
        one = lot.choice(["", "1", "2", "3"])
        several = lot.sample(range(1, 13), lot.randint(0, 4))
        text = lot.choice(["", f"Penkkeja rantaan {number}"])
        typist.type(f"{step}\n{length}\n{one}\n{' '.join(map(str, several))}\n{text}\n")
        if not any((step, length, one, several, text)):
            typist.type("\n")  # an empty form is saved with one Enter more
        scale += [step] if step else []
        even += [length] if length else []
        chosen += [one] if one else []
        many += several
        texts += [text] if text else []
    typist.settled()
    assert typist.desk.batch.numbers == list(range(1, FORTY + 1))
    assert typist.desk.beside.saved.words() == "Lomake 40 tallessa"
    typist.send(1, "survey.answered", answers={"s": 5})
    typist.close_step()
    result = typist.mine.result
    assert (result.answers, result.papers) == (FORTY + 1, FORTY)
    assert result.of("s").counts == {f"{n}": scale.count(f"{n}") + (n == 5) for n in range(1, 6)}
    assert result.of("e").counts == {f"{n}": even.count(f"{n}") for n in range(1, 11)}
    assert result.of("o").counts == {f"{n}": chosen.count(f"{n + 1}") for n in range(3)}
    assert result.of("m").counts == {f"{n}": many.count(n + 1) for n in range(12)}
    assert result.of("t").texts == sorted(texts)


def _one(lot: random.Random) -> tuple[str, dict[str, int]]:
    place = lot.randint(1, 11)
    return f"{place}", {f"option-{place - 1}": 1}


def _several(lot: random.Random) -> tuple[str, dict[str, int]]:
    places = lot.sample(range(1, 12), lot.randint(1, 4))
    return " ".join(map(str, places)), {f"option-{place - 1}": 1 for place in places}


def _dots(lot: random.Random) -> tuple[str, dict[str, int]]:
    places = [lot.randint(1, 11) for _ in range(lot.randint(1, 5))]
    return " ".join(map(str, places)), {f"option-{place - 1}": places.count(place) for place in places}


def _money(lot: random.Random) -> tuple[str, dict[str, int]]:
    first, other, points = lot.randint(1, 5), lot.randint(6, 11), lot.randint(0, 100)
    typed = f"{first} ={points},{other} ={100 - points}"
    return typed, {key: n for key, n in ((f"option-{first - 1}", points), (f"option-{other - 1}", 100 - points)) if n}


def _scale(lot: random.Random) -> tuple[str, dict[str, int]]:
    step = lot.randint(0, 5)
    return f"{step}", {f"{step}": 1}


KINDS: list[tuple[dict[str, Any], Any]] = [
    ({"kind": "one", "options": OPTIONS}, _one),
    ({"kind": "several", "max_choices": 4, "options": OPTIONS}, _several),
    ({"kind": "dots", "dots": 5, "per_option": 5, "options": OPTIONS}, _dots),
    ({"kind": "dots", "dots": 100, "per_option": 100, "options": OPTIONS}, _money),
    ({"kind": "scale", "question": "Hyväksytäänkö?", "labels": ["en voi", "", "", "", "", "täysin"]}, _scale),
]


@pytest.mark.parametrize(("settings", "ballot"), KINDS, ids=["one", "several", "dots", "points", "scale"])
def test_forty_ballots(typist: Typist, settings: dict[str, Any], ballot: Any) -> None:
    typist.open("vote", **settings)
    lot = random.Random(7)
    sums: dict[str, int] = {}
    blanks = rejected = 0
    for number in range(1, FORTY + 1):
        assert typist.desk.number == number
        if number % 13 == 0:
            typist.type("\n\n")  # blank: Enter again says so
            blanks += 1
            continue
        if number % 11 == 0:
            typist.type("x\n")
            rejected += 1
            continue
        keys, choices = ballot(lot)
        typist.type(f"{keys}\n")
        assert not typist.told
        for key, points in choices.items():
            sums[key] = sums.get(key, 0) + points
    typist.settled()
    typist.close_step()
    result = typist.mine.result
    assert {key: points for key, points in result.totals.items() if points} == sums
    assert (result.ballots, result.papers) == (FORTY - rejected, FORTY - rejected)
    assert (result.blanks, result.rejected) == (blanks, rejected)


def test_forty_slips_with_ideas(typist: Typist) -> None:
    typist.open("ideas", columns=["Vahvuudet", "Heikkoudet"])
    wanted = []
    for number in range(1, FORTY + 1):
        theme = number % 3
        typist.type(f"Ajatus {number}\n{theme or ''}\n")
        wanted.append((f"Ajatus {number}", ["", "Vahvuudet", "Heikkoudet"][theme]))
    typist.settled()
    names = {theme.id: theme.name for theme in typist.mine.themes} | {"": ""}
    assert [(idea.text, names[idea.theme]) for idea in typist.mine.on_wall()] == wanted
    assert [(idea.source, idea.number, idea.author) for idea in typist.mine.on_wall()] == [
        ("paper", number, None) for number in range(1, FORTY + 1)
    ]
