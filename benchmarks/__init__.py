"""Measurements of the real program. `python3 dev.py bench NAME` runs one; files that begin with _ are their parts."""
