"""Tables of the split: a row a municipality of the year, and a row a year of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.sources import source_ids
from dashboard.research.split.cells import named, number, plain
from dashboard.research.split.writing import SplitWriter
from dashboard.research.split.years_table import plain_years, readable_years
from dashboard.research.view import ResearchTable
from data.dataset.offered import LICENCE
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures


def tables_of(bench: Bench, figures: SplitFigures) -> tuple[ResearchTable, ...]:
    """Both; where the years are looked at, that of years is the first of them."""
    words = bench.words
    places = ResearchTable(
        "figures",
        words.t("research.split.table.places", year=figures.year),
        lambda: readable_places(bench, figures),
        lambda: plain_places(bench, figures),
    )
    years = ResearchTable(
        "years",
        words.t("research.split.table.years"),
        lambda: readable_years(bench, figures),
        lambda: plain_years(bench, figures),
    )
    return (years, places) if bench.state.parts == "flows" else (places, years)


def readable_places(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For people: headings, names and words in the language, shares in per cent."""
    words, writer, row = bench.words, SplitWriter(bench.words), figures.row
    county = {item.code: words.name(item, "full") for item in counties()}
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    rows = []
    for at in np.flatnonzero(figures.members).tolist():
        place, reason = municipalities()[at], str(figures.reasons[row, at])
        invented = any(part.marks["demo"][row, at] for part in figures.parts)
        rows.append(
            {
                words.t("file.column.code"): place.code,
                words.t("file.column.name"): words.name(place, "full"),
                words.t("file.column.county"): county[place.county],
                words.t("file.column.year"): figures.year,
                **named(writer, "euros", figures.amounts[:, row, at], 0),
                **named(writer, "shares", 100 * figures.mixtures[:, row, at], 2),
                words.t("research.split.column.distance"): number(figures.distances[at], 3),
                words.t("research.column.taken"): yes[not reason],
                words.t("research.column.reason"): (
                    words.t(f"research.reason.{reason}") if reason else ""
                ),
                words.t("file.column.data"): words.t(f"{'demo' if invented else 'real'}.badge"),
            }
        )
    return pd.DataFrame(rows)


def plain_places(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For programs: lasting names of columns, codes, euros, shares of one, reasons, sources."""
    row, dates = figures.row, bench.atlas.sources().set_index("source")["retrieved"]
    rows = []
    for at in np.flatnonzero(figures.members).tolist():
        place, reason = municipalities()[at], str(figures.reasons[row, at])
        ids = [each for each in _sources(figures, at) if each in dates.index]
        rows.append(
            {
                "code": place.code,
                "name": bench.words.name(place, "full"),
                "county": place.county,
                "group": place.group,
                "year": figures.year,
                "area": bench.state.subject.area,
                **plain(figures.amounts[:, row, at], "eur", 2),
                **plain(figures.mixtures[:, row, at], "share", 8),
                "distance": number(figures.distances[at], 8),
                "taken": not reason,
                "reason": reason,
                "demo": any(bool(part.marks["demo"][row, at]) for part in figures.parts),
                "source": " ".join(ids),
                "retrieved": " ".join(f"{dates[each]:%Y-%m-%d}" for each in ids),
                "licence": LICENCE,
                "data_version": bench.atlas.store.version,
            }
        )
    return pd.DataFrame(rows)


def _sources(figures: SplitFigures, at: int) -> dict[str, None]:
    """Ids of what any of a municipality's parts rests on."""
    found: dict[str, None] = {}
    for part in figures.parts:
        if part.shown is not None:
            only = np.zeros_like(part.shown.there)
            only[figures.row, at] = part.shown.there[figures.row, at]
            found |= dict.fromkeys(source_ids(part.shown, only))
    return found
