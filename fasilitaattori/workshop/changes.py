"""How a method was changed: the steps as the method brought them, compared with the plan as it stands and as it was run.

Nothing is written down for this but reasons: the log knows each step as it came in and what became of it, so undoing a change
takes it from this list too.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator

if TYPE_CHECKING:
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

ASKED = ("prompt", "prompts", "question", "questions", "text", "options", "cards", "intro", "ground_rules", "themes", "columns")
"""The settings, of whatever tool, that say what people are asked or shown; any other one is a way of doing."""
TOGETHER: dict[str, str] = {
    "kaikki": N_("kaikki yhdessä"),
    "yksin": N_("yksin"),
    "pari": N_("pareittain"),
    "ryhma": N_("ryhmissä"),
    "aani": N_("äänestäen"),
    "esitys": N_("esityksenä"),
    "tauko": N_("taukona"),
}


@dataclass(frozen=True, slots=True)
class What:
    """One difference. `kind`: left_out, skipped, added, length, moved, together, asked, done; `before` and `after` are minutes
    of a length and modes of "together"."""

    kind: str
    before: int | str = ""
    after: int | str = ""

    def text(self, tr: Translator) -> str:
        """In words: "lyhennetty 35 → 20 min"."""
        match self.kind:
            case "left_out":
                return tr("jätetty pois")
            case "skipped":
                return tr("jäi illalla väliin")
            case "added":
                return tr("lisätty, {n} min", n=self.after)
            case "length" if int(self.after) < int(self.before):
                return tr("lyhennetty {before} → {after} min", before=self.before, after=self.after)
            case "length":
                return tr("pidennetty {before} → {after} min", before=self.before, after=self.after)
            case "moved":
                return tr("siirretty toiseen kohtaan")
            case "together":
                ways = [tr(TOGETHER.get(str(mode), str(mode))) for mode in (self.before, self.after)]
                return tr("{before} → {after}", before=ways[0], after=ways[1])
            case "asked":
                return tr("kysytään toisin")
            case _:
                return tr("tehdään toisin")


@dataclass(frozen=True, slots=True)
class Change:
    """A step that is not as the method brought it, what differs, and why ("" = nobody has said)."""

    step: "Step"
    whats: tuple[What, ...]
    why: str = ""

    @property
    def asks_why(self) -> bool:
        """Is its reason worth asking for? Every evening asks about its own matter; that alone needs none."""
        return not self.why and any(what.kind != "asked" for what in self.whats)

    def text(self, tr: Translator) -> str:
        """All that differs, in words."""
        return ", ".join(what.text(tr) for what in self.whats)


def methods_used(state: "Workshop") -> list[str]:
    """The names of the methods of which some step is still in the plan, in the order of the plan."""
    return list(dict.fromkeys(step.plan.origin for step in state.plan.steps() if step.plan.origin))


def changes(state: "Workshop") -> list[Change]:
    """The steps that differ from their method, in the order of the plan (one left out stands where it was). A workshop without
    a method has none, and neither has a method of which no step is left."""
    used = set(methods_used(state))
    if not used:
        return []
    steps = sorted(state.plan.by_id.values(), key=lambda step: (step.key, step.id))
    from_method = [step for step in steps if step.plan.origin in used]
    moved = _moved([step for step in from_method if not step.removed])
    found = []
    for step in steps:
        whats = tuple(_whats(state, step, step.plan.origin in used, step.id in moved))
        if whats:
            found.append(Change(step, whats, state.plan.reasons.get(step.id, "")))
    return found


def change_of(state: "Workshop", step_id: str) -> Change | None:
    """How this step differs from its method; None when it does not."""
    return next((change for change in changes(state) if change.step.id == step_id), None)


def _whats(state: "Workshop", step: "Step", of_method: bool, moved: bool) -> list[What]:
    if step.removed:
        return [What("left_out")] if of_method else []
    if not of_method:
        return [What("added", after=step.minutes)]
    if state.run.phase == "ended" and all(visit.step != step.id for visit in state.run.visits):
        return [What("skipped")]
    return [*_differences(step), *([What("moved")] if moved else [])]


def _differences(step: "Step") -> list[What]:
    came, now = step.came, step.plan
    found = []
    if came.minutes != now.minutes:
        found.append(What("length", came.minutes, now.minutes))
    if came.mode != now.mode:
        found.append(What("together", came.mode, now.mode))
    keys = {key for key in came.settings.keys() | now.settings.keys() if came.settings.get(key) != now.settings.get(key)}
    if keys & set(ASKED):
        found.append(What("asked"))
    if keys - set(ASKED):
        found.append(What("done"))
    return found


def _moved(steps: Sequence["Step"]) -> set[str]:
    """The fewest steps that must have moved for the others to be in their first order (all but the longest rising run)."""
    tails: list[str] = []
    lengths = []
    for step in steps:
        at = bisect_left(tails, step.came_key)
        tails[at : at + 1] = [step.came_key]
        lengths.append(at + 1)
    moved = set()
    wanted = len(tails)
    for step, length in zip(reversed(steps), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            moved.add(step.id)
    return moved
