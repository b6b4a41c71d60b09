"""Fasilitaattori: run a dialogic workshop from one laptop in a hall without internet."""

__version__ = "0.1.0"
