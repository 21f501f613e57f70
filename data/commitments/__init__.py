"""The files of the state's commitments, and the form of their statuses."""
