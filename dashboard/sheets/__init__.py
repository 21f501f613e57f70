"""The printed sheet of a municipality: written texts and drawn pictures, set on one A4 page."""
