"""Slides as a room sees them, as a file of slides and on paper; every text is written already."""
