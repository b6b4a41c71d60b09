"""Choosing a method."""
