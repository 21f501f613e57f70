"""Tables of the split: a row a municipality of the year, and a row a year of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.research.cells import (
    data_columns,
    place_cells,
    place_columns,
    rounded,
    source_columns,
    source_dates,
    sources_at,
    taken_cells,
)
from dashboard.research.split.part_cells import named, plain
from dashboard.research.split.writing import SplitWriter
from dashboard.research.split.years_table import plain_years, readable_years
from dashboard.research.view import ResearchTable
from geo.places import municipalities

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
    rows = []
    for at in np.flatnonzero(figures.members).tolist():
        invented = any(part.marks["demo"][row, at] for part in figures.parts)
        rows.append(
            {
                **place_cells(municipalities()[at], words),
                words.t("file.column.year"): figures.year,
                **named(writer, "euros", figures.amounts[:, row, at], 0),
                **named(writer, "shares", 100 * figures.mixtures[:, row, at], 2),
                words.t("research.split.column.distance"): rounded(figures.distances[at], 3),
                **taken_cells(str(figures.reasons[row, at]), words, invented=invented),
            }
        )
    return pd.DataFrame(rows)


def plain_places(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For programs: lasting names of columns, codes, euros, shares of one, reasons, sources."""
    row, dates = figures.row, source_dates(bench)
    rows = []
    for at in np.flatnonzero(figures.members).tolist():
        reason = str(figures.reasons[row, at])
        ids = (each for part in figures.parts for each in sources_at(part, row, at))
        rows.append(
            {
                **place_columns(municipalities()[at], bench.words),
                "year": figures.year,
                "area": bench.state.subject.area,
                **plain(figures.amounts[:, row, at], "eur", 2),
                **plain(figures.mixtures[:, row, at], "share", 8),
                "distance": rounded(figures.distances[at], 8),
                "taken": not reason,
                "reason": reason,
                "demo": any(bool(part.marks["demo"][row, at]) for part in figures.parts),
                **source_columns(dict.fromkeys(ids), dates),
                **data_columns(bench),
            }
        )
    return pd.DataFrame(rows)
