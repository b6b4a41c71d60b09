"""Finding something by a few letters of it: the beginnings of its words, and from three letters on what is inside them.

Whoever is in a hurry, or writes on a keyboard without them, leaves å, ä and ö without their dots and rings; that is forgiven,
but what was written exactly comes first.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
INSIDE = 3
"""From so many letters on the inside of a word is looked at too."""
_WORD = re.compile(r"[\w]+")


def plain(text: str) -> str:
    """Small letters without dots and rings."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def score(query: str, text: str) -> int | None:
    """How well the text answers: the smaller the better, None = not at all. Every word of the query must be found."""
    exact = _words(text.casefold())
    forgiving = [plain(word) for word in exact]
    total = 0
    for part in _words(query.casefold()):
        found = _score_of(part, exact)
        if found is None:
            bare = _score_of(plain(part), forgiving)
            found = None if bare is None else bare + 1
        if found is None:
            return None
        total += found
    return total


def best(query: str, candidates: Iterable[T], text_of: Callable[[T], str]) -> list[T]:
    """Those that answer, best first; of equals the earlier one, and of one place the shorter one. All when nothing is asked."""
    scored = []
    for index, candidate in enumerate(candidates):
        text = text_of(candidate)
        found = score(query, text)
        if found is not None:
            scored.append((found, len(text) if query.strip() else 0, index, candidate))
    return [candidate for *_, candidate in sorted(scored, key=lambda each: each[:3])]


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _score_of(part: str, words: list[str]) -> int | None:
    """The beginning of a word (or the whole of it), then its inside; earlier words before later ones."""
    found = [min(place, 20) * 2 + (word != part) for place, word in enumerate(words) if word.startswith(part)]
    if not found and len(part) >= INSIDE:
        found = [100 + min(place, 20) * 2 for place, word in enumerate(words) if part in word]
    return min(found, default=None)
