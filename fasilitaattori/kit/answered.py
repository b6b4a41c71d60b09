"""How many of the phones that are in have answered: one wording for every tool of the live desk.

It is a number alone. Who they are is shown nowhere.
"""

from __future__ import annotations

from fasilitaattori.errors import N_
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.plainly import tip

ANSWERED, VOTED, ACCEPTED = N_("{n} / {total} vastannut"), N_("{n} / {total} äänestänyt"), N_("{n} / {total} hyväksynyt")


def show_answered(label: Label, words: str, done: int, phones: int) -> None:
    """Shows `done` of `phones`, in one of the words above; what it is counted of is told in the tooltip. More may have answered
    than there are phones: some wrote on paper, some have left."""
    tr = label.look.tr
    told = tr.n(
        "Mukana on {n} puhelin. Poistettuja ja lähteneitä ei lasketa.",
        "Mukana on {n} puhelinta. Poistettuja ja lähteneitä ei lasketa.",
        phones,
    )
    label.set_text(tr(words, n=done, total=max(done, phones)))
    label.setToolTip(tip(told))
    label.setAccessibleDescription(told)
