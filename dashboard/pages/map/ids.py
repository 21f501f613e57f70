"""Component ids of the map page; the scripts in assets/js/map use the same names."""

CONTROLS = "controls"
CHOICE = "choice"
VIEW = "view"
FRAME = "frame"
DRAWN = "drawn"
SOURCE = "map-source"
