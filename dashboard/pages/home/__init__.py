"""The first page: what this is and why it matters, at a glance."""
