"""Statistics of figures of municipalities: pure functions on numpy."""
