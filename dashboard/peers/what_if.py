"""What if some of the money of budgetary institutions went to competitions of NGOs: arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.indicators.classes import classify
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import DEFAULT_INDICATOR, ViewRequest
from data.peers.groups import fixed
from data.peers.standing import place_among

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.peers.standing import PeerStanding
    from data.peers.standing import Place

FROM = "budgetary"
"""The indicator whose money is thought to move."""


@dataclass(frozen=True)
class WhatIf:
    """What would change.

    Attributes:
        euros: What moves in a year.
        share: The share of NGOs by competition that would be, per cent.
        among_peers: Its place among the peers' figures as they are.
        among_all: Its place among all.
        fill: Number of its class on the map.
    """

    euros: float
    share: float
    among_peers: Place | None
    among_all: Place | None
    fill: int


def what_if(atlas: Atlas, standing: PeerStanding) -> WhatIf | None:
    """What would change; None where the share or the money that moves has no figure that counts."""
    it, own = standing.indicators[DEFAULT_INDICATOR], standing.circle.own
    source = remembered_view(atlas, ViewRequest(FROM, "eur", figures=standing.state.figures))
    whole = float(it.shown.denominators[it.row, own])
    if np.isnan(it.value) or not source.counted[it.row, own] or not whole:
        return None
    euros = standing.state.moved / 100 * float(source.values[it.row, own])
    figures = [*it.figures]
    figures[own] = share = it.value + 100 * euros / whole
    written = np.array([share]).round(it.shown.decimals)
    return WhatIf(
        euros,
        share,
        place_among(figures, own, it.peers),
        place_among(figures, own, fixed("all", own)),
        int(classify(written, it.shown.bins_of(it.row))[0]),
    )
