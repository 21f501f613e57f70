"""Upkeep of a data folder: looked over whole, backed up into one file, restored from it."""
