"""Every figure back to the rows that it was made of: the indicator's own query, asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.asking.views import check_figures
from data.catalog import FIGURES, resolve

if TYPE_CHECKING:
    from decimal import Decimal

    import pandas as pd

    from data.asking.store import Store

_ALL = 2**62

FigureRow = dict[str, Any]
"""A row of its table, with numerator and denominator: what it adds to the figure's."""


@dataclass(frozen=True)
class Figure:
    """One figure, as the atlas names it.

    Attributes:
        indicator, unit, area: ids; see `data.catalog.resolve`.
        year: calendar year.
        municipality: code; empty for the country.
        figures: one of `data.catalog.FIGURES`.
    """

    indicator: str
    unit: str
    area: str
    year: int
    municipality: str = ""
    figures: str = FIGURES[0]


@dataclass(frozen=True)
class Counted:
    """What rows come to.

    Attributes:
        rows: how many there are.
        numerator: their sum; what counts once counts once.
        denominator: the same; None where it is no sum of rows.
    """

    rows: int
    numerator: Decimal
    denominator: Decimal | None


def figure_terms(store: Store, figure: Figure) -> pd.DataFrame:
    """Return what a figure is made of, for each municipality of its year; 60 rows.

    Returns:
        In Lithuanian alphabetical order: municipality, value (in the unit; NaN without figure),
        counted, out_of (numerator and denominator as rows come to them), total_eur, residents,
        price_factor, state, counts, estimated, demo, provisional, corrected, small, interpolated.

    Raises:
        CatalogError: unknown indicator, unit, policy area or figures.
        StoreError: the database cannot answer.
    """
    check_figures(figure.figures)
    resolve(figure.indicator, figure.unit, figure.area)
    asked = {name: getattr(figure, name) for name in ("indicator", "unit", "area", "figures")}
    return store.query("figure_terms", **asked, year=figure.year)


def figure_rows(
    store: Store, figure: Figure, *, limit: int | None = None, offset: int = 0
) -> list[FigureRow]:
    """Return the rows behind the figure of a municipality, those that add most first.

    Args:
        store: the open database.
        figure: of a municipality.
        limit: how many; all of them if not given.
        offset: how many to leave out.

    Returns:
        Every column of the indicator's table (`data.catalog.Indicator.table`), amounts as Decimal,
        with numerator and denominator: what the row adds to each; and once: what it counts once by.
    """
    most = limit if limit is not None else _ALL
    return store.rows(figure.indicator, "page", **_whose(figure), most=most, after=offset)


def figure_counted(store: Store, figure: Figure) -> Counted:
    """Return how many rows are behind the figure of a municipality, and what they come to."""
    (sums,) = store.rows(figure.indicator, "sums", **_whose(figure))
    return Counted(**sums)


def recipient_names(store: Store, codes: set[str]) -> dict[str, str]:
    """Return what legal entities are called, by code, as far as it is known."""
    frame = store.query("recipient_names", codes=" ".join(sorted(codes)))
    return {code: name for code, name in zip(frame["code"], frame["name"], strict=True) if name}


def competition_keys(store: Store, municipality: str, year: int) -> dict[str, str]:
    """Return the ends of the addresses of a municipality's competitions, by their names."""
    whose = f"{municipality}-{year}"
    frame = store.query("competition_keys", begins=f"{whose}-", ends=f"{whose}.")
    return dict(zip(frame["competition"], frame["key"], strict=True))


def _whose(figure: Figure) -> dict[str, str | int]:
    return {"municipality": figure.municipality, "year": figure.year, "area": figure.area}
