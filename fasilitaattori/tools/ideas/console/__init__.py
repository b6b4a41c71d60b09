"""The idea wall on the live desk."""

from fasilitaattori.tools.ideas.console.console import IdeasConsole

__all__ = ["IdeasConsole"]
