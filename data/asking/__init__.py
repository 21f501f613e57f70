"""What is asked of the published database."""
