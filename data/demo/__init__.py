"""The demonstration set: invented figures in the shapes that real ones have, always the same."""
