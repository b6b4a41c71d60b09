"""Votes: facts and rules, and what the workshop is told of them."""

from fasilitaattori.tools.vote.model.facts import BODIES, Candidate, Result, Settings, State
from fasilitaattori.tools.vote.model.points import points
from fasilitaattori.tools.vote.model.rules import SENDS, closing, leaving, opening
from fasilitaattori.workshop.tool import Tool

TOOL = Tool(
    "vote",
    Settings,
    State,
    BODIES,
    sends=SENDS,
    opening=opening,
    closing=closing,
    leaving=leaving,
    points=points,
    reopens=False,
)

__all__ = ["TOOL", "Candidate", "Result", "Settings", "State"]
