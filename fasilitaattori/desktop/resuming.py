"""Going on where the evening was: after a crash or a flat battery the program opens the running workshop by itself."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.info import parse_date
from fasilitaattori.workshop.summary import Summary

REHEARSAL = N_("Harjoitus: {title}")
"""How the title of a rehearsal's copy begins."""


def unfinished(rows: Sequence[Summary], now: datetime, tr: Translator) -> Summary | None:
    """The workshop that was running when the program ended, if it is tonight's (or from last night, past midnight).
    A rehearsal is not gone on with."""
    days = {now.date(), now.date() - timedelta(days=1)}
    for row in rows:
        if row.status == "running" and parse_date(row.date) in days and not is_rehearsal(tr, row.title):
            return row
    return None


def resume_words(tr: Translator, now: datetime) -> str:
    """What the toast says."""
    return tr("Jatkettiin klo {time}. Kaikki on tallessa.", time=tr.time(now))


def rehearsal_title(tr: Translator, title: str) -> str:
    """The title of a rehearsal's copy."""
    return tr(REHEARSAL, title=title)


def is_rehearsal(tr: Translator, title: str) -> bool:
    """Whether the title is one of a rehearsal's copy in this language."""
    return title.startswith(tr(REHEARSAL, title="").rstrip())
