"""One figure: the country's, or that of the deck's only municipality."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.forum.changing import differences
from dashboard.forum.kinds import SceneKind
from dashboard.forum.saying import unanswered
from dashboard.forum.tables import figures_table
from dashboard.forum.year_told import YearTold
from dashboard.indicators.writing import title
from dashboard.slides.content import NumberBody, Slide
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling


def number_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """The figure, and beside it what it is compared with."""
    shown = telling.shown(scene)
    row, words = telling.row(scene, shown), telling.words
    year, heading = _subject(YearTold.of(telling, scene, shown, row)), telling.heading(shown, row)
    only = year.places[0] if len(year.places) == 1 else None
    figure = telling.nation(shown, row) if only is None else year.figure(only)
    if not figure:
        return unanswered(telling, scene, heading, year.alone() if year.count > 1 else "")
    name = telling.nation_name(shown, row) if only is None else year.names([only])
    beside = [*_extremes(year, country=not telling.places(scene)), *_nation(year), *_first(year)]
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=year.alone() or _then_and_now(year),
        body=NumberBody(figure, f"{name}: {title(shown.view, words)}", tuple(beside)),
        demo=telling.demo(shown, row),
        small=telling.small(shown, [row], telling.places(scene) or None),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, row),
    )


def _subject(year: YearTold) -> YearTold:
    """Where only one municipality of all counts, it is the subject, as there is no country then."""
    return replace(year, places=year.ranked) if year.count == len(year.ranked) == 1 else year


def _extremes(year: YearTold, *, country: bool) -> list[tuple[str, str]]:
    """The largest and the smallest figure of the deck's municipalities."""
    if country or len(year.ranked) < 2:
        return []
    ends = (year.level(year.ranked[0]), year.level(year.ranked[-1]))
    return [
        (year.figure(places[0]), year.names(places, short=True))
        for places in dict.fromkeys(map(tuple, ends))
    ]


def _nation(year: YearTold) -> list[tuple[str, str]]:
    """The country's figure beside that of an only municipality, if the two compare."""
    figure = year.telling.nation(year.shown, year.row)
    apart = year.shown.real[year.row, [*year.places]].any()
    if len(year.places) > 1 or apart or not figure:
        return []
    return [(figure, year.telling.nation_name(year.shown, year.row))]


def first_row(year: YearTold) -> int | None:
    """Number of the first year that the figure compares with; None where there is none."""
    shown, row = year.shown, year.row
    for before in range(row):
        if len(year.places) > 1 and year.telling.nation(shown, before):
            return before
        if len(year.places) == 1 and not np.isnan(differences(shown, before, row)[year.places[0]]):
            return before
    return None


def _first(year: YearTold) -> list[tuple[str, str]]:
    """The same figure in that year."""
    before, telling = first_row(year), year.telling
    if before is None:
        return []
    then = replace(year, row=before)
    if len(year.places) == 1:
        figure, name = then.figure(year.places[0]), year.names(year.places)
    else:
        figure = telling.nation(year.shown, before)
        told = {"count": int(year.shown.counted[before].sum()), "all": len(municipalities())}
        return [
            (figure, telling.words.t("forum.number.then", year=year.shown.years[before], **told))
        ]
    return [(figure, telling.words.t("forum.in_year", name=name, year=year.shown.years[before]))]


def _then_and_now(year: YearTold) -> str:
    """How far the country has come; of how many it is, where there was no year before."""
    before = first_row(year)
    return year.moved(before) if before is not None else f"{year.counted()}."


KIND = SceneKind("number", 2, ("indicator", "unit", "area", "year", "select"), number_slide)
