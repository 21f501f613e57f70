"""A view as a table: a row a municipality and year, then a row a year of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from dashboard.indicators.marks import flagged, reason
from dashboard.indicators.remarks import remark_cell
from dashboard.indicators.state import SAME
from dashboard.indicators.writing import FigureWriter, subject, unit_label
from data.dataset.offered import LICENCE
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.indicators.state import ViewRequest
    from dashboard.language.i18n import Language

PLACE, NATION = "municipality", "national"
"""Levels of a row; the country of the same municipalities in all years is `national_same`."""

COUNTRY = "LT"
"""Stands for the code of a municipality in the country's rows."""

FLAGS = (
    "residents_estimated",
    "corrected",
    "provisional",
    "small_denominator",
    "break_in_series",
    "demo",
)


def view_table(shown: MapView, terms: pd.DataFrame, words: Language, *, same: bool) -> pd.DataFrame:
    """The table with codes and flags.

    Args:
        shown: The view.
        terms: What its figures were counted of, as `data.asking.views.view_terms`.
        words: Language of notes.
        same: Whether the country is the municipalities that count in every year.
    """
    places, years = municipalities(), shown.years
    rows = pd.DataFrame(
        {
            "level": PLACE,
            "code": [place.code for place in places] * len(years),
            "county": [place.county for place in places] * len(years),
            "year": np.repeat(years, len(places)),
            "value": shown.values.ravel(),
            "rank": pd.array([rank or None for rank in shown.ranks.ravel().tolist()], "Int64"),
            "state": shown.states.ravel(),
            "municipalities": shown.counted.ravel().astype(int),
            "note": _reasons(shown, words),
            "remark": _remarks(shown, words),
            "residents_estimated": shown.marks["estimated"].ravel(),
            "corrected": shown.marks["corrected"].ravel(),
            "provisional": flagged(shown)["provisional"].ravel(),
            "small_denominator": shown.marks["small"].ravel(),
            "break_in_series": shown.states.ravel() == "not_comparable",
            "demo": shown.marks["demo"].ravel(),
        }
    )
    whole = pd.concat([rows, terms], axis=1)
    counted = (shown.counted & shown.always if same else shown.counted).ravel()
    nation = _nation(whole[counted], years)
    nation["level"] = f"{NATION}_{SAME}" if same else NATION
    nation["value"] = shown.same if same else shown.national
    return pd.concat([whole, nation], ignore_index=True).astype({"rank": "Int64"})


def _nation(counted: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    """The country's rows: sums of those that count, and what is said of any of them."""
    by_year = counted.groupby("year")
    summed = by_year[["municipalities", "numerator", "denominator", "residents"]].sum()
    flags = by_year[[*FLAGS]].any()
    flags["small_denominator"] = by_year["small_denominator"].all()  # together they are not few
    factor = by_year[["price_factor"]].first()
    found = pd.concat([summed, factor, flags], axis=1).reindex(pd.Index(years, name="year"))
    found["state"] = np.where(found["municipalities"].notna(), "ok", "no_data")
    found["municipalities"] = found["municipalities"].fillna(0).astype(int)
    found[[*FLAGS]] = found[[*FLAGS]].fillna(value=False).astype(bool)
    return found.reset_index().assign(code=COUNTRY, county="", note="", remark="")


def _reasons(shown: MapView, words: Language) -> list[str]:
    """Why a figure breaks its series or is not there, where that is told."""
    texts = np.full(shown.values.shape, "", dtype=object)
    for item in (*shown.breaks, *shown.absences):
        texts[item.row, item.place] = reason(item, words)
    found: list[str] = texts.ravel().tolist()
    return found


def _remarks(shown: MapView, words: Language) -> list[str]:
    """What is remarked on each figure; few are, so only those are looked at."""
    texts = np.full(shown.values.shape, "", dtype=object)
    for row, place in np.argwhere(shown.remarked).tolist():
        texts[row, place] = remark_cell(shown, row, municipalities()[place].code, words)
    found: list[str] = texts.ravel().tolist()
    return found


def readable(table: pd.DataFrame, view: ViewRequest, atlas: Atlas, words: Language) -> pd.DataFrame:
    """For people: headings, names and states in the language."""
    states = atlas.labels("value_state", words, view.figures)
    county = {item.code: words.name(item, "full") for item in counties()}
    yes = {True: words.t("file.yes"), False: words.t("file.no")}
    data = {True: words.t("demo.badge"), False: words.t("real.badge")}
    columns = {
        "code": table["code"],
        "name": table["code"].map(_names(table, view, words)),
        "county": table["county"].map(county).fillna(""),
        "year": table["year"],
        "indicator": subject(view, words),
        "unit": unit_label(view.unit, words),
        "value": table["value"].round(6),
        **_terms(table),
        "rank": table["rank"],
        "state": table["state"].map(states),
        "note": table["note"],
        "remark": table["remark"],
        "places": table["municipalities"],
        "estimated": table["residents_estimated"].map(yes),
        "corrected": table["corrected"].map(yes),
        "provisional": table["provisional"].map(yes),
        "small": table["small_denominator"].map(yes),
        "break": table["break_in_series"].map(yes),
        "data": table["demo"].map(data),
        "version": atlas.store.version,
    }
    return pd.DataFrame(columns).rename(columns=lambda name: words.t(f"file.column.{name}"))


def plain(
    table: pd.DataFrame, view: ViewRequest, ids: Sequence[str], atlas: Atlas, words: Language
) -> pd.DataFrame:
    """For programs: lasting English names of columns, codes, flags, and what else is in notes.

    Args:
        table: As `view_table` makes it.
        view: What was asked for.
        ids: Sources of all that the table holds.
        atlas: The data.
        words: Language of names.
    """
    sources = atlas.sources().set_index("source").reindex(list(ids)).dropna(subset="kind")
    columns = {
        "level": table["level"],
        "code": table["code"],
        "name": table["code"].map(_names(table, view, words)),
        "county": table["county"],
        "year": table["year"],
        "indicator": view.indicator,
        "area": view.area,
        "unit": view.unit,
        "value": table["value"].round(6),
        **_terms(table),
        "rank": table["rank"],
        "state": table["state"],
        "municipalities": table["municipalities"],
        **{name: table[name] for name in FLAGS},
        "remark": table["remark"],
        "source": " ".join(sources.index),
        "retrieved": " ".join(f"{day:%Y-%m-%d}" for day in sources["retrieved"]),
        "licence": LICENCE,
        "data_version": atlas.store.version,
    }
    return pd.DataFrame(columns)


def _terms(table: pd.DataFrame) -> dict[str, pd.Series]:
    numbers = {"numerator": 6, "denominator": 6, "residents": 0, "price_factor": 8}
    found = {name: table[name].round(decimals) for name, decimals in numbers.items()}
    return found | {"residents": found["residents"].astype("Int64")}


def _names(table: pd.DataFrame, view: ViewRequest, words: Language) -> dict[str, str]:
    """What stands for each code; the country is called as on the page."""
    country = words.t(f"national.{FigureWriter.of(view, words).national}")
    if table["level"].iloc[-1] != NATION:
        country = words.t("file.nation.name", name=country)
    return {place.code: words.name(place, "full") for place in municipalities()} | {
        COUNTRY: country
    }
