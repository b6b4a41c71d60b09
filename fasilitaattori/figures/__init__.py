"""Figures drawn once as SVG and used on the screen, on phones and on paper. Pure: numbers in, a drawing out."""
