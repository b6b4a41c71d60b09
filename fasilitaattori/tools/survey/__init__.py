"""An anonymous survey; results are shown from five answers up."""
