"""Colours of where money goes: those of the split in research, and of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.squares import SquaresPart
from dashboard.charts.ternary_colours import pure
from dashboard.overview.split import REST

if TYPE_CHECKING:
    from dashboard.overview.split import HundredEuros

ORDER = ("budgetary", "public", "ngo_competition")
"""The parts, as `charts.ternary_colours` numbers them."""

PALE = "light-dark(#aab4bd, #3d4a57)"
"""Of the rest: near the ground, and told from the blue beside it without its hue."""


def colour_of(part: str) -> str:
    """The colour of a part, a pair as `charts.palette` has them."""
    return PALE if part == REST else pure(ORDER.index(part))


def squares_of(of: HundredEuros) -> tuple[SquaresPart, ...]:
    """The hundred euros as squares; what is said first comes first."""
    return tuple(SquaresPart(share, colour_of(part)) for part, share in of.shares.items())
