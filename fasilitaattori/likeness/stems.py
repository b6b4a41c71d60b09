"""Swedish and English words by their stems, with character n-grams for compounds and slips of the pen."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from fasilitaattori.likeness.words import Term

_NAMES = {"sv": "swedish", "en": "english"}
_COMMON = {  # untranslated: words of the notes, never shown
    "sv": frozenset(
        "och att det som en ett den de i på är för med till av om inte kan ska skulle vi man så vara har från vid när"
        " där här också alla mer ny nya nytt gammal gamla bra få får finns göra bli blir kunde borde måste något någon"
        " sig eller men än då upp ut in över under efter utan bara vår våra vårt oss sin sina varje by byn bys".split()
    ),
    "en": frozenset(
        "the a an and or of to in on at for with from by is are be been was were it its this that these those we our"
        " us you your they their he she i my not no so as but if then than too very can could should would will have"
        " has had do does get more new old good all any some every one there here where when who what which out up"
        " down over under again also just only need needs village".split()
    ),
}


class Stems:
    """Reads words by the Snowball stemmer of the language."""

    how = "stems"

    def __init__(self, code: str) -> None:
        self._common = _COMMON[code]
        self._name = _NAMES[code]

    def read(self, word: str) -> tuple[Term, ...]:
        if word in self._common or len(word) < 2:
            return ()
        return (Term(_stem(self._name, word), 1.0, len(word) > 3),)


@lru_cache(maxsize=50_000)
def _stem(name: str, word: str) -> str:
    # A stemmer keeps the word it works on, so one is made for each: two threads may ask at the same time.
    stem: str = snowballstemmer.stemmer(name).stemWord(word)
    return stem
