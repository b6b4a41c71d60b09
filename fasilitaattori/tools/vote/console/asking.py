"""What the facilitator is asked before a vote is counted for good, and before everybody votes anew."""

from collections.abc import Callable

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.console import Asking


def before_counting(papers: int, tr: Translator, count: Callable[[], None]) -> Asking:
    """So many ballots were typed in from paper: it is the last moment to look through them."""
    typed = tr.n("{n} lippu syötetty", "{n} lippua syötetty", papers)
    text = tr("{papers}. Laskemisen jälkeen niitä ei voi enää avata eikä korjata.", papers=typed)
    return Asking(tr("Suljetaanko äänestys?"), text, tr("Sulje ja laske"), count, safe=tr("Pidä auki"))


def before_again(tr: Translator, vote_anew: Callable[[], None]) -> Asking:
    """There is a result already."""
    text = tr("Kaikki äänestävät alusta. Tämän kierroksen tulos jää talteen.")
    return Asking(tr("Äänestetäänkö uudelleen?"), text, tr("Äänestä uudelleen"), vote_anew, safe=tr("Pidä tulos"))
