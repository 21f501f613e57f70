"""One municipality among its peers, and the list of all 60 that leads to it."""
