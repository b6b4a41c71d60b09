"""Finnish words in their dictionary forms, compounds in parts too: `bussiyhteydet` says `bussiyhteys`, `bussi` and `yhteys`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fasilitaattori.likeness.voikko import dictionary
from fasilitaattori.likeness.words import Term

_EMPTY = frozenset({"r", "c", "d", "k", "u", "ur", "h", "p"})
"""Voikko's marks of the classes of words that join, point, deny, count or exclaim, but tell nothing of what a note is about."""
_NAMING = frozenset({"n", "nl"})
_PIECE = re.compile(r"\[[^\]]*\]|[^\[]+")
_COMMON = frozenset(  # untranslated: words of the notes, never shown
    "olla pitää saada voida tulla käydä mennä tehdä ottaa panna pistää antaa että jos kun niin myös oma kaikki joku jokin mikä"
    " kuin ei hyvä uusi vanha jokainen toinen yhteinen paikka enää takaisin mieluusti vain vaan taas aina nyt sitten"
    " täällä tänne siellä jota ennen jälkeen lisää asia kylä niinku niinko pitäs pitäis saaha saatava ois olis oo vois ettei"
    " jotta jossa jonne minne missä sekä ihan kyllä kans kanssa muu moni sama".split()
)
"""Words that any idea of any evening may hold, in writing and in talk."""


class Part(NamedTuple):
    """A word or a part of a compound: Voikko's mark of its class, its dictionary form, and how it stood."""

    kind: str
    base: str
    form: str


class Finnish:
    """Reads words through Voikko's dictionary; one that it does not know stands for itself."""

    how = "lemmas"

    def __init__(self) -> None:
        self._dictionary = dictionary()
        self._known = lru_cache(maxsize=50_000)(self._read)

    def read(self, word: str) -> tuple[Term, ...]:
        return self._known(word)

    def _read(self, word: str) -> tuple[Term, ...]:
        outputs = self._dictionary.outputs(word)
        if not outputs:
            return () if word in _COMMON or len(word) < 3 else (Term(word, 1.0, False),)
        forms: dict[str, tuple[list[Part], bool]] = {}
        for parts in map(parts_of, outputs):
            if parts and parts[-1].kind not in _EMPTY:
                forms.setdefault(whole(parts), (parts, parts[-1].kind in _NAMING))
        if all(form in _COMMON for form in forms):
            return ()
        share = 1.0 / len(forms)
        terms = [Term(form, share, naming) for form, (_, naming) in forms.items()]
        for parts, _ in forms.values():
            terms += [Term(part.base, share, part.kind in _NAMING) for part in parts if len(parts) > 1]
        return tuple(term for term in terms if len(term.text) > 2 and term.text not in _COMMON)


def parts_of(output: str) -> list[Part]:
    """What the dictionary said of a word, in parts, e.g. `[Ln][Xp]bussi[X]buss[Sn][Ny]i[Bh][Bc][Ln][Xp]yhteys[X]yhteys`."""
    parts = [_part(_PIECE.findall(text)) for text in output.split("[Bc]")]
    return [part for part in parts if part.kind]


def whole(parts: list[Part]) -> str:
    """The dictionary form of a compound: only its last part is bent, and adjectives with it."""
    bent = [part.base if part.kind in ("l", "nl") else part.form for part in parts[:-1]]
    return "".join([*bent, parts[-1].base])


def _part(pieces: list[str]) -> Part:
    kind = base = form = since = given = inside = ""
    for piece in pieces:
        if piece in ("[Xp]", "[Xj]"):
            base, since, given, inside = base + since, "", "", "base"
        elif piece in ("[Xr]", "[Xs]"):
            inside = "aside"
        elif piece == "[X]":
            inside = ""
        elif piece.startswith("[L"):
            kind = piece[2:-1]
        elif not piece.startswith("["):
            if inside == "base":
                given += piece
            elif not inside:
                form += piece
                since += piece
    return Part(kind, _plain(base + given or form).strip("-"), _plain(form))


def _plain(form: str) -> str:
    """Without the marks of where a word may be divided."""
    return form.lower().replace("=", "")
