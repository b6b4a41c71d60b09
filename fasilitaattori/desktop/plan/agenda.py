"""What the agenda of the plan page shows: one row per step with its clock time, and what does not fit. No Qt here."""

from dataclasses import dataclass
from datetime import time

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.agenda import Step, StepPlan
from fasilitaattori.workshop.schedule import Schedule, Slot
from fasilitaattori.workshop.state import Workshop

DAY = 24 * 60
MODE_ICONS: dict[str, str] = {
    "kaikki": "users-three",
    "yksin": "user",
    "pari": "users",
    "ryhma": "users-four",
    "esitys": "megaphone-simple",
    "aani": "hand-tap",
    "tauko": "coffee",
}


@dataclass(frozen=True, slots=True)
class ToolKind:
    """A way of working as it is offered for a new step: words, icon, minutes and mode to begin with, and what it does."""

    words: str
    icon: str
    minutes: int
    mode: str
    room: str
    phones: str


TOOL_KINDS: dict[str, ToolKind] = {
    "talk": ToolKind(
        N_("Puhe tai ohje"), "megaphone-simple", 5, "esitys", N_("otsikko, ohje ja kello"), N_("ohje ja kellonaika")
    ),
    "discussion": ToolKind(
        N_("Keskustelu"), "chats-circle", 20, "kaikki", N_("kysymys ja tuolirinki"), N_("kysymys ja puheenvuoron pyyntö")
    ),
    "cards": ToolKind(
        N_("Kysymyskortit"), "cards-three", 20, "pari", N_("nostettu kortti ja tuolirinki"), N_("nostettu kortti")
    ),
    "ideas": ToolKind(N_("Ideaseinä"), "note", 15, "yksin", N_("kysymys ja laput"), N_("oman idean lähetys")),
    "vote": ToolKind(N_("Äänestys"), "hand-tap", 10, "aani", N_("vaihtoehdot, sulkemisen jälkeen tulos"), N_("äänestyslippu")),
    "survey": ToolKind(
        N_("Kysely"), "clipboard-text", 5, "yksin", N_("vastanneiden määrä, lopuksi tulos"), N_("nimetön kyselylomake")
    ),
    "pause": ToolKind(N_("Tauko"), "coffee", 15, "tauko", N_("aikaa jäljellä ja mitä seuraavaksi"), N_("jatkon kellonaika")),
}
"""The tools in the order in which they are offered, with what the room and the phones see."""


@dataclass(frozen=True, slots=True)
class Row:
    """A step as a row. `gap` minutes free before it (negative: it cannot begin when it is pinned to); `over` minutes of it
    that do not fit; `state` done, now or next. `plan` is what the step was when the row was made, for the fold changes the
    step itself: two rows are equal only if nothing that they show has changed."""

    step: Step
    plan: StepPlan
    number: int
    start: str
    end: str
    minutes: int
    state: str
    gap: int = 0
    over: int = 0

    @property
    def id(self) -> str:
        return self.step.id


def clock(tr: Translator, minutes: float) -> str:
    """The clock time of minutes since midnight, as this language writes it."""
    whole = round(minutes) % DAY
    return tr.time(time(whole // 60, whole % 60))


def rows(state: Workshop, times: Schedule, tr: Translator) -> list[Row]:
    """The rows of the agenda."""
    at_hand = state.info.minutes_at_hand
    limit = times.planned_start + at_hand if at_hand else None
    return [_row(slot, number, limit, tr) for number, slot in enumerate(times.slots, 1)]


def _row(slot: Slot, number: int, limit: float | None, tr: Translator) -> Row:
    over = 0
    if limit is not None and slot.state != "done":
        over = round(min(max(0.0, slot.end - limit), slot.end - slot.start))
    return Row(
        slot.step,
        slot.step.plan,
        number,
        clock(tr, slot.start),
        clock(tr, slot.end),
        slot.step.minutes,
        slot.state,
        round(slot.slack) if slot.step.pinned and slot.state == "next" else 0,
        over,
    )


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit tag: words, kind and icon; `over` minutes too many, or `left` minutes to spare."""

    words: str
    kind: str
    icon: str
    over: int = 0
    left: int = 0


def fit(state: Workshop, times: Schedule, tr: Translator) -> Fit:
    """Does the agenda fit, and, while running, is it on time?"""
    total = tr("{n} min", n=times.total)
    if not times.slots:
        return Fit(tr("ei vaiheita"), "line", "info")
    if state.run.visits and state.run.phase != "ended":
        late = round(times.late)
        end = clock(tr, times.end)
        if late > 0:
            return Fit(tr("{n} min jäljessä · loppuu {time}", n=late, time=end), "savi", "clock")
        if late < 0:
            return Fit(tr("{n} min edellä · loppuu {time}", n=-late, time=end), "kuusi", "clock")
        return Fit(tr("aikataulussa · loppuu {time}", time=end), "kuusi", "clock")
    over = round(times.over)
    if over > 0:
        return Fit(tr("{total} · {n} min yli", total=total, n=over), "savi", "warning", over)
    at_hand = state.info.minutes_at_hand
    if at_hand is None:
        return Fit(tr("{total} · loppuu {time}", total=total, time=clock(tr, times.planned_end)), "line", "clock")
    left = round(times.planned_start + at_hand - times.planned_end)
    if left > 0:
        return Fit(tr("{total} · {n} min väljää", total=total, n=left), "kuusi", "check", left=left)
    return Fit(tr("{total} · mahtuu aikaan", total=total), "kuusi", "check")


def span(times: Schedule, tr: Translator) -> str:
    """ "18.00–20.30" of the whole agenda as planned."""
    return f"{clock(tr, times.planned_start)}–{clock(tr, times.planned_end)}"


def hint_of(step: Step, tr: Translator) -> str:
    """The small words beside a step's name: its groups, its hint, else the first thing it asks."""
    groups = [group.name or group.topic for group in step.groups]
    if groups:
        return tr.n("{n} ryhmä: {names}", "{n} ryhmää: {names}", len(groups), names=", ".join(filter(None, groups)))
    if step.hint:
        return step.hint
    asked = step.settings.get("prompt") or step.settings.get("question") or step.settings.get("text") or ""
    prompts = step.settings.get("prompts") or []
    found = str(asked or (prompts[0] if prompts else ""))
    return found.replace("\n", " ")


def next_length(minutes: int, way: int) -> int:
    """The next multiple of five minutes up or down; one by one under five."""
    if way > 0:
        return minutes + 1 if minutes < 5 else minutes - minutes % 5 + 5
    return max(1, minutes - 1 if minutes <= 5 else minutes - (minutes % 5 or 5))
