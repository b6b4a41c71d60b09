"""Simulated participants over real HTTP: for practising at home, for the demo, and for measuring."""
