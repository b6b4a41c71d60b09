"""The wrap-up: the minutes as edited by a person, what happens next, approval, and which papers were given out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import msgspec

from fasilitaattori.errors import N_, RuleViolation
from fasilitaattori.workshop.events import Body, Command, Event, Outcome
from fasilitaattori.workshop.heading import Heading, MinutesHeaded
from fasilitaattori.workshop.letterhead import Letterhead, cleaned
from fasilitaattori.workshop.record import MAX_WHO, clean_line, clean_text

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

MAX_SECTION = 50_000
MAX_BY = 120


class _Closing(Body, frozen=True):
    PART: ClassVar[str] = "closing"


class SectionEdited(_Closing, frozen=True):
    """A person wrote the text of a section; None = back to the generated one. `base` is the generated text it was written over,
    so that what comes into the log later can be pointed out."""

    section: str
    text: str | None
    base: str = ""
    KIND: ClassVar[str] = "minutes.edited"
    UNDO: ClassVar[str] = N_("muistion muutos")


class KeptSection(msgspec.Struct, frozen=True, omit_defaults=True):
    """A section written by hand as it stands, and what it was written over."""

    text: str
    base: str = ""


class SectionsRewritten(_Closing, frozen=True):
    """Sections written by hand without the name of somebody who was erased; what they said before is blanked on disk."""

    sections: dict[str, KeptSection]
    KIND: ClassVar[str] = "minutes.sections_rewritten"


class SectionLeftOut(_Closing, frozen=True):
    """A section is left out of the minutes (or taken back in)."""

    section: str
    out: bool
    KIND: ClassVar[str] = "minutes.left_out"
    UNDO: ClassVar[str] = N_("muistion osan poisjättö")


class WhatNext(_Closing, frozen=True):
    """What is done with the material, who tells the participants, when and where."""

    where: str
    who: str
    when: str
    KIND: ClassVar[str] = "minutes.what_next"
    UNDO: ClassVar[str] = N_("jatkon kirjaus")


class WhatNextRewritten(_Closing, frozen=True):
    """The same without the name of somebody who was erased; what it said before is blanked on disk."""

    where: str
    who: str
    when: str
    KIND: ClassVar[str] = "minutes.what_next_rewritten"


class Approved(_Closing, frozen=True):
    """A person approved the minutes, headed like this; `letterhead` None = not known any more."""

    by: str
    letterhead: Letterhead | None = None
    KIND: ClassVar[str] = "minutes.approved"
    UNDO: ClassVar[str] = N_("muistion hyväksyntä")


class ApprovalWithdrawn(_Closing, frozen=True):
    """The minutes are a draft again."""

    KIND: ClassVar[str] = "minutes.reopened"
    UNDO: ClassVar[str] = N_("muistion avaus")


class PaperGiven(_Closing, frozen=True):
    """A paper was saved or printed: which, in what form, where to. `told` is what it said that may change later (for the
    poster: the mark of its address and network), "" when nothing may."""

    paper: str
    form: str
    place: str
    told: str = ""
    KIND: ClassVar[str] = "papers.given"


@dataclass(slots=True)
class Paper:
    """A paper given out; `at` wall time (ISO)."""

    paper: str
    form: str
    place: str
    at: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """Minutes as they were approved: the n-th time, by whom, when (wall time, ISO), the clock of the log then, up to which
    it is folded to get them again, and how they were headed, None = as the workshop's papers are."""

    number: int
    by: str
    at: str
    clock: int
    letterhead: Letterhead | None = None


@dataclass(slots=True)
class Closing:
    """The wrap-up as it stands."""

    edited: dict[str, str] = field(default_factory=dict)
    based: dict[str, str] = field(default_factory=dict)  # edited sections: the generated text they were written over
    left_out: set[str] = field(default_factory=set)
    heading: Heading = field(default_factory=Heading)
    where: str = ""
    who: str = ""
    when: str = ""
    approved_by: str = ""
    approved_at: str = ""
    versions: list[Version] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)

    @property
    def approved(self) -> bool:
        return bool(self.approved_at)

    @property
    def has_next(self) -> bool:
        """Is it said what is done with the material, who tells and when?"""
        return bool(self.where and self.who and self.when)

    @property
    def earlier(self) -> list[Version]:
        """The approved versions that are not the minutes as they stand."""
        return self.versions[:-1] if self.approved else self.versions

    def apply(self, event: Event) -> None:
        """Fold one event."""
        match event.body:
            case SectionEdited(section=section, text=None):
                self.edited.pop(section, None)
                self.based.pop(section, None)
            case SectionEdited(section=section, text=str(text), base=base):
                self.edited[section], self.based[section] = text, base
            case SectionsRewritten(sections=sections):
                self.edited |= {section: kept.text for section, kept in sections.items()}
                self.based |= {section: kept.base for section, kept in sections.items()}
            case SectionLeftOut(section=section, out=out):
                (self.left_out.add if out else self.left_out.discard)(section)
            case MinutesHeaded(heading=heading):
                self.heading = heading
            case WhatNext(where=where, who=who, when=when) | WhatNextRewritten(where=where, who=who, when=when):
                self.where, self.who, self.when = where, who, when
            case Approved(by=by, letterhead=letterhead):
                self.approved_by, self.approved_at = by, event.at
                self.versions.append(Version(len(self.versions) + 1, by, event.at, event.clock, letterhead))
            case ApprovalWithdrawn():
                self.approved_by = self.approved_at = ""
            case PaperGiven(paper=paper, form=form, place=place, told=told):
                self.papers.append(Paper(paper, form, place, event.at, told))


# --- commands ------------------------------------------------------------------------------------------------------


def _draft(state: "Workshop") -> None:
    if state.closing.approved:
        raise RuleViolation("already_approved")


def edit_section(section: str, text: str | None, base: str = "") -> Command:
    """Write a section by hand; None = back to the generated text. `base`: the generated text now; a section that was edited
    before keeps the one it was first written over, until `seen`. RuleViolation: already_approved, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        if text is not None and len(text) > MAX_SECTION:
            raise RuleViolation("too_long", limit=MAX_SECTION)
        first = state.closing.based.get(section, base)
        return [] if state.closing.edited.get(section) == text else [SectionEdited(section, text, first[:MAX_SECTION])]

    return command


def seen(section: str, base: str) -> Command:
    """A person has looked at what the log says since they wrote the section, and leaves their text as it is."""

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        text = state.closing.edited.get(section)
        if text is None or state.closing.based.get(section) == base:
            return []
        return [SectionEdited(section, text, base[:MAX_SECTION])]

    return command


def leave_out(section: str, out: bool) -> Command:
    """Leave a section out of the minutes, or take it back."""

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        return [] if (section in state.closing.left_out) == out else [SectionLeftOut(section, out)]

    return command


def what_next(where: str, who: str, when: str) -> Command:
    """Say what is done with the material, who tells the participants, and when. RuleViolation: already_approved, too_long."""

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        new = (clean_text(where) if where.strip() else "", clean_line(who, MAX_WHO), clean_line(when, MAX_WHO))
        now = state.closing
        return [] if new == (now.where, now.who, now.when) else [WhatNext(*new)]

    return command


def approve(by: str, default: Letterhead | None = None) -> Command:
    """Approve the minutes: from now on papers carry no draft mark, and this version stays headed as it is now. `default` is the
    letterhead of workshops without one of their own. RuleViolation: already_approved, too_long."""
    usual = None if default is None else cleaned(default)

    def command(state: "Workshop") -> list[Outcome]:
        _draft(state)
        return [Approved(clean_line(by, MAX_BY), state.info.letterhead or usual)]

    return command


def reopen_minutes() -> Command:
    """Back to a draft."""

    def command(state: "Workshop") -> list[Outcome]:
        return [ApprovalWithdrawn()] if state.closing.approved else []

    return command


def paper_given(paper: str, form: str, place: str, told: str = "") -> Command:
    """Remember that a paper was given out (it is listed when somebody's data is erased)."""

    def command(state: "Workshop") -> list[Outcome]:
        return [PaperGiven(paper, form, place, told)]

    return command
