"""What the live desk says in words of time and of how people work: pure, so that every case can be tested."""

from datetime import datetime, timedelta

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.agenda import Step
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


def lateness(plan: Schedule, tr: Translator) -> tuple[str, str, str]:
    """(words, kind, icon) of the tag that tells how the evening goes against its plan."""
    end = clock_words(plan.end, tr)
    late = round(plan.late)
    if late >= 1:
        return tr("{n} min jäljessä · loppuu {time}", n=late, time=end), "savi", "clock"
    if late <= -1:
        return tr("{n} min edellä · loppuu {time}", n=-late, time=end), "kuusi", "check"
    return tr("Ajassa · loppuu {time}", time=end), "kuusi", "check"


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


def place_of(state: Workshop, tr: Translator) -> str:
    """Vaihe 5 / 11 of the step that is on."""
    index = state.plan.index(state.run.current) + 1
    return tr("Vaihe {n} / {total}", n=index, total=len(state.plan.steps()))
