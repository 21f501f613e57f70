"""The researcher's bench."""
