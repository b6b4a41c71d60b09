"""What simulated people say, from resources/rehearsal. The village and its people are invented."""

import tomllib

import msgspec

from fasilitaattori.paths import resource


class Action(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What, who, by when."""

    what: str
    who: str
    due: str


class Next(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is done with the material, who tells, when."""

    where: str
    who: str
    when: str


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody wants mended in the point that reads `of`; the facilitator mends it into `text`, leaves it and says `why`,
    or, without either, notes it as a differing view."""

    of: str
    words: str
    text: str = ""
    why: str = ""


class Proposal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table's proposal and how many warm to it."""

    text: str
    weight: int


class Came(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What came of something, told weeks later: `of` is how it begins ("next" = the promise to tell)."""

    of: str
    outcome: str
    text: str
    who: str = ""
    when: str = ""


class ThemeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A theme and the ideas that belong to it."""

    name: str
    ideas: list[str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything simulated people and their facilitator say in one language."""

    first_names: list[str]
    series: str
    why_read_first: str
    tables: list[str]
    loose: list[str]
    same: list[list[str]]
    insights: list[str]
    feedback: list[str]
    notes: list[str]
    decisions: list[str]
    actions: list[Action]
    corrections: list[Correction]
    what_next: Next
    answers: list[Came]
    proposals: list[Proposal]
    themes: list[ThemeWords]

    @property
    def ideas(self) -> list[str]:
        """Every idea, themes mixed, so that neighbours differ."""
        columns = [theme.ideas for theme in self.themes] + [self.loose, [text for pair in self.same for text in pair]]
        longest = max(len(column) for column in columns)
        mixed = [column[i] for i in range(longest) for column in columns if i < len(column)]
        return list(dict.fromkeys(mixed))

    def theme_of(self, text: str) -> str:
        """The name of the theme an idea belongs to, "" for a loose one."""
        return next((theme.name for theme in self.themes if text in theme.ideas), "")


def words(language: str) -> Words:
    """The words of "fi", "sv" or "en"."""
    path = resource("rehearsal", f"{language}.toml")
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Words)
