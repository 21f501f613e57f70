"""The usual tables by names of their own; each is `OpenAtlas.table` with what must be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from savivalda.shaped import shaped

if TYPE_CHECKING:
    import pandas as pd

    from savivalda.asked import Filter


class NamedTables:
    """Tables by name."""

    if TYPE_CHECKING:

        def table(self, name: str, /, **filters: Filter) -> pd.DataFrame:
            """What `OpenAtlas` has."""

    def municipalities(self, **filters: Filter) -> pd.DataFrame:
        """The 60 municipalities: codes, names, type, group, county, area (km²), residents."""
        return self.table("municipalities", **filters)

    def indicators(self, **filters: Filter) -> pd.DataFrame:
        """What can be mapped: ids, names, how each is computed, its units, the usual one first."""
        return self.table("indicators", **filters)

    def figures(
        self,
        indicator: str,
        unit: str | None = None,
        area: str = "all",
        figures: str = "all",
        *,
        geometry: bool = False,
        **filters: Filter,
    ) -> pd.DataFrame:
        """An indicator for every municipality and year.

        Args:
            indicator: One of `indicators()`.
            unit: One of its units; None is the usual one.
            area: A policy area, one of `codes("policy_area")`, or "all".
            figures: "all", or "real" for those that are not invented.
            geometry: Whether shapes are joined, as `map` does.
            **filters: As `OpenAtlas.table` has them, e.g. `year=2025`.

        Returns:
            A row a municipality and year. `value` is in the unit that `attrs["units"]["value"]`
            names and missing where there is none; `state` says why; `counts`, whether it may be
            ranked, summed and averaged with others; `demo`, whether it is invented; `estimated`,
            `provisional`, `corrected` and `small`, with what care it is to be read.

        Raises:
            CannotAsk: No such indicator, unit, area or filter; says what there is.
        """
        frame = self.table(
            "figures", indicator=indicator, unit=unit, area=area, figures=figures, **filters
        )
        return self.map(frame) if geometry else frame

    def recipients(self, **filters: Filter) -> pd.DataFrame:
        """Legal entities that received money or a grant."""
        return self.table("recipients", **filters)

    def map(self, frame: pd.DataFrame, on: str = "municipality") -> Any:
        """Joins shapes to a frame.

        Args:
            frame: With a column of municipality or county codes; the text of a code, "01".
            on: That column; one called `county` holds codes of counties, any other of
                municipalities.

        Returns:
            A GeoDataFrame in EPSG:4326: the same rows with the column `geometry`, `attrs` with the
            credit of the boundaries too. Use `.to_crs(3346)` for metres; lines are generalised,
            fit for showing and not for measuring.

        Raises:
            CannotAsk: No such column; a code that is none.
            NotInstalled: geopandas is not there; it comes with the extra `boundaries`.
        """
        sources = self.table("sources", source="boundaries")
        return shaped(frame, on, sources)
