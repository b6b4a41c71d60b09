"""Kokoa: the minutes are read through, completed, approved and given out."""
