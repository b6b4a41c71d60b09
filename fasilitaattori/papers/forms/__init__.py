"""The forms a paper may have: each module makes one kind of file of a Document."""
