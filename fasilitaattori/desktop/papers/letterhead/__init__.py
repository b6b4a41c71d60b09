"""How papers are headed: the fields, and the page that shows what they do."""
