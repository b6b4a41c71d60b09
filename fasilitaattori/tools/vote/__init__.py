"""A secret vote: one of many, several, dots, or a scale from fist to five; hands are counted apart."""
