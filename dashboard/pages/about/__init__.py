"""How the figures are made."""
