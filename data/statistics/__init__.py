"""What figures say together: light statistics on arrays, pure functions on numpy alone."""
