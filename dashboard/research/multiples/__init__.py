"""All years of a map, or all trends where their municipalities lie."""
