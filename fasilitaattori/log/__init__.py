"""The log on disk: the only room with SQL (and `sync`, which speaks to other databases)."""
