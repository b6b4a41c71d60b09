"""Which tool tells what in the minutes: one line for each tool."""

from collections.abc import Callable, Mapping

from fasilitaattori.document.blocks import Block
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.cards import minutes as cards
from fasilitaattori.tools.discussion import minutes as discussion
from fasilitaattori.tools.ideas import minutes as ideas
from fasilitaattori.tools.pause import minutes as pause
from fasilitaattori.tools.survey import minutes as survey
from fasilitaattori.tools.talk import minutes as talk
from fasilitaattori.tools.vote import minutes as vote
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

Chapter = Callable[[Workshop, Step, Translator], list[Block]]
Brief = Callable[[Workshop, Step, Translator], str]

CHAPTERS: Mapping[str, Chapter] = {
    "talk": talk.chapter,
    "discussion": discussion.chapter,
    "cards": cards.chapter,
    "ideas": ideas.chapter,
    "vote": vote.chapter,
    "survey": survey.chapter,
    "pause": pause.chapter,
}
# A few words for the list of sections, from the tools that have something to count.
BRIEFS: Mapping[str, Brief] = {
    "cards": cards.brief,
    "ideas": ideas.brief,
    "vote": vote.brief,
    "survey": survey.brief,
}
