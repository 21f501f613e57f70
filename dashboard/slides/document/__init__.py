"""The parts of a deck's document."""
