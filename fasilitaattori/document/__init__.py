"""A paper as blocks, before it becomes a PDF, a Word file or Markdown: what is said, not how it looks."""
