"""Slides of the big screen: what a view of the room is made of.

A slide is plain data with a way to paint itself on a sheet of `u` (one u = picture height / 1080), so the same slide is the
picture on the projector, the preview on the desk and the picture of a test. The tools make slides of their steps; the big
screen's window shows them.
"""
