"""Somebody speaks and the others listen: a welcome, a story, a summary."""
