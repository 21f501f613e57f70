"""What the state promised, and what became of it."""
