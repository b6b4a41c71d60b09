"""The hall's network: which address phones reach, and does it work."""
