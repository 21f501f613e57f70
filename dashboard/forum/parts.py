"""What the openness of municipalities is made of in a year, as scenes tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from data.asking.views import openness_parts
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from geo.places import Municipality

ASKED = ("council", "budget", "results")
"""What a municipality has or has not, in the order of the table."""


@dataclass(frozen=True)
class OpennessParts:
    """A municipality in a year.

    Attributes:
        place: The municipality.
        state: A code of the list `value_state`.
        counts: Whether it is counted with others; real ones among invented ones are not.
        demo: Whether it is invented.
        has: By `ASKED`; empty where nothing is known.
        meetings: Of the NGO council in the year.
        ngo_share: Per cent of its seats.
    """

    place: Municipality
    state: str
    counts: bool
    demo: bool
    has: tuple[bool, ...]
    meetings: int
    ngo_share: float


def read_parts(atlas: Atlas, year: int) -> tuple[OpennessParts, ...]:
    """All municipalities in Lithuanian order, read once for the present data."""
    found: tuple[OpennessParts, ...] = atlas.once(
        ("openness parts", year), lambda: _read(atlas, year)
    )
    return found


def shares(parts: Sequence[OpennessParts]) -> tuple[int, tuple[int, ...]]:
    """Of how many it is known and counted, and how many of these have each of `ASKED`."""
    known = [each.has for each in parts if each.counts]
    return len(known), tuple(sum(has[at] for has in known) for at in range(len(ASKED)))


def _read(atlas: Atlas, year: int) -> tuple[OpennessParts, ...]:
    rows = openness_parts(atlas.store, year).to_dict("records")
    places = {place.code: place for place in municipalities()}
    return tuple(
        OpennessParts(
            place=places[row["municipality"]],
            state=row["state"],
            counts=bool(row["counts"]),
            demo=bool(row["demo"]),
            has=()
            if pd.isna(row["ngo_council"])
            else tuple(
                bool(row[name]) for name in ("ngo_council", "open_budget", "published_results")
            ),
            meetings=0 if pd.isna(row["meetings"]) else int(row["meetings"]),
            ngo_share=float(row["ngo_share"]),
        )
        for row in rows
    )
