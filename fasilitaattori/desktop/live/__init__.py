"""The live desk: one page from which the facilitator runs the evening."""
