"""Accepted forms: kept as they came, with a log."""
