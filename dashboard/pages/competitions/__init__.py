"""Competitions for NGOs: which there were, what came of them, who won."""
