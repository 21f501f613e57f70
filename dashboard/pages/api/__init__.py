"""The documentation of the interface for programs."""
