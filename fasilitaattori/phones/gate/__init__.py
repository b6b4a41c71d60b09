"""What stands before every page: whose request it is, how much and how long it may ask, how its connection ends."""
