"""Tulosteet: every paper of a workshop, seen, saved and printed."""
