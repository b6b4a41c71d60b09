"""A workshop being run: commands in, batches out."""
