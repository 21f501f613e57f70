"""What has to be chosen before a table has rows."""

from __future__ import annotations

CHOSEN = {
    "figures": {"indicator": "ngo_competition_share"},
    "national": {"indicator": "ngo_competition_share"},
    "rankings": {"indicator": "ngo_competition_share"},
    "measures": {"indicator": "ngo_competition_share", "measure": "growth"},
    "peers": {"municipality": "Neringa"},
    "standings": {"municipality": "Neringa"},
}


def chosen_of(table: str) -> dict[str, str]:
    """The choices of a table that must be made; none for most."""
    return CHOSEN.get(table, {})
