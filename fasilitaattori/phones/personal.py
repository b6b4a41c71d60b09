"""The short code that brings a person back on another phone, or when the laptop's address has changed.

It follows from the hash of the address they got first, so it is stored nowhere and is the same after a restart. It is a key: it
is shown only on that person's own page, never on the screen or on the desk.
"""

import functools
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fasilitaattori.workshop.people import People, Person

# 28 signs of which none looks like another when it is read aloud from a small screen or copied by hand.
SIGNS = "23456789ACDEFGHJKMNPQRTUVWXY"
LENGTH = 6
_LOOK_ALIKES = str.maketrans("0OIL1ZSB", "QQJJ7258")


@functools.lru_cache(4096)
def code_of(token_hash: str) -> str:
    """The code as it is read: "K7M 4PX"."""
    number = int.from_bytes(hashlib.blake2b(token_hash.encode(), digest_size=16, person=b"own code").digest(), "big")
    signs = []
    for _ in range(LENGTH):
        number, index = divmod(number, len(SIGNS))
        signs.append(SIGNS[index])
    half = LENGTH // 2
    return f"{''.join(signs[:half])} {''.join(signs[half:])}"


def read(typed: str) -> str:
    """What was typed, as `code_of` writes it; "" when it cannot be a code. Case, spaces and look-alikes do not matter."""
    signs = "".join(c for c in typed.upper() if c.isalnum()).translate(_LOOK_ALIKES)
    half = LENGTH // 2
    return f"{signs[:half]} {signs[half:]}" if len(signs) == LENGTH else ""


def whose(code: str, people: "People") -> "Person | None":
    """Whose code this is; removed people have theirs still. Somebody without a phone has none."""
    if not code:
        return None
    return next((person for person in people.all.values() if person.token and code_of(person.token) == code), None)


def is_free(token_hash: str, people: "People") -> bool:
    """Would this address give a code that nobody has yet?"""
    return whose(code_of(token_hash), people) is None
