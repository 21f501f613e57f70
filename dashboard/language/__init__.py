"""Words, numbers and dates of both languages."""
