"""All that a municipality's page tells, reckoned anew from the tables of the database with pandas.

Nothing of `data.peers` and `dashboard.peers` is asked: whoever changes what those reckon has to
change it here too.
"""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from tests.dashboard.pages.municipality.base_tables import Base

NAN = math.nan
MONEY = ("per_resident", "eur", "budget_share", "constant", "constant_per_resident")
UNITS = {
    **dict.fromkeys(
        ("total", "budgetary", "public", "others", "ngo_competition", "ngo_any"), MONEY
    ),
    "ngo_competition_share": ("percent",),
    "ngo_recipients": ("per_10000",),
    "competitions": ("count",),
    "success_rate": ("percent",),
    "average_grant": ("eur", "constant"),
    "services_transferred": ("percent",),
    "openness": ("percent",),
}
"""The units of each indicator, in the order of their groups."""

MORE_IS_BETTER = ("ngo_competition", "ngo_any", "ngo_competition_share", "ngo_recipients",
                  "success_rate", "services_transferred", "openness")  # fmt: skip
IN_EUROS = ("ngo_competition", "ngo_any", "ngo_competition_share")
WEIGHTS = {"residents": 2, "density": 1, "older": 1, "budget": 1, "group": 1, "county": 0,
           "ringed": 0}  # fmt: skip
ASKED = {"figures": "all", "unit": "per_resident", "peers": "nearest", "nearest": 8, "move": 1.0}


class Reckoned:
    """One municipality as an address asks for it."""

    def __init__(self, base: Base, code: str, asked: dict[str, Any]) -> None:
        self.base, self.code = base, code
        self.asked = ASKED | asked
        self.which = self.asked["figures"]
        totals = base.figures("total", "per_resident", self.which)["value"].dropna()
        self.year = int(self.asked.get("year") or totals.index.get_level_values("year").max())
        self.features = base.features(self.year, self.which)
        given = {name: self.asked.get(f"weight-{name}") for name in WEIGHTS}
        self.weights = {n: WEIGHTS[n] if w is None else w for n, w in given.items()}

    @cached_property
    def differences(self) -> pd.DataFrame:
        frame, found = self.features, {}
        for name in ("residents", "density", "older", "budget"):
            column = frame[name].astype(float)
            if name in ("residents", "density"):
                column = column.map(math.log)
            spread = 1.4826 * (column - column.median()).abs().median()
            if not spread:
                spread = (column.quantile(0.75) - column.quantile(0.25)) / 1.349
            found[name] = (column - column[self.code]) / spread
        for name in ("group", "county", "ringed"):
            found[name] = (frame[name] != frame.loc[self.code, name]).astype(float)
        return pd.DataFrame(found)

    @cached_property
    def distances(self) -> pd.Series:
        weights = pd.Series(self.weights)
        known = self.differences.notna() * weights
        total = known.sum(axis=1)
        return (((self.differences**2) * weights).sum(axis=1) / total.where(total > 0)) ** 0.5

    @cached_property
    def order(self) -> list[str]:
        """The others by distance, those of unknown distance last, equal ones by alphabet."""
        return [*self.distances.drop(self.code).sort_values(kind="stable").index]

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Members of every group, nearest first."""
        frame, own = self.features, self.features.loc[self.code]
        known = [code for code in self.order if not math.isnan(self.distances[code])]
        members = {
            "nearest": set(known[: int(self.asked["nearest"])]),
            "group": set(frame.index[frame["group"] == own["group"]]),
            "county": set(frame.index[frame["county"] == own["county"]]),
            "neighbours": self.base.beside[self.code],
            "all": set(frame.index),
        }
        if self.asked["peers"] == "list":
            members["list"] = set(self.asked.get("with", "").split(","))
        return {name: [c for c in self.order if c in each] for name, each in members.items()}

    @property
    def peers(self) -> list[str]:
        return self.groups[self.asked["peers"]]

    def most_apart(self, code: str) -> tuple[str, bool]:
        """The feature in which another differs most, as it weighs, and whether it has more."""
        parts = (self.differences.loc[code] ** 2 * pd.Series(self.weights)).fillna(0)
        name = str(parts.idxmax()) if parts.max() > 0 else ""
        return name, bool(name and self.differences.loc[code, name] > 0)

    def unit(self, indicator: str) -> str:
        """The unit asked for; plain euros where it has no residents to be divided by."""
        asked, known = self.asked["unit"], UNITS[indicator]
        if asked in known:
            return asked
        return "constant" if asked.startswith("constant") and "constant" in known else known[0]

    def one(self, indicator: str, unit: str = "") -> One:
        return One(self, indicator, unit or self.unit(indicator))


class One:
    """One indicator of it."""

    def __init__(self, all_: Reckoned, indicator: str, unit: str) -> None:
        self.all, self.indicator, self.unit = all_, indicator, unit
        self.frame = all_.base.figures(indicator, unit, all_.which)
        self.now = self.frame.loc[all_.year]
        self.counted = self.now["counted"]
        self.own = self.now.loc[all_.code]
        self.value = float(self.own["counted"])

    def rank(self, others: list[str], value: float = NAN) -> tuple[int, int, float] | None:
        """Rank, of how many, and of how many per cent of the others it is larger."""
        value = self.value if math.isnan(value) else value
        known = self.counted[others].dropna()
        if math.isnan(value) or len(known) < 4:
            return None
        ranked = pd.concat([known, pd.Series({"own": value})]).rank(ascending=False, method="min")
        return int(ranked["own"]), len(ranked), 100 * (known < value).sum() / len(known)

    @property
    def everybody(self) -> list[str]:
        return self.all.groups["all"]

    @property
    def median(self) -> float:
        known = self.counted[self.all.peers].dropna()
        return float(known.median()) if len(known) >= 3 else NAN

    @property
    def far(self) -> float:
        """How far it lies from the peers' median, in spreads of all that count."""
        spread = 1.4826 * (self.counted - self.counted.median()).abs().median()
        return abs(self.value - self.median) / spread

    @property
    def span(self) -> tuple[int, int] | None:
        """Every peer left out once, every group taken once, told among as many as the peers are."""
        peers, here = self.all.peers, self.rank(self.all.peers)
        if here is None:
            return None
        fewer = [[each for each in peers if each != out] for out in peers]
        told = [self.rank(members) for members in [peers, *fewer, *self.all.groups.values()]]
        half = Fraction(1, 2)
        ranks = [
            1 + math.floor(Fraction(rank - 1, count - 1) * (here[1] - 1) + half)
            for rank, count, _ in filter(None, told)
        ]
        return min(ranks), max(ranks)

    def change(self, years: int) -> tuple[float, float] | None:
        """How much it rose, and on what."""
        year, code = self.all.year, self.all.code
        mine = self.frame.xs(code, level="municipality")
        before = float(mine["counted"].get(year - years, NAN))
        between = mine["broken"].loc[year - years + 1 : year].any()
        if between or math.isnan(before) or math.isnan(self.value):
            return None
        return self.value - before, before

    @property
    def takes(self) -> tuple[float, float] | None:
        """What lacks until the peers' median, and in per cent of the budget; or how many things."""
        if self.indicator not in MORE_IS_BETTER or not self.value < self.median:
            return None
        lacks = (self.median - self.value) * self.own["below"]
        if self.unit in ("percent", "budget_share"):
            lacks /= 100
        if self.indicator not in IN_EUROS:
            return math.ceil(round(lacks, 6)), NAN
        if self.unit.startswith("constant"):
            lacks /= self.all.base.factor[self.all.year]
        budget = self.all.base.figures("total", "eur", self.all.which)["value"]
        return lacks, 100 * lacks / budget[self.all.year, self.all.code]

    @property
    def nation(self) -> float:
        """Of all that count, taken together."""
        counted = self.now[self.counted.notna()]
        below = float(counted["below"].sum())
        return float(counted["top"].sum()) / below if below else NAN

    @property
    def moved(self) -> tuple[float, float] | None:
        """Euros that move of those of budgetary institutions, and the share that there would be."""
        base, key = self.all.base, (self.all.year, self.all.code)
        budgetary = base.figures("budgetary", "eur", self.all.which)["counted"][key]
        if math.isnan(self.value) or math.isnan(budgetary):
            return None
        euros = float(self.all.asked["move"]) / 100 * budgetary
        return euros, (self.own["top"] + 100 * euros) / self.own["below"]
