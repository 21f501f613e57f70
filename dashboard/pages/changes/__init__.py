"""The page of what changed between data versions, and its feeds."""
