"""A figure with all that is behind it, as its page tells it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.address import Note
from dashboard.frame.places import figure_path
from dashboard.indicators.headline import headline
from dashboard.indicators.marks import notes as signs_explained
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.remarks import remarks_beside
from dashboard.indicators.state import ViewRequest
from dashboard.indicators.writing import FigureWriter, title
from dashboard.pages.figure.state import read_figure_state
from data.asking.origins import input_files
from data.asking.trace import (
    Counted,
    Figure,
    competition_keys,
    figure_counted,
    figure_rows,
    figure_terms,
    recipient_names,
)
from data.asking.views import corrections, submissions
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from dashboard.pages.figure.state import FigureState
    from data.asking.remarks import OfficeRemark
    from data.asking.trace import FigureRow
    from data.catalog import Indicator
    from geo.places import Municipality

ROWS = 25
"""Rows on a page."""


@dataclass(frozen=True)
class FigureView:
    """What the page shows.

    Attributes:
        atlas: The data.
        words: The language.
        state: What is looked at.
        shown: The figure among all of its indicator.
    """

    atlas: Atlas
    words: Language
    state: FigureState
    shown: MapView

    @cached_property
    def year(self) -> int:
        """The year that is looked at."""
        asked = self.state.year
        return asked if asked in self.shown.years else self.shown.newest

    @property
    def row(self) -> int:
        """Number of the year."""
        return self.shown.years.index(self.year)

    @property
    def at(self) -> int:
        """Number of the municipality."""
        codes = [place.code for place in municipalities()]
        return codes.index(self.state.municipality)

    @property
    def place(self) -> Municipality | None:
        """The municipality; None for the country."""
        return municipalities()[self.at] if self.state.municipality else None

    @property
    def indicator(self) -> Indicator:
        """What is counted."""
        return INDICATORS[self.state.view.indicator]

    @property
    def figure(self) -> Figure:
        """The figure, as the data know it."""
        view = self.state.view
        return Figure(
            view.indicator, view.unit, view.area, self.year, self.state.municipality, view.figures
        )

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What of the address was of no use."""
        asked = self.state.year
        beyond = asked is not None and asked != self.year
        return (*self.state.notes, *([Note("year", str(asked))] if beyond else []))

    @cached_property
    def labels(self) -> dict[str, str]:
        """Labels of the states of figures."""
        return self.atlas.labels("value_state", self.words, self.state.view.figures)

    @cached_property
    def subject(self) -> str:
        """Of what, whose and when the figure is."""
        whose = self.words.name(self.place) if self.place else self.words.t("figure.country")
        what = title(self.state.view, self.words)
        return self.words.t("figure.subject", whose=whose, what=what, year=self.year)

    @cached_property
    def sentence(self) -> str:
        """What the figure says."""
        select = [self.state.municipality] if self.place else []
        return headline(self.shown, self.row, self.words, select, self.labels).sentence

    @cached_property
    def signs(self) -> str:
        """What the signs of the year's figures mean."""
        return signs_explained(self.shown, self.words)[self.row]

    @property
    def remarks(self) -> tuple[OfficeRemark, ...]:
        """What is remarked on the figure; the country's is of many, each with its own remarks."""
        return remarks_beside(self.shown, (self.state.municipality,), self.row)

    @cached_property
    def writer(self) -> FigureWriter:
        """Writes the figure as it stands elsewhere."""
        return FigureWriter.of(self.state.view, self.words)

    @cached_property
    def terms(self) -> pd.DataFrame:
        """What the year's figures are made of, by municipality."""
        frame = figure_terms(self.atlas.store, self.figure)
        return frame.set_index("municipality", drop=False)

    @cached_property
    def own(self) -> dict[str, Any]:
        """What the figure of the municipality is made of."""
        return dict(self.terms.loc[self.state.municipality])

    @property
    def there(self) -> bool:
        """Whether there is a figure."""
        if self.place is None:
            return bool(self.terms["counts"].any())
        return not pd.isna(self.own["value"])

    @property
    def is_demo(self) -> bool:
        """Whether the figure, or where it has none what is said of it, is invented."""
        if self.place is None:
            return bool((self.terms["counts"] & self.terms["demo"]).any())
        return bool(self.own["demo"])

    @cached_property
    def counted(self) -> Counted:
        """What the rows come to."""
        return figure_counted(self.atlas.store, self.figure)

    @property
    def pages(self) -> int:
        """How many pages the rows fill."""
        return max(1, -(-self.counted.rows // ROWS))

    @property
    def page(self) -> int:
        """The page of rows that is shown."""
        return min(self.state.page, self.pages)

    @cached_property
    def rows(self) -> list[FigureRow]:
        """The rows of the page."""
        start = (self.page - 1) * ROWS
        return figure_rows(self.atlas.store, self.figure, limit=ROWS, offset=start)

    def names(self, rows: list[FigureRow]) -> dict[str, str]:
        """What the recipients and providers of some rows are called."""
        codes = {row.get("entity") or row.get("provider") for row in rows}
        return recipient_names(self.atlas.store, {code for code in codes if code})

    @cached_property
    def competitions(self) -> dict[str, str]:
        """The ends of the addresses of the municipality's competitions, by their names."""
        if self.indicator.table not in ("allocation", "competition"):
            return {}
        return competition_keys(self.atlas.store, self.state.municipality, self.year)

    @cached_property
    def files(self) -> dict[str, dict[str, Any]]:
        """The files that figures come from, by their ids."""

        def read() -> dict[str, dict[str, Any]]:
            records = input_files(self.atlas.store).to_dict("records")
            return {
                str(each["file"]): {str(key): value for key, value in each.items()}
                for each in records
            }

        found: dict[str, dict[str, Any]] = self.atlas.once("input files", read)
        return found

    @cached_property
    def submission(self) -> dict[str, Any]:
        """What became of the municipality's form."""
        frame = self.atlas.once("submissions", lambda: submissions(self.atlas.store))
        here = (frame["municipality"] == self.state.municipality) & (frame["year"] == self.year)
        return dict(frame[here].iloc[0])

    @cached_property
    def corrections(self) -> list[dict[str, Any]]:
        """What of the municipality and year was corrected by hand in the indicator's table."""
        frame = self.atlas.once("corrections", lambda: corrections(self.atlas.store))
        here = (frame["municipality"] == self.state.municipality) & (frame["year"] == self.year)
        found = frame[here & frame["table"].isin([self.indicator.table, "entity"])]
        return [dict(row) for _, row in found.iterrows()]

    @property
    def source(self) -> str:
        """Id of the source that the municipality's rows are of."""
        if self.own["demo"]:
            return "demo"
        return self.shown.origins.get((self.row, self.at), "")

    @property
    def query(self) -> str:
        """The query of the page's address: what is usual is left out, the newest year too."""
        indicator = self.indicator.id
        usual = {
            "indicator": "" if indicator == ViewRequest().indicator else indicator,
            "year": "" if self.year == self.shown.newest else self.year,
            "page": self.page if self.place and self.page > 1 else "",
        }
        return self.path(**usual).partition("?")[2]

    def path(self, **changes: Any) -> str:
        """The address of the page with changes, e.g. of another municipality or of a page."""
        view = self.state.view
        usual = {
            "indicator": view.indicator,
            "unit": "" if view.unit == self.indicator.units[0] else view.unit,
            "area": "" if view.area == ViewRequest().area else view.area,
            "municipality": self.state.municipality,
            "year": self.year,
            "figures": "" if view.figures == ViewRequest().figures else view.figures,
        }
        return figure_path(self.words, **{**usual, **changes})


def read_figure_view(atlas: Atlas, words: Language, query: str) -> FigureView:
    """The figure that an address asks for."""
    state = read_figure_state(query, atlas.areas)
    return FigureView(atlas, words, state, remembered_view(atlas, state.view))
