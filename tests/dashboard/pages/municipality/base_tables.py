"""The tables of a database, and figures and features that are made of them with pandas alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import duckdb
import pandas as pd

from geo.tables import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

PER_RESIDENT = ("per_resident", "constant_per_resident", "per_10000")


class Base:
    """The tables of one database."""

    def __init__(self, path: Path) -> None:
        with duckdb.connect(":memory:") as connection:
            connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(path)})
            connection.execute("USE atlas")
            ask = lambda text: connection.execute(text).df()  # noqa: E731
            self.places = ask('SELECT code, area_km2::DOUBLE AS area, county, "group" '
                              "FROM municipality ORDER BY sort_lt").set_index("code")  # fmt: skip
            self.residents = ask("SELECT * FROM population").set_index(["year", "municipality"])
            self.ages = ask("SELECT * FROM population_age")
            prices = ask("SELECT year, price_index::DOUBLE AS i FROM price_index").set_index("year")
            self.terms = ask(
                "SELECT indicator, municipality, year, numerator::DOUBLE AS numerator, "
                "denominator::DOUBLE AS denominator, state, demo, counts, real_counts, corrected, "
                "provisional, of_applications FROM mart_indicator WHERE area = 'all'"
            ).set_index(["indicator", "year", "municipality"])
        # The database keeps eight digits of it.
        self.factor = (prices.loc[2025, "i"] / prices["i"]).round(8)
        pairs = pd.read_csv(FOLDER / "neighbours.csv", dtype=str)
        self.beside = pairs.groupby("code")["neighbour"].agg(set)

    @cache  # noqa: B019 - lives as long as the module of tests
    def figures(self, indicator: str, unit: str, which: str) -> pd.DataFrame:
        """Of every year and municipality: value, its parts, whether it counts, its signs."""
        found = self.terms.loc[indicator].join(self.residents)
        hidden = found["demo"] & (which == "real")
        top, below = found["numerator"].mask(hidden), found["denominator"].mask(hidden)
        years = found.index.get_level_values("year")
        if unit.startswith("constant"):
            top = top * self.factor.reindex(years).to_numpy()
        if unit in ("percent", "budget_share"):
            top = top * 100
        if unit.endswith("per_resident"):
            below = below * found["residents"]
        if unit == "budget_share":
            below = below * self.terms.loc["total"]["numerator"]
        counts = found["real_counts" if which == "real" else "counts"]
        value = top / below
        invented = (counts & found["demo"]).any()
        small = (
            found["residents"] < 5000
            if unit in PER_RESIDENT
            else found["of_applications"] & (found["denominator"] < 5)
        )
        apart = ~found["demo"] & bool(invented)
        broken = found["state"] == "not_comparable"
        signs = {
            "≠": broken,
            "*": found["estimated"] & (unit in PER_RESIDENT),
            "†": found["corrected"],
            "‡": found["provisional"],
            "°": small,
            "✓": apart,
        }
        written = pd.Series("", index=found.index, dtype=object)
        for sign, flags in signs.items():
            written = written + flags.map({True: sign, False: ""}).astype(object)
        return pd.DataFrame({"value": value, "counted": value.where(counts), "top": top,
                             "below": below, "signs": written, "broken": broken & ~hidden,
                             "plain": found["state"] == "ok",
                             "apart": apart & value.notna()})  # fmt: skip

    @cache  # noqa: B019
    def features(self, year: int, which: str) -> pd.DataFrame:
        """What municipalities are compared by."""
        frame = self.places.copy()
        people = self.residents.loc[year]
        frame["residents"], frame["estimated"] = people["residents"], people["estimated"]
        frame["density"] = frame["residents"] / frame["area"]
        ages = self.ages[self.ages["year"] == self.older_year(year)]
        old = ages[ages["age_from"] >= 65].groupby("municipality")["residents"].sum()
        frame["older"] = 100 * old / ages.groupby("municipality")["residents"].sum()
        frame["budget"] = self.figures("total", "per_resident", which).loc[year]["counted"]
        rings = set(frame.index[frame["group"] == "ring"])
        frame["ringed"] = [
            group == "city" and bool(rings & self.beside[code])
            for code, group in frame["group"].items()
        ]
        return frame

    def older_year(self, year: int) -> int:
        """The newest year, not after that one, whose ages are told from 65 on; else the first."""
        told = sorted(set(self.ages.loc[self.ages["age_from"] == 65, "year"]))
        return max((each for each in told if each <= year), default=told[0])
