"""What is to be answered as a list: its order, filters and search, and in a few words how each stands. No Qt here."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.answers import (
    DONE,
    REFUSED,
    SETTLED,
    TELLING,
    UNDER_WAY,
    WAITING,
    Answer,
    is_asked,
    matters,
    promise_of,
)
from fasilitaattori.workshop.state import Workshop
from fasilitaattori.workshop.tool import Matter

OUTCOMES: dict[str, tuple[str, str, str]] = {
    DONE: (N_("Tehty"), "check-circle-fill", "kuusi"),
    UNDER_WAY: (N_("Työn alla"), "hourglass-medium", "jarvi"),
    REFUSED: (N_("Ei toteudu"), "minus-circle", "ink2"),
    WAITING: (N_("Odottaa"), "clock", "savi"),
}
"""Each outcome in words (a msgid), its icon and the colour of the icon."""

KINDS = {
    TELLING: N_("Lupaus kertoa"),
    "action": N_("Tehtävä"),
    "decision": N_("Päätös"),
    "theme": N_("Teema"),
    "idea": N_("Idea"),
}
ALL, OPEN, LATE, ANSWERED = "all", "open", "late", "answered"
FILTERS = {
    ALL: N_("Kaikki"),
    OPEN: N_("Vailla vastausta"),
    LATE: N_("Myöhässä"),
    ANSWERED: N_("Vastatut"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Something to be answered: `answer` its own (None = none yet), `day` by when it is promised, `late` = that day has passed.
    `theme` is the name of the theme it belongs to, `asked` = it waits for an answer of its own."""

    matter: Matter
    answer: Answer | None
    day: date | None = None
    late: bool = False
    theme: str = ""
    asked: bool = True

    @property
    def said(self) -> str:
        """Everything it is found by."""
        return " ".join((self.matter.words, self.theme, self.matter.who, self.answer.text if self.answer else ""))

    @property
    def id(self) -> str:
        return self.matter.id

    @property
    def outcome(self) -> str:
        return self.answer.outcome if self.answer is not None else ""


def lines(state: Workshop, today: date) -> list[Line]:
    """Everything that can be answered, what waits first: promises whose day has passed, then what has no answer (actions,
    decisions, themes by size), then what is under way, then what is settled; ideas under a theme last."""
    found = matters(state)
    names = {matter.id: matter.words for matter in found if matter.kind == "theme"}
    made = [_line(state, matter, names.get(matter.under, ""), today) for matter in found]
    return sorted(made, key=_order)


def belongs(line: Line, chosen: str, words: str = "") -> bool:
    """Does the line pass this filter and search? Ideas under a theme show when they are searched for, or have an answer."""
    wanted = _plain(words).split()
    if wanted and not all(word in _plain(line.said) for word in wanted):
        return False
    if not wanted and not line.asked and line.answer is None:
        return False
    match chosen:
        case "open":
            return line.answer is None and (line.asked or bool(wanted))
        case "late":
            return line.late
        case "answered":
            return line.answer is not None
        case _:
            return True


def counts(found: Sequence[Line]) -> dict[str, int]:
    """How many lines each filter shows."""
    return {key: sum(belongs(line, key) for line in found) for key in FILTERS}


def name_of(line: Line, tr: Translator) -> str:
    """What it says, on one line."""
    if line.matter.kind == TELLING:
        return tr("Kerrotaan osallistujille")
    words = " ".join(line.matter.words.split())
    return tr.quoted(words) if line.matter.kind == "idea" else words


def about(line: Line, tr: Translator) -> str:
    """The small line: what it is, how many said it, and by when something is promised."""
    parts = [tr(KINDS[line.matter.kind])]
    if line.matter.kind in ("theme", "idea") and line.matter.size > 1:
        parts.append(tr.n("{n} lappu", "{n} lappua", line.matter.size))
    if line.theme:
        parts.append(line.theme)
    if line.answer is None or line.outcome not in SETTLED:
        who = (line.answer.who if line.answer else "") or line.matter.who
        when = (line.answer.when if line.answer else "") or line.matter.when
        parts += [part for part in (who, when) if part]
    elif line.answer.text:
        parts.append(" ".join(line.answer.text.split()))
    return " · ".join(parts)


def lateness(line: Line, today: date, tr: Translator) -> str:
    """ "3 päivää myöhässä", "" when it is not late."""
    if not line.late or line.day is None:
        return ""
    days = (today - line.day).days
    if days < 14:
        return tr.n("{n} päivän myöhässä", "{n} päivää myöhässä", days)
    if days < 60:
        return tr.n("{n} viikon myöhässä", "{n} viikkoa myöhässä", days // 7)
    return tr.n("{n} kuukauden myöhässä", "{n} kuukautta myöhässä", days // 30)


def _line(state: Workshop, matter: Matter, theme: str, today: date) -> Line:
    answer = state.answers.by_id.get(matter.id)
    promise = promise_of(state, matter) if answer is not None or matter.when else None  # most ideas of a wall have neither
    day = promise.day if promise is not None and state.run.phase == "ended" else None
    return Line(matter, answer, day, day is not None and day < today, theme, is_asked(matter))


def _order(line: Line) -> tuple[int, int, int]:
    """Which group, then the oldest promise, then the most said."""
    if line.late:
        group = 0
    elif not line.asked and line.answer is None:
        group = 4
    elif line.answer is None:
        group = 1
    else:
        group = 3 if line.outcome in SETTLED else 2
    kinds = (TELLING, "action", "decision", "theme", "idea")
    by_day = line.day.toordinal() if line.late and line.day else 0
    return group, by_day, kinds.index(line.matter.kind) * 100_000 - min(line.matter.size, 99_999)


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
