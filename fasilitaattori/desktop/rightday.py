"""Is it the day of the evening? Who comes to look at next week's plan must not begin it by mistake, nor who opens
one whose day has gone: what happens in an evening stays in its minutes. It is asked once, and practising is offered instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from fasilitaattori.desktop.asking import Offer
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.info import parse_date

if TYPE_CHECKING:
    from fasilitaattori.desktop.workbench import Workbench

NIGHT_ENDS = 5
"""The hour until which the evening of yesterday may still be going on."""


def days_off(day: str, now: datetime) -> int:
    """How many days there still are until the evening, less than 0 when it has been; 0 of one that is today or has no day."""
    found = parse_date(day)
    if found is None or (now.hour < NIGHT_ENDS and found == now.date() - timedelta(days=1)):
        return 0
    return (found - now.date()).days


def told(day: date, off: int, tr: Translator) -> str:
    """How far away the day is, as a sentence."""
    when = f"{tr.weekday(day)} {tr.date(day)}"
    if off > 0:
        return tr.n(
            "Työpajan päivä on {when}, ja siihen on vielä {n} päivä.",
            "Työpajan päivä on {when}, ja siihen on vielä {n} päivää.",
            off,
            when=when,
        )
    return tr.n(
        "Työpajan päivä oli {when}, ja siitä on jo {n} päivä.",
        "Työpajan päivä oli {when}, ja siitä on jo {n} päivää.",
        -off,
        when=when,
    )


class RightDay:
    """Asks before an evening begins on another day than its own. Who says that it does is not asked again that day."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._meant: set[tuple[str, date]] = set()

    def then(self, stream: str, day: str, act: Callable[[], object]) -> None:
        """Do what begins the evening of this stream and day: at once, or when it is meant."""
        bench = self._workbench
        now, found = bench.services.clock.now(), parse_date(day)
        off = days_off(day, now)
        meant = (stream, now.date())
        if found is None or not off or meant in self._meant or stream == bench.practice.copy:
            act()
            return
        tr = bench.tr
        bench.ask(
            tr("Aloitetaanko oikea ilta jo nyt?") if off > 0 else tr("Aloitetaanko oikea ilta nyt?"),
            f"{told(found, off, tr)} {tr('Oikea ilta kirjautuu muistioon. Harjoitus häviää, kun suljet sen.')}",
            tr("Aloita oikea ilta"),
            partial(self._begin, meant, act),
            other=Offer(tr("Harjoittele"), partial(bench.rehearse, stream)),
        )

    def _begin(self, meant: tuple[str, date], act: Callable[[], object]) -> None:
        self._meant.add(meant)
        act()
