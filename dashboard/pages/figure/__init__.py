"""How a figure was made: its formula, the rows behind it, and how to reckon it oneself."""
