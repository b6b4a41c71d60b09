"""A survey on the live desk."""

from fasilitaattori.tools.survey.console.console import SurveyConsole

__all__ = ["SurveyConsole"]
