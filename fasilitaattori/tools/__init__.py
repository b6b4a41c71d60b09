"""The tools: ways of working that a step can use. One folder each; their models are listed here."""

from collections.abc import Mapping

from fasilitaattori.tools.cards.model import TOOL as CARDS
from fasilitaattori.tools.discussion.model import TOOL as DISCUSSION
from fasilitaattori.tools.ideas.model import TOOL as IDEAS
from fasilitaattori.tools.pause.model import TOOL as PAUSE
from fasilitaattori.tools.survey.model import TOOL as SURVEY
from fasilitaattori.tools.talk.model import TOOL as TALK
from fasilitaattori.tools.vote.model import TOOL as VOTE
from fasilitaattori.workshop.tool import Tool

MODELS: Mapping[str, Tool] = {tool.name: tool for tool in (TALK, DISCUSSION, CARDS, IDEAS, VOTE, SURVEY, PAUSE)}
