"""The competitions as their page shows them: which are found, of which kind, where links lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.frame.places import COMPETITION_SLUGS
from dashboard.frame.source_line import source_text
from dashboard.pages.competitions.state import CompetitionsState, read_state, write_state
from data.asking.competitions import competition_list, competition_years
from geo.places import counties, municipalities

if TYPE_CHECKING:
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
    def sums(self) -> list[dict[str, Any]]:
        """What is found of both kinds, the rows of `data.asking.competitions.competition_years`."""
        rows = competition_years(self.atlas.store, self.state.asked).to_dict("records")
        return [{str(name): value for name, value in row.items()} for row in rows]

    @cached_property
    def totals(self) -> dict[bool, dict[str, Any]]:
        """The sums of all years, of the invented ones by True; none where nothing is found."""
        return {bool(row["demo"]): row for row in self.sums if not known(row["year"])}

    def count(self, *, demo: bool) -> int:
        """How many of a kind are found."""
        return int(self.totals[demo]["competitions"]) if demo in self.totals else 0

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

    @property
    def total(self) -> dict[str, Any]:
        """The sums of what is found; there has to be something."""
        return self.totals[self.demo]

    @cached_property
    def years(self) -> list[dict[str, Any]]:
        """The same year by year, years as int."""
        rows = (row for row in self.sums if row["demo"] == self.demo and known(row["year"]))
        return [row | {"year": int(row["year"])} for row in rows]

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
        ids = (*self.total["sources"].split(),) if self.found else ()
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


def known(value: Any) -> bool:
    """Whether there is a figure, a day or a name."""
    return not pd.isna(value)


def read_view(atlas: Atlas, words: Language, query: str) -> CompetitionsView:
    """The view that an address asks for."""
    return CompetitionsView(atlas, words, read_state(query, (*atlas.codes("policy_area")["code"],)))


def places() -> dict[str, Municipality]:
    """The municipalities by their codes."""
    return {place.code: place for place in municipalities()}
