"""Component ids of the map page; its scripts use the same names."""

CHOICE = "choice"
"""Carries what is asked for: the address of a view."""
SHOWN = "shown"
"""Carries what is shown: the address of the view that came."""
SOURCE = "map-source"
