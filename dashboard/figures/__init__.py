"""Figures: numbers in, a plotly Figure out; pure, without titles, notes or sources."""
