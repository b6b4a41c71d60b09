"""The idea wall: its facts and its rules, and what the workshop is told of it."""

from fasilitaattori.tools.ideas.model.facts import BODIES, Settings
from fasilitaattori.tools.ideas.model.points import points
from fasilitaattori.tools.ideas.model.rules import SENDS, leaving, opening
from fasilitaattori.tools.ideas.model.state import Idea, State, Theme
from fasilitaattori.workshop.tool import Tool

TOOL = Tool("ideas", Settings, State, BODIES, sends=SENDS, opening=opening, leaving=leaving, points=points)

__all__ = ["TOOL", "Idea", "Settings", "State", "Theme"]
