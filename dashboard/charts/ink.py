"""The colours of small pictures by their meaning: as a page has them, or settled for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.palette import NAME_COLOUR, SELECTED, in_look

if TYPE_CHECKING:
    from collections.abc import Mapping

PEER = "light-dark(#07898b, #32bb8a)"
"""Those that a municipality is compared with."""

REST = "light-dark(#e3e8ea, #2b3946)"
"""All others, as areas."""

INK: Mapping[str, str] = {
    "own": SELECTED[0],
    "peer": PEER,
    "rest": REST,
    "other": "light-dark(#aab4bd, #5d6b78)",
    "band": "light-dark(#d3ecec, #193a40)",
    "text": NAME_COLOUR,
    "muted": "light-dark(#4c5a67, #b3c0ca)",
    "line": "light-dark(#d9dedc, #324150)",
    "ground": "light-dark(#ffffff, #18232d)",
}
"""Colours of a page: the browser takes the half of a pair that its look shows."""


def settled(look: str) -> dict[str, str]:
    """The same in one look, `light` or `dark`, for a picture that leaves the page."""
    return {name: in_look(colour, look) for name, colour in INK.items()}
