"""Qt building blocks: colours, type, icons and the painted widgets every window is made of."""
