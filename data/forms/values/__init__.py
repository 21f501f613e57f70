"""Texts, numbers, days and codes as people write them."""
