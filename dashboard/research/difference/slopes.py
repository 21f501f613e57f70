"""A difference as its slopes take it: a line from the first figure to the second one for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.slopes_picture import SlopeLine, SlopesPicture
from dashboard.indicators.picture import short_name
from dashboard.research.pointing import selecting
from dashboard.research.writing import name_of
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.research.difference.picture import DifferencePictures

MOST_MOVED = 3
"""So many of those that rose most, and that fell most, are named."""

FEW = 12
"""So few are all named."""


def any_slope(made: DifferencePictures) -> bool:
    """Whether any member has both figures."""
    return bool((~np.isnan(made.it.values) & made.it.members).any())


def slopes_of(made: DifferencePictures) -> SlopesPicture:
    """A line from the first figure to the second one for each."""
    words, select = made.bench.words, made.bench.state.select
    links, named = selecting(made.bench), _named(made)
    lines = []
    for at in np.flatnonzero(~np.isnan(made.it.values) & made.it.members).tolist():
        place = municipalities()[at]
        own = select.index(place.code) if place.code in select else None
        label = f"{short_name(place, words)} {_number(made, at)}"
        lines.append(
            SlopeLine(
                before=float(made.it.ends[0, at]),
                after=float(made.it.ends[1, at]),
                title=made.titles[place.code],
                href=links[place.code],
                label=label if at in named or own is not None else "",
                colour="" if own is None else palette.SELECTED[own],
                shape=own or 0,
                counted=bool(made.it.taken[at]),
                broken=made.it.reasons[at] == "broken",
                hollow=(bool(made.it.hollow[0, at]), bool(made.it.hollow[1, at])),
            )
        )
    country = made.it.country
    return SlopesPicture(
        sides=_sides(made),
        lines=tuple(lines),
        national=None if country is None else SlopeLine(*country),
        key=_key(made),
        caption=made.bench.caption(
            made.title,
            made.said.sentence(),
            made.it.sourced,
            unit=made.bench.writer(made.it.after).unit,
            notes=hollow_note(made),
        ),
    )


def hollow_note(made: DifferencePictures) -> tuple[str, ...]:
    """What a hollow mark means, where there is any."""
    there = ~np.isnan(made.it.values) & made.it.members
    hollow = made.it.hollow[:, there].any()
    return (made.bench.words.t("research.hollow"),) if hollow else ()


def _number(made: DifferencePictures, at: int) -> str:
    """A difference without its unit, which stands above."""
    decimals = made.it.writer(made.bench.words).decimals
    return made.bench.words.number(float(made.it.values[at]), decimals, sign=True)


def _named(made: DifferencePictures) -> set[int]:
    """Who moved most, up and down; all where they are few."""
    places = np.flatnonzero(made.it.taken)
    if len(places) <= FEW:
        return {*places.tolist()}
    ordered = places[np.argsort(made.it.values[places], kind="stable")].tolist()
    return {at for at in (*ordered[:MOST_MOVED], *ordered[-MOST_MOVED:]) if made.it.values[at] != 0}


def _sides(made: DifferencePictures) -> tuple[str, str]:
    if made.it.of_years:
        first, last = made.it.years
        return str(first), str(last)
    before, after = (name_of(one.subject, made.bench.words) for one, _ in made.it.told)
    return before, after


def _key(made: DifferencePictures) -> tuple[tuple[str, str], ...]:
    words, counted, kind = made.bench.words, made.it.counted, made.said.kind
    counts = {
        "up": int((counted > 0).sum()),
        "down": int((counted < 0).sum()),
        "level": int((counted == 0).sum()),
    }
    key = [
        (way, words.t(f"research.difference.key.{way}.{kind}", count=count))
        for way, count in counts.items()
        if count
    ]
    if made.it.country is not None:
        key.append(("national", words.t(f"research.difference.key.{made.it.country_is}")))
    return tuple(key)
