"""Texts that want to be more than text, and an evening in which everybody writes them everywhere."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import closing, info, record, running, settling, show
from fasilitaattori.workshop.agenda import change_step
from fasilitaattori.workshop.checkingfacts import DIFFERS, Point
from tests.unit.phones.house import PLAN, House

SHORT = [  # they fit where a name fits
    "<script>window.pwned=1</script>",
    '<img src=x onerror="window.pwned=1">',
    "\"'><svg onload=window.pwned=1>",
    "javascript:window.pwned=1",
    "{{7*7}} {% raw %} ${7*7} #{7*7}",
    "&amp; &lt;b&gt; &#60;i&#62; R&D &Bertta",
    "<b>lihava</b><a href='http://paha.example'>linkki</a>",
    "<img src='file:///etc/passwd'><h1>iso</h1>",
    "=cmd|' /C calc'!A0",
    "*lihava* _vino_ `koodi` $x^2$ ~~yli~~ @viite",
    '#import "@preview/paha:1.0.0" #eval("1")',
    "C:\\kansio\\ \\n \\u{202e} \\",
    "[linkki](http://paha.example) ![kuva](x)",
    "]]> <?xml version='1.0'?> <!-- --> %PDF",
    "pi\u200bi\u200dlo\ufeff ja a\u202eedoc\u202c b",
    "ohj\x01aus\x07mer\x1b[31mkit\x1f",
]
LONG = ["Pitkä" + "sana" * 30, "# otsikko\n- lista\n1. numero\n| a | b |\n---\n> lainaus\n=\t+ -"]
HOSTILE = [*SHORT, *LONG]
_NOT_TEXTS = {"kind", "id", "deck", "source", "low"}


def bare(text: str) -> str:
    """What of a text must be seen wherever it is shown: no spaces, control characters or invisible signs."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] not in "CZ")


def spoilt(value: Any, texts: Iterator[str]) -> Any:
    """The settings of a step with a hostile text in every place of words."""
    if isinstance(value, str):
        return next(texts)
    if isinstance(value, list):
        return [spoilt(one, texts) for one in value]
    if isinstance(value, dict):
        return {key: one if key in _NOT_TEXTS else spoilt(one, texts) for key, one in value.items()}
    return value


def _turning() -> Iterator[str]:
    while True:
        yield from SHORT


class Evening:
    """A hall where title, programme and names are hostile; `go` also has everybody do what the step asks for."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder)
        texts = _turning()
        self.house.do(info.set_info(title=SHORT[0], organiser=SHORT[1], place=SHORT[6], series=SHORT[0]))
        for key, (_, _, _, settings) in PLAN.items():
            more = {**spoilt(settings, texts), **({"max_length": 280} if "max_length" in settings else {})}
            self.house.do(change_step(self.house.steps[key], title=next(texts), settings=more))
        self.house.open()
        self.phones = [self.house.join(name, show_name="1") for name in SHORT]

    def go(self, key: str) -> str:
        """On to this step, with everything in it."""
        house = self.house
        step = house.go(key)
        tool = PLAN[key][1]
        if key == "ideas":
            for n, text in enumerate(HOSTILE):
                assert self.phones[n % len(self.phones)].send("ideas.added", text=text).status_code == 201
                assert self.phones[0].send("ideas.added", text=text).status_code == 201
            for text in SHORT[:9]:
                house.do(ideas.add_theme(step, text))
        elif key == "talking":
            for phone in self.phones:
                assert phone.send("floor.asked").status_code == 201
        elif tool == "vote":
            candidate = "5" if key == "scale" else house.tool(step).candidates[0].id
            assert self.phones[0].send("vote.cast", choices={candidate: 1}).status_code == 201
        elif key == "survey":
            self._answer()
        return step

    def _answer(self) -> None:
        for phone, text in zip(self.phones, HOSTILE, strict=False):
            answers = {"q1": 3, "q2": 4, "q3": 0, "q4": [0, 2], "q5": text}
            assert phone.send("survey.answered", answers=answers).status_code == 201

    def record(self) -> None:
        """Notes, decisions and actions."""
        for text in HOSTILE:
            for command in (record.note(text), record.decide(text), record.act(text, text[:60], text[:20])):
                self.house.do(command)
        self.check()
        self.house.do(show.show("message", SHORT[1]))

    def check(self) -> None:
        """The summary is checked, and every correction noted."""
        self.house.do(settling.put_up([Point(text[:300], text[:80], text[:80]) for text in SHORT]))
        for phone, text in zip(self.phones, HOSTILE, strict=False):
            marks = {"1": {"right": False, "words": text[:280]}}
            assert phone.send("checking.marked", marks=marks).status_code == 201
        check = self.house.state.checking.last
        assert check is not None
        for wanted in check.corrections:
            self.house.do(settling.settle(wanted, DIFFERS))
        self.house.do(settling.end())

    def finish(self) -> None:
        """To the end, with minutes that somebody has written into."""
        self.house.do(running.end())
        self.house.do(closing.what_next(SHORT[0], SHORT[5], SHORT[8]))
        self.house.do(closing.approve(SHORT[1]))

    def close(self) -> None:
        self.house.close()
