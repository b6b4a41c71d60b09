"""A deck of question cards to draw from."""
