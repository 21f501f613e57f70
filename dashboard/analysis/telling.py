"""The analysis of a year, told from the data: what its parts are made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from dashboard.frame.source_line import view_source
from dashboard.indicators.picture import Wording
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.research.bench import read_bench
from dashboard.research.reading import read_measured
from dashboard.research.registry import view_of
from data.catalog import INDICATORS, PRICE_YEAR
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.analysis.outline import AnalysisPiece
    from dashboard.answers import Atlas
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.measured import Measured
    from dashboard.research.subjects import Subject
    from dashboard.research.view import ResearchView


@dataclass(frozen=True)
class AnalysisTelling:
    """Tells of a year.

    Attributes:
        atlas: The data.
        words: The language.
        year: The year.
        figures: All, or real ones alone.
    """

    atlas: Atlas
    words: Language
    year: int
    figures: str

    def bench(self, piece: AnalysisPiece) -> Bench:
        """The bench that a piece is a view of."""
        query = f"{piece.query}&year={self.year}&figures={self.figures}"
        bench = read_bench(self.atlas, self.words, query, self.taken)
        return replace(bench, until=self.year)

    def view(self, piece: AnalysisPiece) -> ResearchView:
        """What a piece says."""
        return view_of(self.bench(piece))

    def measured(self, subject: Subject, since: int) -> Measured:
        """Any subject of all municipalities, against a base year."""
        everywhere = np.ones(len(municipalities()), dtype=bool)
        return read_measured(
            self.atlas, subject, everywhere, figures=self.figures, estimated=True, since=since
        )

    @property
    def prices(self) -> int:
        """The year whose prices are the constant ones."""
        return PRICE_YEAR

    def shown(self, indicator: str, unit: str = "") -> MapView:
        """An indicator, in its usual unit unless another is named."""
        request = ViewRequest(
            indicator, unit or INDICATORS[indicator].units[0], figures=self.figures
        )
        return remembered_view(self.atlas, request)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Labels of the states of figures."""
        return self.atlas.labels("value_state", self.words, self.figures)

    def wording(self, shown: MapView) -> Wording:
        """What a picture says beside its figures."""
        source = view_source(shown, self.atlas, self.words)
        return Wording(self.words, self.labels, source, taken=self.taken)

    @cached_property
    def taken(self) -> str:
        """From which data version everything is: the same in every run."""
        return self.words.t("analysis.taken", version=self.atlas.store.version)

    def demo(self, shown: MapView) -> str:
        """The mark of invented figures of the year, where any is shown."""
        row = np.array(shown.years) == self.year
        invented = (shown.marks["demo"] & shown.there)[row].any()
        return self.words.t("demo.figures") if invented else ""
