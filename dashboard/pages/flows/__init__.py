"""Where the money of a municipality and year went."""
