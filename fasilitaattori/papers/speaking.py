"""How the talk was shared, for the minutes of those who want it in: counted, drawn and told without names.

Few speakers could be told apart by their shares alone, so nothing is shown of fewer than five.
"""

from collections.abc import Sequence

from fasilitaattori.document.blocks import Block, drawn, paragraph, table
from fasilitaattori.figures.speaking import share, speaking, told
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.state import Workshop

SHOWN_FROM = 5
_LISTED = 12  # longer lists end in one row for all the rest


def chapter(state: Workshop, tr: Translator) -> list[Block]:
    """How many spoke and how evenly; a figure and its numbers, the longest first. Nothing when no turns were given."""
    spoken = _spoken(state)
    if not spoken:
        return []
    if len(spoken) < SHOWN_FROM:
        return [paragraph(tr("Puhujia oli alle viisi, joten puheaikoja ei näytetä."), small=True)]
    times = [time for time, _ in spoken]
    title = tr("Puheajan jakautuminen")
    shares = drawn(lambda width: speaking(times, tr, title=title, width=width))
    why = tr("Nimiä ei kerrota. Mukana ovat ne puheenvuorot, jotka ohjaaja antoi jonosta.")
    return [paragraph(told(times, tr)), shares, _numbers(spoken, tr), paragraph(why, small=True)]


def brief(state: Workshop, tr: Translator) -> str:
    """How many spoke, for the list of sections."""
    spoken = len(_spoken(state))
    return tr.n("{n} puhuja", "{n} puhujaa", spoken) if spoken else ""


def _spoken(state: Workshop) -> list[tuple[int, int]]:
    """Milliseconds and turns of everyone who has finished a turn, the longest first."""
    floor = state.floor
    ended = {turn.asking.number for turn in floor.turns if turn.end_ms is not None}
    turns = {number: sum(1 for turn in floor.turns if turn.asking.number == number) for number in ended}
    return sorted(((floor.time_ms(number), turns[number]) for number in ended), reverse=True)


def _numbers(spoken: list[tuple[int, int]], tr: Translator) -> Block:
    """Speakers by their order alone."""
    total = sum(time for time, _ in spoken)
    rows = [_row(f"{place}.", [one], total, tr) for place, one in enumerate(spoken, 1)]
    if len(rows) > _LISTED:
        rest = tr.n("Muut yhteensä ({n})", "Muut yhteensä ({n})", len(rows) - _LISTED)
        rows = [*rows[:_LISTED], _row(rest, spoken[_LISTED:], total, tr)]
    header = [tr("Puhuja"), tr("Puheenvuoroja"), tr("Aika"), tr("Osuus")]
    return table(header, rows, weights=(3, 2, 2, 2), right=(1, 2, 3))


def _row(name: str, some: Sequence[tuple[int, int]], total: int, tr: Translator) -> list[str]:
    time, turns = sum(time for time, _ in some), sum(turns for _, turns in some)
    return [name, f"{turns}", _time(time), share(time, total, tr)]


def _time(ms: int) -> str:
    """Minutes and seconds: 3:05."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
