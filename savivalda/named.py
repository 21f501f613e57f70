"""The usual tables by names of their own; each is `OpenAtlas.table` with what must be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.errors import near
from savivalda.errors import CannotAsk

if TYPE_CHECKING:
    import pandas as pd

    from savivalda.asked import AskedFilter


class NamedTables:
    """Tables by name.

    What is said of `OpenAtlas.table` holds for each: its filters, types of columns, `attrs` and
    errors. `columns(<table>)` tells what every column holds.
    """

    if TYPE_CHECKING:

        def table(self, name: str, /, **filters: AskedFilter) -> pd.DataFrame:
            """What `OpenAtlas` has."""

    def municipalities(self, **filters: AskedFilter) -> pd.DataFrame:
        """The 60 municipalities: codes, names, type, group, county, area (km²), residents."""
        return self.table("municipalities", **filters)

    def counties(self, **filters: AskedFilter) -> pd.DataFrame:
        """The 10 counties: codes, names, area (km²), residents."""
        return self.table("counties", **filters)

    def indicators(self, **filters: AskedFilter) -> pd.DataFrame:
        """What can be mapped: ids, names, how each is computed, its units, the usual one first."""
        return self.table("indicators", **filters)

    def recipients(self, **filters: AskedFilter) -> pd.DataFrame:
        """Legal entities that received money or a grant, and how much of each (euros)."""
        return self.table("recipients", **filters)

    def competitions(self, **filters: AskedFilter) -> pd.DataFrame:
        """Competitions for NGOs: applications, how many were funded, euros asked and awarded."""
        return self.table("competitions", **filters)

    def commitments(self, **filters: AskedFilter) -> pd.DataFrame:
        """Commitments of the Open Government Partnership's action plans."""
        return self.table("commitments", **filters)

    def statuses(self, **filters: AskedFilter) -> pd.DataFrame:
        """What assessors said of commitments, a row each time."""
        return self.table("statuses", **filters)

    def sources(self, **filters: AskedFilter) -> pd.DataFrame:
        """Whose the data are, where they were taken from and when, and on what terms."""
        return self.table("sources", **filters)

    def codes(self, list: str) -> pd.DataFrame:  # noqa: A002 - the column's name
        """A code list in its own order: code, name in the language of the atlas.

        Args:
            list: E.g. "policy_area" or "value_state"; `columns` and `attrs["codes"]` name them.

        Raises:
            CannotAsk: There is no such list.
        """
        found = self.table("codes", list=list)
        if found.empty:
            known = self.table("codes", fields="list")["list"].unique()
            raise CannotAsk("list", list, "a code list", known, near(list, known))
        return found
