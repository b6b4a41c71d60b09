"""The table of what the desk shows of each tool: its console. A test compares its keys with those of the models."""

from collections.abc import Mapping

from fasilitaattori.kit.console import Console
from fasilitaattori.tools.cards.console import CardsConsole
from fasilitaattori.tools.discussion.console import DiscussionConsole
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.pause.console import PauseConsole
from fasilitaattori.tools.survey.console import SurveyConsole
from fasilitaattori.tools.talk.console import TalkConsole
from fasilitaattori.tools.vote.console import VoteConsole

CONSOLES: Mapping[str, type[Console]] = {
    "talk": TalkConsole,
    "discussion": DiscussionConsole,
    "cards": CardsConsole,
    "ideas": IdeasConsole,
    "vote": VoteConsole,
    "survey": SurveyConsole,
    "pause": PauseConsole,
}
