"""What the first page should say, reckoned from the tables of a database in plain SQL and pandas.

Also databases in states that none is built in: copies in which the tables were changed.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb

from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KINDS = {
    "ngo_competition": "kind = 'ngo' AND mode = 'competition'",
    "public": "kind = 'public_institution'",
    "budgetary": "kind = 'budgetary_institution'",
}
ORDER = [place.code for place in municipalities()]

GONE = "state = 'no_answer', numerator = NULL, counts = FALSE, real_counts = FALSE"
"""What a figure is that is taken away."""

ONLY_REAL = (
    "UPDATE mart_indicator SET state = 'not_asked', numerator = NULL, counts = FALSE WHERE demo",
    "UPDATE mart_indicator SET demo = FALSE, counts = real_counts",
    "UPDATE submission SET state = 'not_asked', demo = FALSE WHERE demo",
    "DELETE FROM source WHERE kind = 'demo'",
)
"""Leaves of a database what is real: Vilnius, as it published its budgets."""


def edited(path: Path, target: Path, *statements: str) -> Path:
    """A copy of a database in which something was changed."""
    shutil.copy(path, target)
    with duckdb.connect(str(target)) as connection:
        for statement in statements:
            connection.execute(statement)
    return target


def leave(year: int, places: int, indicators: Iterable[str] = ()) -> str:
    """Takes the figures of a year from all but so many municipalities, the first of those known.

    Of some indicators, or of all.
    """
    named = ", ".join(f"'{each}'" for each in indicators)
    which = f"indicator IN ({named})" if named else "TRUE"
    return (
        f"UPDATE mart_indicator SET {GONE} WHERE year = {year} AND {which} "
        "AND municipality NOT IN (SELECT municipality FROM mart_indicator "
        f"WHERE year = {year} AND indicator = 'ngo_competition_share' AND area = 'all' AND counts "
        f"ORDER BY sort_lt LIMIT {places})"
    )


class OverviewTables:
    """The tables of one database."""

    def __init__(self, path: Path) -> None:
        sums = ", ".join(
            f"coalesce(sum(executed) FILTER ({where}), 0)::DOUBLE AS {name}"
            for name, where in KINDS.items()
        )
        with duckdb.connect(":memory:") as connection:
            connection.execute("ATTACH $path AS atlas (READ_ONLY)", {"path": str(path)})
            connection.execute("USE atlas")
            ask = lambda text: connection.execute(text).df()  # noqa: E731
            self.paid = ask(
                f"SELECT year, municipality, sum(executed)::DOUBLE AS total, {sums} "
                "FROM allocation GROUP BY ALL"
            ).set_index(["year", "municipality"])
            self.states = ask(
                "SELECT indicator, year, municipality, state, demo FROM mart_indicator "
                "WHERE area = 'all'"
            )
            self.forms = ask("SELECT year, municipality, state, demo FROM submission")
        comparable = self.states["state"].isin(["ok", "declared_zero"])
        known = self.states[comparable]
        # Real and invented never together: where any of an indicator is invented, only these.
        invented = known.groupby("indicator")["demo"].transform("any")
        self.known = known[known["demo"] == invented]

    def count(self, indicator: str, year: int) -> int:
        return len(self.places(indicator, year))

    def places(self, indicator: str, year: int) -> set[str]:
        """Who has a figure that compares."""
        found = self.known
        return {*found[(found["indicator"] == indicator) & (found["year"] == year)]["municipality"]}

    def together(self, year: int, parts: Iterable[str] = tuple(KINDS)) -> set[str]:
        """Of whom the whole and all parts are known."""
        return set.intersection(*(self.places(name, year) for name in ("total", *parts)))

    def hundred(
        self, year: int, among: set[str], parts: Iterable[str] = tuple(KINDS)
    ) -> dict[str, float]:
        """What each part had of a hundred euros of some municipalities, and the rest."""
        sums = self.paid.loc[year].loc[sorted(among)].sum()
        shares = {name: 100 * sums[name] / sums["total"] for name in parts}
        return shares | {"rest": 100 - sum(shares.values())}


def two(number: float) -> str:
    """With two decimals, as Lithuanians write."""
    return f"{number:.2f}".replace(".", ",")


def declined(number: int, one: str, few: str, other: str) -> str:
    """The Lithuanian form that stands with a number."""
    if number % 10 == 1 and number % 100 != 11:
        return one
    return few if number % 10 and not 10 < number % 100 < 20 else other


def savivaldybes(number: int) -> str:
    """So many municipalities."""
    return f"{number} {declined(number, 'savivaldybė', 'savivaldybės', 'savivaldybių')}"


def municipalities_en(number: int) -> str:
    """The same in English."""
    return f"{number} {'municipality' if number == 1 else 'municipalities'}"
