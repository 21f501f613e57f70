"""Any two subjects as points of a plane, and how they go together."""
