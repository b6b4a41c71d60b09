"""Sheets of exact size: what hangs on a wall, stands on a table or is cut with scissors. One module for each family."""
