"""Where things are: Lithuania's 60 municipalities and 10 counties, their names and their shapes.

``places`` and ``boundaries`` are what the other packages use; both need the standard library
only, so a server that draws maps never imports a geometry library. ``generalise`` makes the
boundary files and is run by hand.
"""
