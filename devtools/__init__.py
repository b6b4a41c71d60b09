"""Tools of those who build the program; `dev.py` calls them and the program itself never does."""
