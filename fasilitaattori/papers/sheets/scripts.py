"""Scripts that run from right to left, set ready for drawing from left to right.

What draws sheets puts one sign after the other as they come, so a line with Hebrew or Arabic in it is brought into the order in
which it is seen, and Arabic letters get the shapes they have beside each other. The order is that of the Unicode Bidirectional
Algorithm (UAX #9) without explicit embeddings, which are taken out of texts before; the shapes are those of Unicode's own
presentation forms.
"""

import functools
import unicodedata
from collections.abc import Sequence

_RIGHT = frozenset({"R", "AL"})
_STRONG = frozenset({"L", "R", "AL"})
_NUMBERS = frozenset({"EN", "AN"})
_SURE = frozenset({"L", "R", "EN", "AN"})
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_FORMS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LAM, _TATWEEL, _JOINER = "\u0644", "\u0640", "\u200d"


def runs_right(text: str) -> bool:
    """Whether anything in the text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RIGHT for char in text)


def shaped(text: str) -> str:
    """Arabic letters in the shapes they have beside each other; every other sign as it is."""
    if not any("\u0600" <= char <= "\u06ff" for char in text):
        return text
    table, ligatures = _shapes()
    made: list[str] = []
    place = 0
    while place < len(text):
        char = text[place]
        forms = table.get(char)
        if forms is None:
            made.append(char)
            place += 1
            continue
        width = 1
        pair = ligatures.get(text[place : place + 2]) if char == _LAM else None
        if pair is not None:
            forms, width = pair, 2
        before = _joins_on(text, place, table)
        after = bool(forms[2] or forms[3]) and _takes_on(text, place + width, table)
        form = forms[(1 if before else 0) + (2 if after else 0)] or forms[1 if before else 0] or forms[0]
        made.append(form or char)
        place += width
    return "".join(made)


def in_sight(line: str) -> str:
    """One line in the order in which it is seen, from the left; shapes and mirrored brackets with it."""
    line = shaped(line)
    if not runs_right(line):
        return line
    signs = _with_marks(line)
    levels = _levels([sign[0] for sign in signs])
    order = list(range(len(signs)))
    for level in range(max(levels), 0, -1):  # rule L2: turn around every run of this level or higher
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return "".join(signs[at].translate(_MIRRORED) if levels[at] % 2 else signs[at] for at in order)


def _with_marks(line: str) -> list[str]:
    """The signs of a line, each with the marks that stand on it (rule L3)."""
    signs: list[str] = []
    for char in line:
        if signs and unicodedata.combining(char):
            signs[-1] += char
        else:
            signs.append(char)
    return signs


def _levels(line: Sequence[str]) -> list[int]:
    """The embedding level of each sign: even runs right, odd runs left."""
    kinds = [unicodedata.bidirectional(char) or "L" for char in line]
    base = 1 if next((kind for kind in kinds if kind in _STRONG), "L") in _RIGHT else 0
    kinds = _neutral(_bracketed(_weak(kinds, base), line, base), base)
    of_kind = {"L": 2, "R": 1} if base else {"L": 0, "R": 1}
    return [of_kind.get(kind, 2) for kind in kinds]


def _weak(kinds: list[str], base: int) -> list[str]:
    """Rules W1 to W7: marks, numbers and what stands in them."""
    start = "R" if base else "L"
    strong, before = start, start
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        if kinds[at] in _STRONG:
            strong = kinds[at]
        elif kinds[at] == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        sides = {kinds[at - 1], kinds[at + 1]}
        if (kinds[at] == "CS" and sides in ({"EN"}, {"AN"})) or (kinds[at] == "ES" and sides == {"EN"}):
            kinds[at] = kinds[at - 1]
    for way in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        for at in way:
            beside = kinds[at - 1] if way.step > 0 else kinds[at + 1]
            if kinds[at] == "ET" and beside == "EN":
                kinds[at] = "EN"
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ET", "ES", "CS"):
            kinds[at] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _bracketed(kinds: list[str], line: Sequence[str], base: int) -> list[str]:
    """Rule N0: a pair of brackets goes with what stands in it, or with what stands before it."""
    mine, other = ("R", "L") if base else ("L", "R")
    for opening, closing in _pairs(kinds, line):
        inside = {_side(kind) for kind in kinds[opening + 1 : closing] if kind in _SURE}
        before = next((_side(kind) for kind in reversed(kinds[:opening]) if kind in _SURE), mine)
        if inside:
            kinds[opening] = kinds[closing] = mine if mine in inside or before != other else other
    return kinds


def _pairs(kinds: Sequence[str], line: Sequence[str]) -> list[tuple[int, int]]:
    """Places of brackets that belong together, in the order of their beginnings."""
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(line):
        if kinds[at] != "ON":
            continue
        if sign in _BRACKETS:
            waiting.append((_BRACKETS[sign], at))
        elif any(sign == wanted for wanted, _ in waiting):
            while waiting[-1][0] != sign:
                waiting.pop()
            found.append((waiting.pop()[1], at))
    return sorted(found)


def _neutral(kinds: list[str], base: int) -> list[str]:
    """Rules N1 and N2: what stands between two of a kind goes with them, else with the line."""
    start = "R" if base else "L"
    at = 0
    while at < len(kinds):
        if kinds[at] in _SURE:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] not in _SURE:
            end += 1
        before = _side(kinds[at - 1]) if at else start
        after = _side(kinds[end]) if end < len(kinds) else start
        kinds[at:end] = [before if before == after else start] * (end - at)
        at = end
    return kinds


def _side(kind: str) -> str:
    return "R" if kind in _NUMBERS else kind


def _joins_on(text: str, place: int, table: dict[str, list[str]]) -> bool:
    """Whether the letter before this place reaches over to it."""
    at = place - 1
    while at >= 0 and unicodedata.combining(text[at]):
        at -= 1
    if at < 0:
        return False
    forms = table.get(text[at])
    return text[at] in (_TATWEEL, _JOINER) or bool(forms and forms[2])


def _takes_on(text: str, place: int, table: dict[str, list[str]]) -> bool:
    """Whether the letter from this place on can be reached from the one before."""
    while place < len(text) and unicodedata.combining(text[place]):
        place += 1
    if place >= len(text):
        return False
    forms = table.get(text[place])
    return text[place] in (_TATWEEL, _JOINER) or bool(forms and forms[1])


@functools.cache
def _shapes() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """For each Arabic letter (and for lam with alef) its isolated, final, initial and medial shape, "" where it has none."""
    letters: dict[str, list[str]] = {}
    ligatures: dict[str, list[str]] = {}
    for code in (*range(0xFB50, 0xFBFF), *range(0xFE70, 0xFEFD)):
        kind, _, parts = unicodedata.decomposition(chr(code)).partition(" ")
        base = "".join(chr(int(part, 16)) for part in parts.split())
        if kind not in _FORMS or (len(base) == 2 and base[0] != _LAM) or len(base) not in (1, 2):
            continue
        table = letters if len(base) == 1 else ligatures
        if len(base) == 2 and not 0xFEF5 <= code <= 0xFEFC:
            continue
        table.setdefault(base, ["", "", "", ""])[_FORMS[kind]] = chr(code)
    return letters, ligatures
