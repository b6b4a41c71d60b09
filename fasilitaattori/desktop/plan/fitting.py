"""Making the agenda fit the time at hand, longer or shorter, without touching what may not give. No Qt here.

A pinned step divides the agenda: what is before it has to fit before it, and shortening that would not help what comes after.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.methods.scaling import DoesNotFit, scale_minutes
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.schedule import Schedule, Slot
from fasilitaattori.workshop.state import Workshop

FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps between two fixed moments: they begin together and have `room` minutes (None = nothing limits them)."""

    steps: tuple[Step, ...]
    room: int | None

    @property
    def total(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def over(self) -> int:
        """Minutes too many, negative = to spare."""
        return 0 if self.room is None else self.total - self.room


@dataclass(frozen=True, slots=True)
class Fitting:
    """New minutes by step, how many minutes longer the agenda gets by them (negative = shorter), and the names of the steps in
    the same stretches that keep their length because they must."""

    minutes: dict[str, int]
    gained: int
    kept: tuple[str, ...]

    def text(self, tr: Translator) -> str:
        """What was done, in words."""
        told = tr("Vaiheita lyhennettiin {n} min", n=-self.gained) if self.gained < 0 else ""
        told = told or tr("Vaiheita pidennettiin {n} min", n=self.gained)
        return told + ". " + tr("Ennallaan: {titles}", titles=", ".join(self.kept)) if self.kept else told


class CannotFit(FasilitaattoriError):
    """The steps that may give cannot give enough. `params`: `room`, `least`, `titles`."""

    def __init__(self, stretch: Stretch, error: DoesNotFit) -> None:
        fixed = ", ".join(step.title for step in stretch.steps if step.plan.flex == FIXED)
        super().__init__(
            N_("Vaiheita ei saa mahtumaan {room} minuuttiin. Ne vievät vähintään {least} minuuttia."),
            N_("Poista vaiheita tai valitse pidempi aika. Nämä eivät lyhene: {titles}.")
            if fixed
            else N_("Poista vaiheita tai valitse pidempi aika."),
            room=max(0, stretch.room or 0),
            least=error.params["least"],
            titles=fixed,
        )


def stretches(state: Workshop, times: Schedule) -> list[Stretch]:
    """The steps still to come, divided at the pinned ones."""
    slots = [slot for slot in times.slots if slot.state == "next"]
    at_hand = state.info.minutes_at_hand
    end = times.planned_start + at_hand if at_hand else None
    groups = list(_divided(slots))
    if not groups:
        return []
    ends = [*(_pinned_to(group[0]) for group in groups[1:]), end]
    return [_stretch(group, limit) for group, limit in zip(groups, ends, strict=True)]


def fitted(state: Workshop, times: Schedule) -> Fitting:
    """The agenda as it fits: where something is over, it is shortened there; where nothing is, the steps grow to fill the time.
    CannotFit when those that may be shortened cannot be enough."""
    found = stretches(state, times)
    shorten = any(stretch.over > 0 for stretch in found)
    minutes: dict[str, int] = {}
    kept: list[str] = []
    gained = 0
    for stretch in found:
        may_give = any(step.plan.flex != FIXED for step in stretch.steps)
        if stretch.room is None or not stretch.over or (stretch.over > 0) != shorten or not (may_give or shorten):
            continue
        lengths = _lengths(stretch, stretch.room)
        changed = {step.id: new for step, new in zip(stretch.steps, lengths, strict=True) if new != step.minutes}
        minutes |= changed
        gained -= stretch.over
        kept += [step.title for step in stretch.steps if step.plan.flex == FIXED]
    return Fitting(minutes, gained, tuple(kept))


def _lengths(stretch: Stretch, room: int) -> list[int]:
    try:
        return scale_minutes([(step.minutes, step.plan.flex) for step in stretch.steps], room)
    except DoesNotFit as error:
        raise CannotFit(stretch, error) from error


def _divided(slots: Sequence[Slot]) -> Iterator[list[Slot]]:
    group: list[Slot] = []
    for slot in slots:
        if slot.step.pinned and group:
            yield group
            group = []
        group.append(slot)
    if group:
        yield group


def _pinned_to(slot: Slot) -> float:
    """The moment it is pinned to, also when it cannot begin then."""
    return slot.start + min(0.0, slot.slack)


def _stretch(group: Sequence[Slot], limit: float | None) -> Stretch:
    begin = _pinned_to(group[0])
    return Stretch(tuple(slot.step for slot in group), None if limit is None else int(limit - begin))
