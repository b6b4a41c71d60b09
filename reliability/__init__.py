"""What can fail in a hall, made to fail: the real program, phones in a network of their own, and a bad link between them.

`tests/faults` tries each fault shortly, `python3 dev.py soak` at length. Files that begin with _ run in processes of their own.
"""
