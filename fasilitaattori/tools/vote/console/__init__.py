"""A vote on the live desk."""

from fasilitaattori.tools.vote.console.console import VoteConsole

__all__ = ["VoteConsole"]
