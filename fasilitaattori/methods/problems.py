"""What is wrong in a method file, said to the person who wrote it: file, line, what, and what to do."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError

FIX = N_("Korjaa tiedosto ja avaa ohjelma uudelleen. Muut menetelmät ja kortit toimivat.")

_KINDS = {
    "int": N_("kokonaisluku"),
    "float": N_("luku"),
    "str": N_("teksti lainausmerkeissä"),
    "bool": N_("true tai false"),
    "array": N_("luettelo hakasulkeissa"),
    "object": N_("taulukko"),
}
_MISSING = re.compile(r"Object missing required field `(?P<key>\w+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<key>[^`]+)`")
_WRONG_KIND = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<got>\w+)`")
_TOO_SMALL = re.compile(r"Expected `int` >= (?P<limit>-?\d+)")
_TOO_BIG = re.compile(r"Expected `int` <= (?P<limit>-?\d+)")
_EMPTY = re.compile(r"Expected `(?:str|array)` of length >= 1")
_NO_SUCH = re.compile(r"Invalid enum value '(?P<value>.*?)'")
_PATH = re.compile(r" - at `(?P<path>[^`]*)`$")
_ITEM = re.compile(r"\$\.(?:steps|cards)\[(?P<index>\d+)\]")


class Problem(msgspec.Struct, frozen=True):
    """Why a file was left out. `line` counts from 1 where it is known, `item` is the step or card (from 1) or 0."""

    path: Path
    what: str
    params: dict[str, Any] = {}
    line: int | None = None
    item: int = 0
    hint: str = FIX

    def text(self, tr: Callable[..., str]) -> str:
        """One clear sentence with its place, and what to do."""
        place = self.path.name
        if self.line is not None:
            place = tr("{file}, rivi {line}", file=place, line=self.line)
        params = {key: tr(value) if key == "kind" else value for key, value in self.params.items()}
        return f"{place}: {tr(self.what, **params)} {tr(self.hint)}"


class Wrong(FasilitaattoriError):
    """Something in a file's content. `key` and `item` (step or card from 1, 0 = neither) tell where."""

    def __init__(self, message: str, *, key: str = "", item: int = 0, line: int | None = None, **params: Any) -> None:
        super().__init__(message, **params)
        self.key, self.item, self.line = key, item, line


def of_parsing(message: str) -> Wrong:
    """The parser's message, whose place is "(at line 3, column 5)" or "(at end of document)"."""
    found = re.search(r"at line (\d+)", message)
    if found is None:
        return Wrong(N_("Tiedosto loppuu kesken. Tarkista, että viimeinen lainausmerkki tai sulku on paikallaan."))
    return Wrong(N_("Riviä ei voi lukea. Tarkista lainausmerkit, sulut, pilkut ja yhtäsuuruusmerkki."), line=int(found[1]))


def of_types(message: str) -> Wrong:
    """A msgspec validation message as a sentence of ours."""
    path = found["path"] if (found := _PATH.search(message)) else "$"
    item = int(found["index"]) + 1 if (found := _ITEM.match(path)) else 0
    key = re.sub(r"\[[\d.]*\]$", "", path).rsplit(".", 1)[-1].strip("$")
    if found := _MISSING.match(message):
        return Wrong(N_("Tieto ”{name}” puuttuu."), key=key, item=item, name=found["key"])
    if found := _UNKNOWN.match(message):
        return Wrong(N_("Tietoa ”{name}” ei tunneta. Tarkista kirjoitusasu."), key=found["key"], item=item, name=found["key"])
    if found := _TOO_SMALL.match(message):
        limit = int(found["limit"])
        return Wrong(N_("Luvun ”{name}” pitää olla vähintään {limit}."), key=key, item=item, name=key, limit=limit)
    if found := _TOO_BIG.match(message):
        limit = int(found["limit"])
        return Wrong(N_("Luvun ”{name}” pitää olla enintään {limit}."), key=key, item=item, name=key, limit=limit)
    if _EMPTY.match(message):
        return Wrong(N_("Tieto ”{name}” on tyhjä."), key=key, item=item, name=key)
    if found := _NO_SUCH.match(message):
        return Wrong(N_("Tiedolla ”{name}” ei voi olla arvoa ”{value}”."), key=key, item=item, name=key, value=found["value"])
    if found := _WRONG_KIND.match(message):
        kind = _KINDS.get(found["wanted"].split(" | ")[0], N_("toisenlainen tieto"))
        return Wrong(N_("Tiedon ”{name}” pitää olla {kind}."), key=key, item=item, name=key, kind=kind)
    return Wrong(N_("Tieto ”{name}” ei kelpaa."), key=key, item=item, name=key)


def line_of(source: str, wrong: Wrong) -> int | None:
    """The line of the item's key in the file, else of the item, else of the top-level key; None when it is not there."""
    lines = source.splitlines()
    heads = [n for n, line in enumerate(lines, 1) if re.match(r"\s*\[\[(steps|cards)\]\]", line)]
    if not 0 < wrong.item <= len(heads):
        return _line_with(lines, wrong.key, 1, heads[0] if heads else len(lines) + 1)
    start = heads[wrong.item - 1]
    end = heads[wrong.item] if wrong.item < len(heads) else len(lines) + 1
    return _line_with(lines, wrong.key, start, end) or start


def _line_with(lines: list[str], key: str, start: int, end: int) -> int | None:
    if not key:
        return None
    opening = re.compile(rf"\s*\[?(?:settings\.)?{re.escape(key)}\b\s*[.=\]]")
    return next((n for n in range(start, end) if opening.match(lines[n - 1])), None)
