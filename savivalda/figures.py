"""Figures of indicators, ranked, of the country and among peers, with shapes joined on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from savivalda.named import NamedTables
from savivalda.shaped import shaped

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from savivalda.asked import AskedFilter


class FigureTables(NamedTables):
    """Tables for which an indicator or a municipality must be chosen."""

    def figures(
        self,
        indicator: str,
        unit: str | None = None,
        area: str = "all",
        figures: str = "all",
        *,
        geometry: bool = False,
        **filters: AskedFilter,
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
            names (euros, per cent 0–100, or a bare number) and missing where there is none;
            `state` says why; `counts`, whether it may be ranked, summed and averaged with others;
            `demo`, whether it is invented; `estimated`, `provisional`, `corrected` and `small`,
            with what care it is to be read.

        Raises:
            CannotAsk: No such indicator, unit, area or filter; says what there is.
            NotInstalled: Shapes are asked for, and geopandas is not there.
        """
        choices = {"indicator": indicator, "unit": unit, "area": area, "figures": figures}
        frame = self.table("figures", **{**choices, **filters})
        return self.map(frame) if geometry else frame

    def national(
        self,
        indicator: str,
        unit: str | None = None,
        area: str = "all",
        figures: str = "all",
        **filters: AskedFilter,
    ) -> pd.DataFrame:
        """An indicator for the country, a row a year; choices as those of `figures`.

        Returns:
            `value`: of the municipalities whose figures count, together, or on average where they
            are plain amounts; `municipalities`, how many these are; `value_same`, of those alone
            whose figures count in every year.
        """
        choices = {"indicator": indicator, "unit": unit, "area": area, "figures": figures}
        return self.table("national", **{**choices, **filters})

    def ranking(
        self,
        indicator: str,
        unit: str | None = None,
        area: str = "all",
        figures: str = "all",
        *,
        year: int | None = None,
        **filters: AskedFilter,
    ) -> pd.DataFrame:
        """The municipalities whose figures count in a year, the largest first.

        Args:
            indicator: As the other choices, see `figures`.
            unit: One of its units.
            area: A policy area.
            figures: "all" or "real".
            year: None is the newest that has figures.
            **filters: As `OpenAtlas.table` has them.

        Returns:
            `rank` from the largest (equal figures share one), `of` how many, `value`, `change` on
            the year before, state and marks.
        """
        choices = {"indicator": indicator, "unit": unit, "area": area, "figures": figures}
        return self.table("rankings", **{**choices, "year": year, **filters})

    def measures(  # noqa: PLR0913 - what is studied, how, and of whom
        self,
        indicator: str,
        unit: str | None = None,
        area: str = "all",
        figures: str = "all",
        *,
        measure: str = "level",
        since: int | None = None,
        estimated: str = "with",
        places: str | None = None,
        peer: str | None = None,
        among: Iterable[str] | None = None,
        geometry: bool = False,
        **filters: AskedFilter,
    ) -> pd.DataFrame:
        """An indicator or a feature by a measure, and what of it counts in statistics.

        Args:
            indicator: One of `indicators()`, or a feature of municipalities: `residents`,
                `density`, `older`, `area_km2`.
            unit: One of its units; None is the usual one.
            area: A policy area.
            figures: "all" or "real".
            measure: "level"; "change", "growth" (per cent), "yearly" (per cent a year) or "index"
                (100), of the year `since`; "share" of the country (per cent); "z"; "rank".
            since: The base year; None is the first that has figures.
            estimated: "with", or "without" those that rest on interpolated residents.
            places: "all", "county:<code>", "group:<city, resort, ring or other>"; "peers" of
                `peer`; "list", those of `among`. None is what `peer` or `among` say, or all.
            peer: A municipality, which is in the set with those most like it.
            among: Municipalities.
            geometry: Whether shapes are joined, as `map` does.
            **filters: As `OpenAtlas.table` has them, e.g. `year=2025`.

        Returns:
            A row for each municipality of the set and year: county, group, `value`; `taken`,
            whether statistics are of it, and `reason`, why not; `demo` and the other marks. Means,
            places and z-scores are among the taken of the set, shares are of the whole country.

        Raises:
            CannotAsk: No such indicator, measure, set or filter; says what there is.
            NotInstalled: Shapes are asked for, and geopandas is not there.
        """
        choices = {"indicator": indicator, "unit": unit, "area": area, "figures": figures}
        how = {"measure": measure, "since": since, "estimated": estimated}
        whom = {"places": places, "peer": peer, "among": among}
        frame = self.table("measures", **{**choices, **how, **whom, **filters})
        return self.map(frame) if geometry else frame

    def peers(
        self, municipality: str, *, year: int | None = None, **filters: AskedFilter
    ) -> pd.DataFrame:
        """The municipalities that one is compared with, the most alike first.

        Args:
            municipality: In any known spelling.
            year: None is the newest.
            **filters: Choices of the page of municipalities, such as `nearest=8` or
                `figures="real"`, and filters.

        Returns:
            `peer` and its name, `distance` in spreads, the features that were compared (residents,
            density, older, budget per resident) and how far each is apart.
        """
        return self.table("peers", municipality=municipality, year=year, **filters)

    def map(self, frame: pd.DataFrame, on: str = "municipality") -> Any:
        """Joins shapes to a frame.

        Args:
            frame: With a column of municipality or county codes; the text of a code, "01".
            on: That column; one called `county` holds codes of counties, any other of
                municipalities.

        Returns:
            A GeoDataFrame in EPSG:4326: the same rows with the column `geometry`, and in
            `attrs["boundaries"]` the credit that their publisher asks for. Use `.to_crs(3346)` for
            metres; lines are generalised, fit for showing and not for measuring.

        Raises:
            CannotAsk: No such column; a code that is none.
            NotInstalled: geopandas is not there; it comes with the extra `boundaries`.
        """
        return shaped(frame, on, self.sources(source="boundaries"))
