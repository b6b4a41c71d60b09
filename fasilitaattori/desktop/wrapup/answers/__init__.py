"""Mitä tehtiin: what came of what people said is written down, for months after the evening."""
