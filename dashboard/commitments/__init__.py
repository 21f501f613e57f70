"""Commitments of action plans as told anywhere: read, ordered, counted and put in words."""
