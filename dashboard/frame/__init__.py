"""What stands around and inside every page, and how components become HTML."""
