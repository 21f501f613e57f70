"""What stands around and inside every page."""
