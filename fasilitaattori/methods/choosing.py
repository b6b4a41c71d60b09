"""Choosing a method: does it suit this evening, and how is it found by a few letters."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator, translator
from fasilitaattori.methods.model import MODES, PURPOSES, LocalMethod, Method

_INSIDE = 3  # letters from which a search also looks inside words: "kahvila" finds Oppimiskahvila


class Fit(msgspec.Struct, frozen=True):
    """Whether a method suits. `reason` is a short label (msgid filled from `n`); `distance` sorts the best first.

    `distance` is 0–1 for those that suit (how far from the best group size) and above 1 for misfits (how far off).
    """

    ok: bool
    reason: str
    n: int = 0
    distance: float = 0.0

    def text(self, tr: Translator) -> str:
        """The label in the reader's language: "sopii", "enintään 20 henkeä" …"""
        return tr(self.reason, n=self.n)


def fits(
    method: Method,
    minutes: int | None = None,
    people: int | None = None,
    without_phones: bool = False,
    no_tables: bool = False,
) -> Fit:
    """Does the method suit: at most `minutes` at hand, `people` coming (None = not known), no phones, no tables."""
    misfits = [misfit for misfit in _misfits(method, minutes, people, without_phones, no_tables) if misfit]
    if misfits:
        return msgspec.structs.replace(misfits[0], distance=1.0 + sum(misfit.distance for misfit in misfits))
    best = method.group.opt
    off = 0.0 if people is None else abs(people - best) / max(people, best)
    return Fit(True, N_("sopii"), distance=off)


def _misfits(
    method: Method, minutes: int | None, people: int | None, without_phones: bool, no_tables: bool
) -> Iterable[Fit | None]:
    group = method.group
    yield Fit(False, N_("tarvitsee puhelimet"), distance=2.0) if without_phones and not method.works_without_phones else None
    yield Fit(False, N_("tarvitsee pöydät"), distance=1.0) if no_tables and method.needs_tables else None
    if minutes is not None and minutes < method.minutes.min:
        yield Fit(False, N_("vähintään {n} min"), method.minutes.min, method.minutes.min / max(1, minutes) - 1)
    if people is not None and people < group.min:
        yield Fit(False, N_("vähintään {n} henkeä"), group.min, group.min / max(1, people) - 1)
    if people is not None and people > group.max:
        yield Fit(False, N_("enintään {n} henkeä"), group.max, people / group.max - 1)


Forms = Callable[[str], AbstractSet[str]]
"""The dictionary forms of a word and of its parts: "kahviloissa" gives "kahvila"."""


def search(methods: Iterable[Method], text: str, language: str, forms: Forms | None = None) -> list[Method]:
    """The methods in which every word of `text` begins some word (or stands inside one of the name), names first.

    Case and the dots and rings of letters do not matter: "eratauko" and "ERÄTAUKO" find the same. An empty text finds all. With
    `forms` a word is also found in any of its forms and as a part of a compound; what is found by that alone comes last.
    """
    wanted = [(spelt, _words(spelt)) for spelt in _spelt(text)]
    found = []
    for place, method in enumerate(methods):
        told = _described(method.in_language(language), language)
        names = [word for version in method.versions.values() for word in _words(version.name)]
        words = names + _words(told)
        if all(_begins(word, names) for _, plain in wanted for word in plain):
            found.append((0, place, method))
        elif all(_begins(word, words) or _inside(word, names) for _, plain in wanted for word in plain):
            found.append((1, place, method))
        elif forms is not None and _understood(wanted, forms, method, told, words):
            found.append((2, place, method))
    return [method for _, _, method in sorted(found, key=lambda row: row[:2])]


def nearest(methods: Sequence[Method], text: str, language: str, forms: Forms | None = None) -> list[Method]:
    """When no method has every word: those with most of them first; none when no word is found at all."""
    hits = Counter(method.id for word in _spelt(text) for method in search(methods, word, language, forms))
    return sorted((method for method in methods if hits[method.id]), key=lambda method: -hits[method.id])


def _understood(wanted: Iterable[tuple[str, list[str]]], forms: Forms, method: Method, told: str, words: list[str]) -> bool:
    names = " ".join(version.name for version in method.versions.values())
    there = {form for word in _spelt(f"{names} {told}") for form in forms(word)}
    return all(not there.isdisjoint(forms(spelt)) or all(_begins(word, words) for word in plain) for spelt, plain in wanted)


def _described(local: LocalMethod, language: str) -> str:
    tr = translator(language)
    purposes = " ".join(tr(PURPOSES[purpose]) for purpose in local.purposes)
    modes = " ".join(tr(words) for mode in dict.fromkeys(step.mode for step in local.steps) for words in MODES[mode])
    titles = " ".join(step.title for step in local.steps)
    record = " ".join(local.record)
    return f"{local.summary} {local.purpose} {local.setting} {purposes} {modes} {titles} {record} {local.id}"


def _spelt(text: str) -> list[str]:
    """Words without case, spelt as they are."""
    return re.findall(r"\w+", text.casefold().replace("\N{SOFT HYPHEN}", ""))


def _begins(word: str, among: Iterable[str]) -> bool:
    return any(other.startswith(word) for other in among)


def _inside(word: str, among: Iterable[str]) -> bool:
    return len(word) >= _INSIDE and any(word in other for other in among)


def _words(text: str) -> list[str]:
    """Words without case and without dots and rings over letters."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("\N{SOFT HYPHEN}", ""))
    return re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
