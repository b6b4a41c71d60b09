"""Methods and card decks as data: a new method is a file, never code.

Somebody who knows workshops but not programming writes these files, so loading them is forgiving towards the others
(one broken file never stops the rest) and plain-spoken about what is wrong in one.

    library = load_library([resource(), data_dir], check)
    method = library.method("eratauko")
    plans = library.plans(scaled(method, 90), "fi")        # ready to be put into a workshop
"""

from fasilitaattori.methods.choosing import Fit, fits, search
from fasilitaattori.methods.library import Library, load_decks, load_library, load_methods
from fasilitaattori.methods.model import (
    PURPOSES,
    Deck,
    Example,
    LocalDeck,
    LocalMethod,
    Method,
    StepTemplate,
)
from fasilitaattori.methods.problems import Problem
from fasilitaattori.methods.scaling import DoesNotFit, scale_minutes, scaled, shortest

__all__ = [
    "PURPOSES",
    "Deck",
    "DoesNotFit",
    "Example",
    "Fit",
    "Library",
    "LocalDeck",
    "LocalMethod",
    "Method",
    "Problem",
    "StepTemplate",
    "fits",
    "load_decks",
    "load_library",
    "load_methods",
    "scale_minutes",
    "scaled",
    "search",
    "shortest",
]
