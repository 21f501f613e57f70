"""The competitions as their page shows them: which are found, of which kind, where links lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dashboard.frame.places import COMPETITION_SLUGS
from dashboard.frame.source_line import source_text
from dashboard.pages.competitions.state import CompetitionsState, read_state, write_state
from data.asking.competitions import competition_list, competition_years
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from geo.places import County, Municipality

EACH = 50
"""Competitions on a page of the list."""

UNKNOWN = "–"
"""Stands for what is not known."""


@dataclass(frozen=True)
class CompetitionsView:
    """What the page shows.

    Attributes:
        atlas: The data.
        words: The language.
        state: What is looked at.
    """

    atlas: Atlas
    words: Language
    state: CompetitionsState

    @cached_property
    def sums(self) -> pd.DataFrame:
        """What is found of both kinds, as `data.asking.competitions.competition_years`."""
        return competition_years(self.atlas.store, self.state.asked)

    def count(self, *, demo: bool) -> int:
        """How many of a kind are found."""
        rows = self.sums[self.sums["year"].isna() & (self.sums["demo"] == demo)]
        return int(rows["competitions"].sum())

    @cached_property
    def demo(self) -> bool:
        """Whether the invented ones are shown: where they are asked for, or nothing is real."""
        if self.state.figures:
            return self.state.figures == "demo"
        return not self.count(demo=False)

    @property
    def found(self) -> int:
        """How many of the kind that is shown are found."""
        return self.count(demo=self.demo)

    @cached_property
    def total(self) -> dict[str, Any]:
        """The sums of what is found; there has to be something."""
        rows = self.sums[self.sums["year"].isna() & (self.sums["demo"] == self.demo)]
        return {str(name): value for name, value in rows.iloc[0].items()}

    @cached_property
    def years(self) -> pd.DataFrame:
        """The same year by year, years as int."""
        rows = self.sums[self.sums["year"].notna() & (self.sums["demo"] == self.demo)]
        return rows.astype({"year": int})

    @property
    def pages(self) -> int:
        """Pages of the list."""
        return max(1, -(-self.found // EACH))

    @property
    def page(self) -> int:
        """The page that is shown: the last one instead of one beyond it."""
        return min(self.state.page, self.pages)

    def rows(self, most: int = EACH, after: int = 0) -> pd.DataFrame:
        """A stretch of what is found, sorted."""
        state = self.state
        return competition_list(
            self.atlas.store,
            state.asked,
            demo=self.demo,
            sort=state.sort,
            most=most,
            after=after,
        )

    @cached_property
    def areas(self) -> dict[str, str]:
        """Labels of the policy areas, of those too that only others' tables have."""
        return self.atlas.labels("policy_area", self.words)

    @cached_property
    def place(self) -> Municipality | None:
        """The municipality that is asked for."""
        return places().get(self.state.asked.municipality)

    @cached_property
    def county(self) -> County | None:
        """The county that is asked for."""
        known = {each.code: each for each in counties()}
        return known.get(self.state.asked.county)

    @cached_property
    def source(self) -> str:
        """The line of whose the competitions are that are shown."""
        ids = self.total["sources"].split() if self.found else []
        return source_text(ids, self.atlas, self.words)

    def path(self, **changes: Any) -> str:
        """The page's address with changes; the list begins anew unless a page is asked for."""
        state = replace(self.state, **({"page": 1} | changes))
        query = write_state(state)
        path = self.words.path(f"/{COMPETITION_SLUGS[self.words.code]}")
        return f"{path}?{query}" if query else path

    @property
    def query(self) -> str:
        """The query of the page's own address."""
        return write_state(replace(self.state, page=self.page))


def read_view(atlas: Atlas, words: Language, query: str) -> CompetitionsView:
    """The view that an address asks for."""
    return CompetitionsView(atlas, words, read_state(query, atlas.areas))


def places() -> dict[str, Municipality]:
    """The municipalities by their codes."""
    return {place.code: place for place in municipalities()}
