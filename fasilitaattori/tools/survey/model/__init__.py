"""Surveys: facts and rules, and what the workshop is told of them."""

from fasilitaattori.tools.survey.model.facts import BODIES, Question, QuestionResult, Settings, State, SurveyResult
from fasilitaattori.tools.survey.model.rules import SENDS, closing, leaving, opening
from fasilitaattori.workshop.tool import Tool

TOOL = Tool("survey", Settings, State, BODIES, sends=SENDS, opening=opening, closing=closing, leaving=leaving, reopens=False)

__all__ = ["TOOL", "Question", "QuestionResult", "Settings", "State", "SurveyResult"]
