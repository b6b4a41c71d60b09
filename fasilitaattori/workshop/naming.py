"""Somebody's name wherever it has been written down beside the list of people: the record, what the hall checked, answers, and
what is done with the material. Found, and taken out when that person is erased."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from fasilitaattori.workshop import checked_names
from fasilitaattori.workshop.answers import Answered, AnswersRewritten, KeptAnswer
from fasilitaattori.workshop.checkingfacts import CheckingsRewritten
from fasilitaattori.workshop.closing import WhatNext, WhatNextRewritten
from fasilitaattori.workshop.events import Body, Event, Outcome
from fasilitaattori.workshop.record import RecordRewritten, events_naming, names, unnamed, without_name

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop


def written_of(events: Sequence[Event], name: str) -> list[str]:
    """Ids of everything written down that has this name in it, undone or not."""
    told = [event.id for event in events if any(names(text, name) for text in _texts(event.body))]
    return [*events_naming(events, name), *checked_names.checkings_naming(events, name), *told]


def mentions(state: "Workshop", name: str) -> list[str]:
    """What has this name in it, each once: entries of the record, points and corrections, answers, what is done next."""
    now = state.closing
    found = [entry.text for entry in state.record.entries if _any((entry.text, entry.who), name)]
    found += checked_names.mentions(state.checking, name)
    found += [one.text or one.who for one in state.answers.by_id.values() if _any((one.text, one.who, one.when), name)]
    found += [now.where or now.who] if _any((now.where, now.who, now.when), name) else []
    return list(dict.fromkeys(found))


def rewritten(state: "Workshop", name: str, instead: str) -> list[Outcome]:
    """All of that written anew with other words in the place of the name."""
    if not name:
        return []

    def clean(text: str) -> str:
        return unnamed(text, name, instead)

    now = state.closing
    made: list[Outcome] = []
    if entries := without_name(state.record, name, instead):
        made.append(RecordRewritten(entries))
    if checks := checked_names.without_name(state.checking, name, instead):
        made.append(CheckingsRewritten(checks))
    told = [one for one in state.answers.by_id.values() if _any((one.text, one.who, one.when), name)]
    if told:
        kept = [KeptAnswer(a.of, a.outcome, clean(a.text), clean(a.who), clean(a.when), a.at) for a in told]
        made.append(AnswersRewritten(kept))
    if _any((now.where, now.who, now.when), name):
        made.append(WhatNextRewritten(clean(now.where), clean(now.who), clean(now.when)))
    return made


def _texts(body: Body) -> Iterator[str]:
    match body:
        case Answered(text=text, who=who, when=when):
            yield from (text, who, when)
        case AnswersRewritten(answers=answers):
            yield from (text for one in answers for text in (one.text, one.who, one.when))
        case WhatNext(where=where, who=who, when=when) | WhatNextRewritten(where=where, who=who, when=when):
            yield from (where, who, when)


def _any(texts: Iterable[str], name: str) -> bool:
    return any(names(text, name) for text in texts)
