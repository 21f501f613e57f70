"""Tables of the split: a row a municipality of the year, and a row a year of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.sources import source_ids
from dashboard.research.split.figures import PARTS
from dashboard.research.split.writing import SplitWriter
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
                **_named(writer, "euros", figures.amounts[:, row, at], 0),
                **_named(writer, "shares", 100 * figures.mixtures[:, row, at], 2),
                words.t("research.split.column.distance"): _number(figures.distances[at], 3),
                words.t("research.column.taken"): yes[not reason],
                words.t("research.column.reason"): (
                    words.t(f"research.reason.{reason}") if reason else ""
                ),
                words.t("file.column.data"): words.t(f"{'demo' if invented else 'real'}.badge"),
            }
        )
    return pd.DataFrame(rows)


def _named(
    writer: SplitWriter, what: str, values: np.ndarray, digits: int
) -> dict[str, float | None]:
    key = f"research.split.column.{what}"
    return {
        writer.words.t(key, part=writer.part(at)): _number(value, digits)
        for at, value in enumerate(values.tolist())
    }


def _number(value: float, digits: int) -> float | None:
    return None if np.isnan(value) else round(float(value), digits)


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
                **_plain(figures.amounts[:, row, at], "eur", 2),
                **_plain(figures.mixtures[:, row, at], "share", 8),
                "distance": _number(figures.distances[at], 8),
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


def _plain(values: np.ndarray, what: str, digits: int) -> dict[str, float | None]:
    return {
        f"{part}_{what}": _number(value, digits)
        for part, value in zip(PARTS, values.tolist(), strict=True)
    }


def _sources(figures: SplitFigures, at: int) -> dict[str, None]:
    """Ids of what any of a municipality's parts rests on."""
    found: dict[str, None] = {}
    for part in figures.parts:
        if part.shown is not None:
            only = np.zeros_like(part.shown.there)
            only[figures.row, at] = part.shown.there[figures.row, at]
            found |= dict.fromkeys(source_ids(part.shown, only))
    return found


def readable_years(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For people: what the set's money came to in each year, and of how many municipalities."""
    words, writer = bench.words, SplitWriter(bench.words)
    amounts, shares = _of_years(figures)
    return pd.DataFrame(
        [
            {
                words.t("file.column.year"): year,
                words.t("research.split.column.count"): int(figures.taken[row].sum()),
                **_named(writer, "euros", amounts[:, row], 0),
                **_named(writer, "shares", 100 * shares[:, row], 2),
            }
            for row, year in enumerate(figures.years)
        ]
    )


def plain_years(bench: Bench, figures: SplitFigures) -> pd.DataFrame:
    """For programs: the same in euros and shares of one."""
    amounts, shares = _of_years(figures)
    invented = np.any([part.marks["demo"] for part in figures.parts], axis=0) & figures.taken
    return pd.DataFrame(
        [
            {
                "year": year,
                "area": bench.state.subject.area,
                "municipalities": int(figures.taken[row].sum()),
                **_plain(amounts[:, row], "eur", 2),
                **_plain(shares[:, row], "share", 8),
                "demo": bool(invented[row].any()),
                "licence": LICENCE,
                "data_version": bench.atlas.store.version,
            }
            for row, year in enumerate(figures.years)
        ]
    )


def _of_years(figures: SplitFigures) -> tuple[np.ndarray, np.ndarray]:
    """Parts × years: euros and shares of those of the set that count; NaN where none does."""
    some = figures.taken.any(axis=1)
    amounts = np.where(figures.taken, figures.amounts, 0.0).sum(axis=2)
    return np.where(some, amounts, np.nan), figures.together(figures.taken)
