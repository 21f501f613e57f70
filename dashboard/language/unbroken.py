"""Keeps a year and its sign on one line."""

from __future__ import annotations

import re

PARTED = re.compile(
    r"(?<=\d) (?=(?:m|pav|lentelė|proc)\.)|(?<=proc\.) (?=p\.)|(?<=\b[rm]\.) (?=sav\.)"
)
"""Spaces at which no line should end: `2025 m.`, `3 pav.`, `0,5 proc. p.`, `Kėdainių r. sav.`"""


def unbroken(text: str) -> str:
    """The text with such spaces made unbreakable."""
    return PARTED.sub("\u00a0", text)
