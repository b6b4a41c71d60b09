"""Minutes and prints: a Document becomes PDF, Word or Markdown; sheets of exact size are drawn here."""
