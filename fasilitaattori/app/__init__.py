"""The composition root: `program` without windows, `windowed` with them, `demo` the evening that plays itself."""
