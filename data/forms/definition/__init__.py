"""The standard form, defined once."""
