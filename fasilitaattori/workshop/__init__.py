"""What a workshop is: events, the state folded from them, and the rules. Pure: no Qt, no SQL, no network, no threads."""
