"""Fitting a method into the time at hand without losing what makes it that method."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.methods.model import LocalMethod, Method, Minutes


class DoesNotFit(FasilitaattoriError):
    """No way to make the steps that long. `params`: `total`, `least`."""

    def __init__(self, total: int, least: int) -> None:
        super().__init__(
            N_("Vaiheita ei saa mahtumaan {total} minuuttiin."),
            N_("Ne vievät vähintään {least} minuuttia. Valitse pidempi aika tai poista vaiheita."),
            total=total,
            least=least,
        )


def shortest(parts: Iterable[tuple[int, str]]) -> int:
    """The least minutes of steps given as (minutes, scale): fixed ones as they are, the others one minute each."""
    return sum(minutes if scale == "fixed" else 1 for minutes, scale in parts)


def scale_minutes(parts: Sequence[tuple[int, str]], total: int) -> list[int]:
    """New minutes for steps given as (minutes, scale) so that they sum to `total` exactly. DoesNotFit when they cannot.

    The rule. "fixed" steps (ground rules, agreeing on what happens next) always keep their length and no step is ever
    left out or shorter than a minute. When time is short, minutes are taken one by one,
      1. from the "first" steps (the long joint ones), until each has half of its planned length,
      2. then from the "flexible" ones, until each has half,
      3. then from all of them together.
    When there is more time, all but the fixed ones grow in proportion, so the longest gain most. Each minute goes from
    or to the step that is then furthest from its share of the plan (the Sainte-Laguë divisors): a longer evening never
    makes a step shorter.

    Source: Erätauko (eratauko.fi, "keskustelun vaiheet ja tavoitteet"): works from one to four hours, the sections
    scale, most of the time goes to the joint dialogue, the ground rules are never skipped. That the joint dialogues
    give way first at 60 and 90 minutes is our default; half as the limit keeps them the longest parts of the evening.
    """
    planned = [minutes for minutes, _ in parts]
    first = [i for i, (_, scale) in enumerate(parts) if scale == "first"]
    flexible = [i for i, (_, scale) in enumerate(parts) if scale == "flexible"]
    movable = first + flexible
    least = shortest(parts)
    if total < least or (not movable and total != sum(planned)):
        raise DoesNotFit(total, least)
    half = [max(1, minutes // 2) for minutes in planned]
    new = list(planned)
    for steps, limit in ((first, half), (flexible, half), (movable, [1] * len(planned))):
        _shrink(new, planned, steps, limit, total)
    _grow(new, planned, movable, total)
    return new


def _shrink(new: list[int], planned: Sequence[int], steps: Sequence[int], limit: Sequence[int], total: int) -> None:
    while sum(new) > total and (able := [i for i in steps if new[i] > limit[i]]):
        new[max(able, key=lambda i: (Fraction(2 * new[i] - 1, planned[i]), planned[i], i))] -= 1


def _grow(new: list[int], planned: Sequence[int], steps: Sequence[int], total: int) -> None:
    while sum(new) < total:
        new[min(steps, key=lambda i: (Fraction(2 * new[i] + 1, planned[i]), -planned[i], i))] += 1


def scaled(method: Method, total_minutes: int) -> Method:
    """The method with its steps fitted into that many minutes by `scale_minutes`. DoesNotFit when they cannot."""
    return _with_versions(method, lambda version: _scaled(version, total_minutes))


def _with_versions(method: Method, change: Callable[[LocalMethod], LocalMethod]) -> Method:
    versions = {language: change(version) for language, version in method.versions.items()}
    return msgspec.structs.replace(method, versions=versions)


def _scaled(version: LocalMethod, total: int) -> LocalMethod:
    lengths = scale_minutes([(step.minutes, step.scale) for step in version.steps], total)
    steps = tuple(msgspec.structs.replace(step, minutes=length) for step, length in zip(version.steps, lengths, strict=True))
    minutes = Minutes(min(version.minutes.min, total), total, max(version.minutes.max, total))
    return msgspec.structs.replace(version, steps=steps, minutes=minutes)
