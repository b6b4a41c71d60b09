"""Somebody's name wherever it has been written down beside the list of people: the record, what the hall checked, answers, what
is done with the material, sections of the minutes written by hand, why the method was changed. Found, and taken out when that
person is erased."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from fasilitaattori.workshop import checked_names
from fasilitaattori.workshop.answers import Answered, AnswersRewritten
from fasilitaattori.workshop.checkingfacts import CheckingsRewritten
from fasilitaattori.workshop.closing import KeptSection, SectionEdited, SectionsRewritten, WhatNext, WhatNextRewritten
from fasilitaattori.workshop.events import Body, Event, Outcome
from fasilitaattori.workshop.reasons import ReasonGiven, ReasonRewritten
from fasilitaattori.workshop.record import RecordRewritten, events_naming, names, unnamed, without_name

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


def written_of(events: Sequence[Event], name: str) -> list[str]:
    """Ids of everything written down that has this name in it, undone or not."""
    told = [event.id for event in events if any(names(text, name) for text in _texts(event.body))]
    return [*events_naming(events, name), *checked_names.checkings_naming(events, name), *told]


def mentions(state: "Workshop", name: str) -> list[str]:
    """What has this name in it, each once: entries of the record, points and corrections, answers, what is done next, sections
    written by hand, why the method was changed."""
    now = state.closing
    found = [entry.text for entry in state.record.entries if _any((entry.text, entry.who), name)]
    found += checked_names.mentions(state.checking, name)
    found += [one.text or one.who for one in state.answers.by_id.values() if _any((one.text, one.who, one.when), name)]
    found += [now.where or now.who] if _any((now.where, now.who, now.when), name) else []
    found += [text for text in (*now.edited.values(), *state.plan.reasons.values()) if names(text, name)]
    return list(dict.fromkeys(found))


def rewritten(state: "Workshop", name: str, instead: str) -> list[Outcome]:
    """All of that written anew with other words in the place of the name, each in an event of its own: when somebody else who
    is named in it is erased later, nothing else goes with it."""
    if not name:
        return []

    def clean(text: str) -> str:
        return unnamed(text, name, instead)

    now = state.closing
    made: list[Outcome] = []
    made += [RecordRewritten([entry]) for entry in without_name(state.record, name, instead)]
    made += [CheckingsRewritten([check]) for check in checked_names.without_name(state.checking, name, instead)]
    told = [one for one in state.answers.by_id.values() if _any((one.text, one.who, one.when), name)]
    kept = [replace(answer, text=clean(answer.text), who=clean(answer.who), when=clean(answer.when)) for answer in told]
    made += [AnswersRewritten([answer]) for answer in kept]
    if _any((now.where, now.who, now.when), name):
        made.append(WhatNextRewritten(clean(now.where), clean(now.who), clean(now.when)))
    made += [ReasonRewritten(of, clean(why)) for of, why in state.plan.reasons.items() if names(why, name)]
    pairs = {key: (text, now.based.get(key, "")) for key, text in now.edited.items()}
    sections = {key: KeptSection(clean(text), clean(base)) for key, (text, base) in pairs.items() if _any((text, base), name)}
    return [*made, *(SectionsRewritten({key: kept}) for key, kept in sections.items())]


def _texts(body: Body) -> Iterator[str]:
    match body:
        case Answered(text=text, who=who, when=when):
            yield from (text, who, when)
        case AnswersRewritten(answers=answers):
            yield from (text for one in answers for text in (one.text, one.who, one.when))
        case WhatNext(where=where, who=who, when=when) | WhatNextRewritten(where=where, who=who, when=when):
            yield from (where, who, when)
        case ReasonGiven(why=why) | ReasonRewritten(why=why):
            yield why
        case SectionEdited(text=text, base=base):
            yield from (text or "", base)
        case SectionsRewritten(sections=sections):
            yield from (text for kept in sections.values() for text in (kept.text, kept.base))


def _any(texts: Iterable[str], name: str) -> bool:
    return any(names(text, name) for text in texts)
