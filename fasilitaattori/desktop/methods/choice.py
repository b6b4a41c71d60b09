"""Which methods are shown in what order, by what is known of the evening. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator, translator
from fasilitaattori.methods.choosing import Fit, Forms, fits, nearest, search
from fasilitaattori.methods.model import PURPOSES, Method

LEAST_MINUTES, MOST_MINUTES, STEP_MINUTES = 10, 250, 10
"""The slider of minutes; its end means that time is no limit."""
CLOSEST = 3
OWN = "own"  # among the counts of purposes: the user's own methods
ORDERS: dict[str, str] = {"fit": N_("Sopivin ensin"), "name": N_("Nimen mukaan"), "short": N_("Lyhin ensin")}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of the evening. `minutes` and `people` 0 = not known."""

    text: str = ""
    purposes: frozenset[str] = frozenset()
    minutes: int = 0
    people: int = 0
    without_phones: bool = False
    no_tables: bool = False
    own: bool = False
    order: str = "fit"

    @property
    def narrows(self) -> bool:
        """Does it leave anything out?"""
        return replace(self, order="fit") != Wish()

    def fit(self, method: Method) -> Fit:
        """How the method suits."""
        return fits(method, self.minutes or None, self.people or None, self.without_phones, self.no_tables)


@dataclass(frozen=True, slots=True)
class Found:
    """What to show: `methods` in order with their fit, how many of them suit, and whether these are only the closest ones."""

    methods: tuple[tuple[Method, Fit], ...]
    suitable: int
    closest_only: bool = False


def choose(methods: Sequence[Method], wish: Wish, language: str, forms: Forms | None = None) -> Found:
    """The methods for this wish. Those that do not suit come last; when none does, the closest three."""
    allowed = [method for method in methods if method.own or not wish.own]
    named = search(allowed, wish.text, language, forms)
    wanted = [method for method in named if not wish.purposes or wish.purposes & set(method.purposes)]
    pairs = [(method, wish.fit(method)) for method in wanted]
    suitable = sum(1 for _, fit in pairs if fit.ok)
    if not suitable:
        near_words = [] if named else nearest(allowed, wish.text, language, forms)
        if near_words:
            return Found(tuple((method, wish.fit(method)) for method in near_words[:CLOSEST]), 0, closest_only=True)
        pool = [(method, wish.fit(method)) for method in (wanted or named or methods)]
        near = sorted(pool, key=lambda pair: (pair[1].distance, _missing(pair[0], wish)))[:CLOSEST]
        return Found(tuple(near), 0, closest_only=True)
    if wish.order == "name":
        key = translator(language).sort_key
        pairs.sort(key=lambda pair: (not pair[1].ok, key(pair[0].in_language(language).name)))
    elif wish.order == "short":
        pairs.sort(key=lambda pair: (not pair[1].ok, pair[0].minutes.default))
    elif not wish.text:
        pairs.sort(key=lambda pair: (not pair[1].ok, pair[1].distance))
    return Found(tuple(pairs), suitable)


def _missing(method: Method, wish: Wish) -> int:
    return 0 if not wish.purposes or wish.purposes & set(method.purposes) else 1


def minutes_range(tr: Translator, method: Method) -> str:
    """ "60–240 min"."""
    low, high = method.minutes.min, method.minutes.max
    return tr("{n} min", n=low) if low == high else tr("{low}–{high} min", low=low, high=high)


def counts(methods: Sequence[Method]) -> dict[str, int]:
    """How many methods serve each purpose, and how many are the user's own (OWN)."""
    own = {OWN: sum(1 for method in methods if method.own)}
    return own | {purpose: sum(1 for method in methods if purpose in method.purposes) for purpose in PURPOSES}
