"""The `savivalda` command."""
