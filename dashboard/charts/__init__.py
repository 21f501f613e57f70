"""Pictures, drawn by pure functions."""
