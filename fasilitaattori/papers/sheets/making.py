"""Every sheet of exact size by name: what it is called, in which sizes it comes, and how it is made of a workshop."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.papers import followup as answered
from fasilitaattori.papers.sheets import (
    ballots,
    cards,
    dots,
    followup,
    programmes,
    questions,
    rules,
    signin,
    slips,
    surveys,
    tables,
    tags,
)
from fasilitaattori.workshop.letterhead import Letterhead
from fasilitaattori.workshop.state import Workshop

RULES, CARDS, BALLOTS, SURVEYS = "ground_rules", "cards", "ballots", "survey_forms"
QUESTIONS, SIGNS, TAGS, DOTS = "questions", "table_signs", "name_tags", "dots"
SIGN_IN, PROGRAMMES, SLIPS = "sign_in", "agenda_small", "idea_slips"
FOLLOW_UP = "follow_up_poster"
_A4, _WALL = ("a4",), ("a4", "a3")


class How(NamedTuple):
    """The size (one of the sheet's own), whether names stay out, and the sender's letterhead if there is one."""

    size: str
    public: bool
    letterhead: Letterhead | None = None

    @property
    def logo(self) -> bytes:
        """The sender's logo, nothing for none."""
        return self.letterhead.logo if self.letterhead else b""


class Made(NamedTuple):
    """A sheet: `name` is a msgid, the first of `sizes` the usual one; `make` raises FasilitaattoriError when the workshop lacks
    what it needs, which `possible` tells before."""

    name: str
    sizes: tuple[str, ...]
    possible: Callable[[Workshop], bool]
    make: Callable[[Workshop, How, Translator], bytes]


def _rules(state: Workshop, how: How, tr: Translator) -> bytes:
    return rules.rules_poster(rules.ground_rules(state), tr, size=how.size, organisation=state.info.organiser, logo=how.logo)


def _cards(state: Workshop, how: How, tr: Translator) -> bytes:
    return cards.card_sheets(cards.decks_of(state), tr, on_sheet=int(how.size))


def _ballots(state: Workshop, how: How, tr: Translator) -> bytes:
    return ballots.ballot_sheets(ballots.ballots_of(state, tr), tr)


def _surveys(state: Workshop, how: How, tr: Translator) -> bytes:
    return surveys.survey_sheets(surveys.forms_of(state), tr)


def _questions(state: Workshop, how: How, tr: Translator) -> bytes:
    return questions.question_posters(questions.posters_of(state), tr, size=how.size)


def _signs(state: Workshop, how: How, tr: Translator) -> bytes:
    return tables.table_signs(tables.signs_of(state), tr)


def _tags(state: Workshop, how: How, tr: Translator) -> bytes:
    return tags.name_tags(tags.tags_of(state, named=not how.public), tr)


def _dots(state: Workshop, how: How, tr: Translator) -> bytes:
    return dots.dot_sheets(dots.dot_sheets_of(state, tr), tr, size=how.size)


def _sign_in(state: Workshop, how: How, tr: Translator) -> bytes:
    return signin.sign_in_sheets(signin.sign_in_of(state, tr), tr, logo=how.logo)


def _programmes(state: Workshop, how: How, tr: Translator) -> bytes:
    return programmes.programme_sheet(programmes.programme_of(state, tr), tr)


def _slips(state: Workshop, how: How, tr: Translator) -> bytes:
    return slips.idea_slips(slips.slips_of(state), tr)


def _follow_up(state: Workshop, how: How, tr: Translator) -> bytes:
    return followup.follow_up_posters(followup.told_of(state, tr), tr, size=how.size, logo=how.logo)


def _has(tool: str) -> Callable[[Workshop], bool]:
    """Whether some step works with this tool."""
    return lambda state: any(step.tool == tool for step in state.plan.steps())


SHEETS: Mapping[str, Made] = {
    RULES: Made(N_("Pelisäännöt"), _WALL, lambda state: bool(rules.ground_rules(state)), _rules),
    CARDS: Made(N_("Kysymyskortit"), ("4", "2", "8", "9"), lambda state: bool(cards.decks_of(state)), _cards),
    BALLOTS: Made(N_("Äänestysliput"), _A4, _has("vote"), _ballots),
    SURVEYS: Made(N_("Kyselylomakkeet"), _A4, lambda state: bool(surveys.forms_of(state)), _surveys),
    SLIPS: Made(N_("Idealaput"), _A4, _has("ideas"), _slips),
    QUESTIONS: Made(N_("Kysymysjulisteet"), _WALL, lambda state: bool(questions.posters_of(state).questions), _questions),
    DOTS: Made(N_("Pistetaulut"), _WALL, _has("vote"), _dots),
    SIGNS: Made(N_("Pöytäkyltit"), _A4, lambda state: bool(tables.signs_of(state).signs), _signs),
    FOLLOW_UP: Made(N_("Juliste: mitä tehtiin"), ("a3", "a4"), answered.possible, _follow_up),
    TAGS: Made(N_("Nimilaput"), _A4, lambda state: True, _tags),
    SIGN_IN: Made(N_("Osallistujalista"), _A4, lambda state: True, _sign_in),
    PROGRAMMES: Made(N_("Ohjelma pöydille"), _A4, lambda state: bool(state.plan.steps()), _programmes),
}
