"""A dialogue: prompts, ground rules, rounds and the floor."""
