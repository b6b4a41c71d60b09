"""A break with a countdown and what comes next."""
