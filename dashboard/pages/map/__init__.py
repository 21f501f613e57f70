"""The 60 municipalities as map, ranking, trend and table."""
