"""The tables of what the windows show of each tool: its console on the desk and its slide on the big screen. A test compares
their keys with those of the models."""

from collections.abc import Callable, Mapping

from fasilitaattori.kit.console import Console
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.stage import Stage
from fasilitaattori.tools.cards import screen as cards
from fasilitaattori.tools.cards.console import CardsConsole
from fasilitaattori.tools.discussion import screen as discussion
from fasilitaattori.tools.discussion.console import DiscussionConsole
from fasilitaattori.tools.ideas import screen as ideas
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.pause import screen as pause
from fasilitaattori.tools.pause.console import PauseConsole
from fasilitaattori.tools.survey import screen as survey
from fasilitaattori.tools.survey.console import SurveyConsole
from fasilitaattori.tools.talk import screen as talk
from fasilitaattori.tools.talk.console import TalkConsole
from fasilitaattori.tools.vote import screen as vote
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

SCREENS: Mapping[str, Callable[[Stage], Slide]] = {
    "talk": talk.slide,
    "discussion": discussion.slide,
    "cards": cards.slide,
    "ideas": ideas.slide,
    "vote": vote.slide,
    "survey": survey.slide,
    "pause": pause.slide,
}
