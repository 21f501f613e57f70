"""Savivalda for notebooks and scripts: opens the atlas and gives tidy frames."""
