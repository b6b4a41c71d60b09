"""Pictures of every window and of every slide of the big screen: `python3 dev.py shots`."""
