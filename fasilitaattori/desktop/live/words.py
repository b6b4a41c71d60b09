"""What the live desk says in words of time and of how people work: pure, so that every case can be tested."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.catching_up import Shorter
from fasilitaattori.workshop.schedule import Schedule
from fasilitaattori.workshop.state import Workshop

MODE_TABS: dict[str, tuple[str, str]] = {
    "kaikki": (N_("Nyt: kaikki yhdessä"), "chats-circle"),
    "yksin": (N_("Nyt: yksin, hiljaa"), "user"),
    "pari": (N_("Nyt: pareittain"), "users"),
    "ryhma": (N_("Nyt: pienissä ryhmissä"), "users-four"),
    "aani": (N_("Nyt: äänestetään"), "hand-tap"),
    "esitys": (N_("Nyt: esitys, kuunnellaan"), "megaphone-simple"),
    "tauko": (N_("Nyt: tauko"), "coffee"),
}
"""How people work -> (words of the yellow tab, icon)."""

IN_A_RING = N_("Nyt: kaikki yhdessä, ringissä")
RING_TOOLS = ("discussion", "cards")


def tab_of(step: Step, tr: Translator) -> tuple[str, str]:
    """The words and icon of the yellow tab."""
    words, icon = MODE_TABS.get(step.mode, MODE_TABS["kaikki"])
    if step.mode == "kaikki" and step.tool in RING_TOOLS:
        words = IN_A_RING
    return tr(words), icon


def clock_words(minutes: float, tr: Translator) -> str:
    """18.47 of minutes since midnight, rounded to the nearest minute."""
    moment = datetime(2000, 1, 1) + timedelta(minutes=round(minutes))  # noqa: DTZ001 - a clock time without a day
    return tr.time(moment)


def lateness(plan: Schedule, tr: Translator, short: bool = False) -> tuple[str, str, str]:
    """(words, kind, icon) of the tag that tells how the evening goes against its plan, and, unless `short`, against its real
    start when that was another one."""
    end = clock_words(plan.end, tr)
    late = round(plan.late)
    since = "" if short else since_start(plan, tr)
    kind, icon = ("savi", "clock") if late >= 1 else ("kuusi", "check")
    if late >= 1:
        told = tr("{n} min jäljessä", n=late)
    elif late <= -1:
        told = tr("{n} min edellä", n=-late)
    else:
        told = tr("Ajassa")
    return " · ".join(part for part in (told, since, tr("loppuu {time}", time=end)) if part), kind, icon


def since_start(plan: Schedule, tr: Translator) -> str:
    """How the evening goes against its real start; "" when that was the planned one."""
    if round(plan.begun_late) == 0:
        return ""
    since = round(plan.late_since_start)
    return tr("alusta {n} min", n=f"+{since}" if since > 0 else f"−{-since}" if since else "0")


def lateness_told(plan: Schedule, tr: Translator) -> str:
    """The same in whole sentences: against the plan, and against the real start."""
    told = [_against_plan(round(plan.late), tr)]
    if round(plan.begun_late):
        told.append(tr("Ilta alkoi klo {time}.", time=clock_words(plan.planned_start + plan.begun_late, tr)))
        told.append(_against_start(round(plan.late_since_start), tr))
    return " ".join(told)


def _against_plan(minutes: int, tr: Translator) -> str:
    if minutes > 0:
        return tr("Suunnitelmasta ollaan {n} min jäljessä.", n=minutes)
    if minutes < 0:
        return tr("Suunnitelmasta ollaan {n} min edellä.", n=-minutes)
    return tr("Suunnitelmassa ollaan ajassa.")


def _against_start(minutes: int, tr: Translator) -> str:
    if minutes > 0:
        return tr("Siitä lukien ollaan {n} min jäljessä.", n=minutes)
    if minutes < 0:
        return tr("Siitä lukien ollaan {n} min edellä.", n=-minutes)
    return tr("Siitä lukien ollaan ajassa.")


def shorter_words(steps: Sequence[Shorter], tr: Translator) -> str:
    """What would be shortened: Pariporina 15 → 12 min, Ideaseinä 35 → 32 min."""
    return ", ".join(tr("{step} {before} → {after} min", step=s.step.title, before=s.before, after=s.after) for s in steps)


def waited(milliseconds: int, tr: Translator) -> str:
    """How long somebody has waited: äsken, 3 min."""
    minutes = milliseconds // 60_000
    return tr("äsken") if minutes < 1 else tr("{n} min", n=minutes)


def duration(milliseconds: int) -> str:
    """1:24 of a speaking time."""
    seconds = max(0, milliseconds) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def person_name(state: Workshop, number: int, tr: Translator) -> str:
    """The name of a person, or "Osallistuja 7" of one without."""
    return state.people.shown_name(number) or tr("Osallistuja {n}", n=number)


def turn_words(turns: int, tr: Translator) -> str:
    """Which turn the next one would be: "3. vuoro"."""
    return tr("{n}. vuoro", n=turns + 1)


def short_place_of(state: Workshop, tr: Translator) -> str:
    """5 / 11 of the step that is on."""
    index = state.plan.index(state.run.current) + 1
    return tr("{n} / {total}", n=index, total=len(state.plan.steps()))


def place_of(state: Workshop, tr: Translator) -> str:
    """Vaihe 5 / 11 of the step that is on."""
    index = state.plan.index(state.run.current) + 1
    return tr("Vaihe {n} / {total}", n=index, total=len(state.plan.steps()))
