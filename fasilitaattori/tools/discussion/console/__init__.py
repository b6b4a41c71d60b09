"""A dialogue on the live desk."""

from fasilitaattori.tools.discussion.console.console import DiscussionConsole

__all__ = ["DiscussionConsole"]
