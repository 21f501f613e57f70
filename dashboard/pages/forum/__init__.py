"""A deck for a county forum: chosen, adjusted, shown to a room and taken away."""
