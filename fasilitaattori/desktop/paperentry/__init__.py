"""Syötä paperilta: typing in what came on paper, form after form, with the keyboard alone."""
