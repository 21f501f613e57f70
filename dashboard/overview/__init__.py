"""The country at a glance: what the first page says, and what it shows beside."""
