"""Which reader the words of a language have."""

from __future__ import annotations

from functools import cache

from fasilitaattori.likeness.stems import Stems
from fasilitaattori.likeness.words import Language


@cache
def language(code: str) -> Language:
    """The reader of a language (fi, sv, en; others are read as English). The first time for Finnish takes about a second."""
    if code == "fi":
        # Imported here because the Finnish dictionary is heavy, and only Finnish notes need it.
        from fasilitaattori.likeness.finnish import Finnish

        return Finnish()
    return Stems(code if code in ("sv", "en") else "en")
