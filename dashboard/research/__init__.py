"""The researcher's bench: what is looked at, what counts, and what each view of it says."""
