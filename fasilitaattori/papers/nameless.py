"""What a person wrote into a section, for the version without names.

Sections are edited over the internal text, so that its names lie in what is kept of it: who leads and answers for the minutes,
and which participants answer for something. Those go. What else a person writes is theirs to answer for: a name may be a word.
"""

from collections.abc import Iterator

from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.papers.sections import OFFICERS, named
from fasilitaattori.workshop.record import ACTION, unnamed
from fasilitaattori.workshop.state import Workshop


def nameless(text: str, state: Workshop, tr: Translator) -> str:
    """The text without lines that name an officer, and with "a participant" for those who answer for something. In whichever
    language the section was written."""
    heads = tuple(f"{translator(code)(role)}: " for code in LANGUAGES for role in OFFICERS)
    kept = "\n".join(line for line in text.split("\n") if not line.startswith(heads))
    for name in dict.fromkeys(_answering(state)):
        kept = unnamed(kept, name, tr("osallistuja"))
    return kept


def _answering(state: Workshop) -> Iterator[str]:
    """The participants who were named as answering for something."""
    yield from named(state, state.closing.who)
    for entry in state.record.of_kind(ACTION):
        yield from named(state, entry.who)
    for check in state.checking.all.values():
        for point in check.points.values():
            yield from named(state, point.who)
