"""How municipalities spread: by year, group or county."""
