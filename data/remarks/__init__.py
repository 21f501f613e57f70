"""Remarks of municipalities and NGO centres on figures: taken in, kept, withdrawn, never lost."""
