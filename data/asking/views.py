"""What the pages ask of the database, each as one function that returns a DataFrame.

Figures leave the database as exact decimals; they become float64 here, at the edge, because
charts want floats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from data.catalog import ALL_AREAS, FIGURES, resolve
from data.errors import UnknownArea, UnknownFigures

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd
    from numpy.typing import NDArray

    from data.asking.store import Arrays, Store


def indicator_view(
    store: Store,
    indicator: str,
    unit: str | None = None,
    area: str = ALL_AREAS,
    *,
    figures: str = FIGURES[0],
) -> pd.DataFrame:
    """Return one indicator for all 60 municipalities and every year that the view has.

    Real and invented figures are never counted together. Where an indicator and area have invented
    ones that can be counted, in any year, these alone count, and real ones are there to be read.
    With `figures` "real" nothing invented is there, as in a database that was built without it.

    Args:
        store: the open database.
        indicator: id in catalog.INDICATORS.
        unit: id in catalog.UNITS, one of the indicator's; None takes its default.
        area: a policy area's code, or "all".
        figures: one of catalog.FIGURES.

    Returns:
        60 × years rows, by year, then municipalities in Lithuanian alphabetical order:
        municipality (str, code), year (int), value (float64; NaN exactly where the state is
        not_asked, no_answer or no_data), state (str, code list value_state), counts (bool: it is
        ranked, classed and summed, its state being ok or declared_zero), estimated (bool: the
        number of residents that year is interpolated, and the value rests on it), demo (bool: the
        municipality's form of that year is invented), provisional (bool: it rests on payment
        requests, not payments), corrected (bool: something of it was
        corrected by hand, see corrections), small (bool: it is per resident of fewer than 5,000 or
        of fewer than 5 applications, and a single case moves it far). Values are in the unit:
        euros, per cent 0–100, or a bare number.

    Raises:
        CatalogError: unknown indicator, unit, policy area or figures; lists what is known.
        StoreError: the database cannot answer.
    """
    frame = store.query("indicator_view", **_asked(indicator, unit, area, figures))
    _check_area(store, len(frame), area)
    return frame


def national_view(
    store: Store,
    indicator: str,
    unit: str | None = None,
    area: str = ALL_AREAS,
    *,
    figures: str = FIGURES[0],
    same: bool = False,
) -> pd.DataFrame:
    """Return the national figure of each year that the view has.

    It is the sum of numerators over the sum of denominators of the municipalities whose figures
    count (see `indicator_view`), per resident over the same municipalities' residents. Plain
    amounts (catalog.IndicatorView.national is "average") so become the average municipality.

    Args:
        store: the open database.
        indicator: id in catalog.INDICATORS.
        unit: id in catalog.UNITS, one of the indicator's; None takes its default.
        area: a policy area's code, or "all".
        figures: one of catalog.FIGURES.
        same: only of the municipalities whose figures count in every year of the view.

    Returns:
        One row a year, ascending: year (int), value (float64, NaN where no municipality's figure
        counts), municipalities (int, how many were counted).

    Raises:
        CatalogError: unknown indicator, unit, policy area or figures; lists what is known.
        StoreError: the database cannot answer.
    """
    frame = store.query("national_view", same=same, **_asked(indicator, unit, area, figures))
    _check_area(store, len(frame), area)
    return frame


def view_columns(
    store: Store,
    indicator: str,
    unit: str | None = None,
    area: str = ALL_AREAS,
    *,
    figures: str = FIGURES[0],
) -> tuple[Arrays, NDArray[np.float64], NDArray[np.float64]]:
    """Return what `indicator_view` and `national_view` do, in a third of the time.

    A map that nobody has asked for yet waits for the database more than for anything else, so
    both come of one query and no frame is made of it.

    Returns:
        The columns year, value, state, counts, estimated, demo, provisional, corrected and small
        as arrays that cannot be written to, being shared with whoever asks next; and the national
        value of each year, of all that count in it and of those that count in every year.

    Raises:
        CatalogError: unknown indicator, unit, policy area or figures; lists what is known.
        StoreError: the database cannot answer.
    """
    columns = store.columns("view_terms", **_asked(indicator, unit, area, figures))
    _check_area(store, len(columns["year"]), area)
    return columns, *_national(columns)


def view_terms(
    store: Store,
    indicator: str,
    unit: str | None = None,
    area: str = ALL_AREAS,
    *,
    figures: str = FIGURES[0],
) -> pd.DataFrame:
    """Return what the figures of `indicator_view` are made of, row by row in its order.

    Returns:
        numerator, denominator (float64, NaN where there is no figure): as they were counted, so
        that value = numerator / denominator, times 100 for per cent and times price_factor for
        constant prices; residents (int); price_factor (float64, NaN where no index is published).

    Raises:
        CatalogError: unknown indicator, unit, policy area or figures; lists what is known.
        StoreError: the database cannot answer.
    """
    frame = store.query("counted_terms", **_asked(indicator, unit, area, figures))
    _check_area(store, len(frame), area)
    return frame


def municipality_features(store: Store, year: int, *, figures: str = FIGURES[0]) -> pd.DataFrame:
    """Return what municipalities are compared by when those that are alike are looked for.

    Args:
        store: the open database.
        year: one that municipalities report on.
        figures: one of catalog.FIGURES; of the budget, the rest being real.

    Returns:
        60 rows in Lithuanian alphabetical order: municipality (str, code), residents (int) and
        residents_estimated (bool: interpolated), of the year; area_km2, density (residents/km²),
        older (per cent of residents aged 65 and over) of older_year (int), the newest year up to
        the one asked for in which an age group begins at 65, or else the first; budget (euros paid
        out per resident; NaN where that does not count, see `indicator_view`), budget_demo (bool:
        it is invented), group (city, resort, ring or other), county (code). No rows for a year
        whose residents are not known.

    Raises:
        UnknownFigures: no such figures; lists what is known.
        StoreError: the database cannot answer.
    """
    check_figures(figures)
    return store.query("municipality_features", year=year, figures=figures)


def series_breaks(store: Store, group: str) -> Arrays:
    """Return why figures of a group of indicators do not compare with those of earlier years.

    Columns: municipality, year, note_lt, note_en.
    """
    return store.columns("series_breaks", scope=group)


def census_changes(store: Store) -> Arrays:
    """Return how far the census moved the residents published for its year, the largest fall first.

    Columns: municipality, year, counted, published, change_pct; only where the census is known.
    """
    return store.columns("census_changes")


def years_across_census(store: Store) -> Arrays:
    """Return the years whose residents are interpolated across a census: column year."""
    return store.columns("years_across_census")


def openness_parts(store: Store, year: int) -> pd.DataFrame:
    """Return what the openness of every municipality is made of in a year.

    Args:
        store: the open database.
        year: one that municipalities report on; others have no rows.

    Returns:
        60 rows in Lithuanian alphabetical order: municipality (str, code), ngo_council (bool),
        meetings (int), ngo_share (per cent of its seats), open_budget, published_results (bool),
        these five missing where nothing is shown; state (code list value_state), counts (bool: it
        is summed with others, see `indicator_view`), demo (bool: it is invented), source (whose it
        is; missing where nothing came).
    """
    return store.query("openness_parts", year=year)


def absences(store: Store, group: str, area: str) -> Arrays:
    """Return why figures of a group of indicators in an area are not there, where a source tells.

    Columns: municipality, year, note_lt, note_en.
    """
    return store.columns("absences", scope=group, area=area)


def real_sources(store: Store) -> Arrays:
    """Return whose the real figures are. Columns: municipality, year, source."""
    return store.columns("real_sources")


def submissions(store: Store) -> pd.DataFrame:
    """Return the state of every municipality's yearly form, 60 × years rows.

    Columns: municipality, year, state (code list submission_state), received_on (date or NaT),
    form_version, demo (bool); by year, then Lithuanian order.
    """
    return store.query("submissions")


def sources(store: Store) -> pd.DataFrame:
    """Return every source: what it is, whose, under which licence, when fetched, real or demo.

    Columns: source, title_lt, title_en, publisher, url, licence_lt, licence_en, retrieved, kind,
    note_lt, note_en, yields_to (whose gaps it fills, or None), years (those that it has figures of,
    None where they are not tied to years); real ones first.
    """
    return store.query("sources")


def checks(store: Store) -> pd.DataFrame:
    """Return every check that the build passed: name, about_lt, about_en, rows_found."""
    return store.query("checks")


def corrections(store: Store) -> pd.DataFrame:
    """Return what was corrected by hand, a row a municipality and year that it touches.

    Columns: correction, table, key, column, before, after, reason, kind (real or demo),
    municipality, year; the last two None where it touches none in particular.
    """
    return store.query("corrections")


def published_totals(store: Store) -> pd.DataFrame:
    """Return what tables that others published come to, and how much of it was taken in.

    Columns: source, sheet, year, amount, taken, left_out; euros, amount = taken + left_out.
    """
    return store.query("published_totals")


def left_out(store: Store) -> pd.DataFrame:
    """Return why rows of published tables were left out.

    Columns: source, sheet, reason, why_lt, why_en, rows, amount (euros), years.
    """
    return store.query("left_out")


def applied_rules(store: Store) -> pd.DataFrame:
    """Return the rules by which published tables were read: as the table applied_rule, in order."""
    return store.query("applied_rules")


def undecided(store: Store) -> pd.DataFrame:
    """Return recipients whose kind no rule could tell: source, code, name, amount (euros)."""
    return store.query("undecided")


def dictionary(store: Store) -> list[dict[Hashable, Any]]:
    """Return the data dictionary, an entry a column of a table, in the order to show them in.

    Keys: title_lt, title_en, grain_lt, grain_en, key (of the table), of_table, name, position, type
    (SQL), required, rows (of the table), unit, codes (code list), refers_to (table), minimum,
    maximum, about_lt, about_en; None where there is no unit, codes, table or bound.
    """
    frame = store.query("dictionary").astype(object)
    return frame.where(frame.notna(), None).to_dict("records")


def codes(store: Store, list_name: str) -> pd.DataFrame:
    """Return a code list in its own order: code, label_lt, label_en, offered; empty if unknown.

    What is not offered stands only in tables that others published.
    """
    return store.query("codes", list=list_name)


def _national(columns: Arrays) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the national figures as national_view.sql has them: of all that count, of the same."""
    counts = columns["counts"].reshape(len(np.unique(columns["year"])), -1)
    return _summed(columns, counts), _summed(columns, counts & counts.all(axis=0))


def _summed(columns: Arrays, counts: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return sums of numerators over sums of denominators of those that count, year by year."""
    top, below = (
        # Summed in the order of the rows, so that it is the database's sum to the last digit.
        np.where(counts, columns[name].reshape(counts.shape), 0.0).cumsum(axis=1)[:, -1]
        for name in ("numerator", "denominator")
    )
    national: NDArray[np.float64] = np.full(len(top), np.nan)
    np.divide(top, below, out=national, where=below != 0)
    return national


def _asked(indicator: str, unit: str | None, area: str, figures: str) -> dict[str, str]:
    """Return the values that queries of a view are bound to.

    Raises:
        CatalogError: unknown indicator, unit, policy area or figures; lists what is known.
    """
    check_figures(figures)
    view = resolve(indicator, unit, area)
    return {"indicator": indicator, "unit": view.unit.id, "area": area, "figures": figures}


def check_figures(figures: str) -> None:
    """Raise UnknownFigures unless it is one of `data.catalog.FIGURES`."""
    if figures not in FIGURES:
        raise UnknownFigures(figures, FIGURES)


def _check_area(store: Store, rows: int, area: str) -> None:
    """Say which areas there are where a view has no rows: only that of an unknown one has none."""
    if not rows:
        known = codes(store, "policy_area")
        raise UnknownArea(area, (ALL_AREAS, *known["code"][known["offered"]]))
