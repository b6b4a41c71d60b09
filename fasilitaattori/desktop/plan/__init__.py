"""The plan of a workshop: its heading, its steps, and what each step needs."""
