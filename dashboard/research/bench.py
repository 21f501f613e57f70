"""The bench: a state with its data at hand, from which every view is made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.charts.picture import Caption
from dashboard.frame.places import RESEARCH_SLUGS
from dashboard.frame.source_line import source_text
from dashboard.indicators.sources import source_ids
from dashboard.research.ending import until
from dashboard.research.places import members_of, places_text
from dashboard.research.reading import read_measured
from dashboard.research.state import read_research_state, write_research_state, write_select
from dashboard.research.subjects import Subject, units_of
from dashboard.research.writing import MeasuredWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.research.measured import Measured
    from dashboard.research.state import ResearchState


@dataclass(frozen=True)
class Bench:
    """What the views of the bench are made from.

    Attributes:
        atlas: The data.
        words: The language.
        state: What is looked at.
        taken_from: Says from which address and on which day a picture was taken; empty in a page.
        until: The last year that is told of; None for all years.
    """

    atlas: Atlas
    words: Language
    state: ResearchState
    taken_from: str = ""
    until: int | None = None

    @cached_property
    def members(self) -> NDArray[np.bool_]:
        """Which of the 60 are in the chosen set."""
        return members_of(self.atlas, self.state)

    @cached_property
    def subject(self) -> Measured:
        """What is studied."""
        return self.measured(self.state.subject)

    @cached_property
    def other(self) -> Measured:
        """What it is set beside."""
        return self.measured(self.state.other)

    @cached_property
    def third(self) -> Measured | None:
        """By what points are coloured and sized, if by anything."""
        of = self.state.third
        return self.measured(Subject(of, units_of(of)[0])) if of else None

    def measured(self, subject: Subject) -> Measured:
        """Any subject, within the choices of the bench."""
        state = self.state
        found = read_measured(
            self.atlas,
            subject,
            self.members,
            figures=state.figures,
            estimated=state.estimated == "with",
            since=state.since,
        )
        return found if self.until is None else until(found, self.until)

    @cached_property
    def year(self) -> int:
        """The year that is looked at: the one asked for, or the newest with figures that count."""
        years, taken = self.subject.years, self.subject.taken
        if self.state.year in years:
            return int(self.state.year or 0)
        known = (year for year, row in zip(years, taken, strict=True) if row.any())
        return max(known, default=years[-1])

    @cached_property
    def since(self) -> int:
        """The base year: the one asked for, or the first with figures that count."""
        years, taken = self.subject.years, self.subject.taken
        if self.subject.since is not None:
            return self.subject.since
        if self.state.since in years:
            return int(self.state.since or 0)
        known = (year for year, row in zip(years, taken, strict=True) if row.any())
        return next(known, years[0])

    @cached_property
    def places(self) -> str:
        """What the chosen set is called; empty for all."""
        return places_text(self.state, self.words)

    def titled(self, measured: Measured) -> str:
        """What is studied, with its unit and measure, and of whom."""
        title = self.writer(measured).title
        return f"{title} ({self.places})" if self.places else title

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Labels of the states of figures."""
        return self.atlas.labels("value_state", self.words, self.state.figures)

    def writer(self, measured: Measured) -> MeasuredWriter:
        """Writes its figures."""
        return MeasuredWriter.of(measured, self.words)

    def source(self, told: Iterable[tuple[Measured, Iterable[int]]], *further: str) -> str:
        """The line of sources.

        Args:
            told: What is told of, with the numbers of the years.
            *further: Ids of sources beside those, such as `boundaries`.
        """
        ids = dict.fromkeys(each for one, rows in told for each in _sources(one, [*rows]))
        return source_text((*ids, *further), self.atlas, self.words)

    def demo(self, told: Iterable[tuple[Measured, Iterable[int]]]) -> str:
        """The mark of invented figures where any is shown, real ones among them or not."""
        pairs = [(one, [*rows]) for one, rows in told]
        if not any((one.marks["demo"] & one.there)[rows].any() for one, rows in pairs):
            return ""
        mixed = any((one.marks["real"] & one.there)[rows].any() for one, rows in pairs)
        return self.words.t("demo.figures_mixed" if mixed else "demo.figures")

    def caption(
        self,
        title: str,
        sentence: str,
        told: Iterable[tuple[Measured, Iterable[int]]],
        *further: str,
        unit: str = "",
        notes: tuple[str, ...] = (),
    ) -> Caption:
        """The texts around a picture that leaves the page; arguments as those of `source`."""
        told = [(one, [*rows]) for one, rows in told]
        plain = self.words.t("demo.figures")
        return Caption(
            title=title,
            sentence=sentence,
            unit=unit,
            source=self.source(told, *further).removeprefix(plain).strip(),  # said, and larger
            notes=notes,
            demo=self.demo(told),
            taken=self.taken_from,
        )

    def query(self, **changes: Any) -> str:
        """The query of the page's address with changes."""
        if changes.keys() == {"select"}:  # every point and place of a picture is such a link
            return "&".join(filter(None, (self._unselected, write_select(changes["select"]))))
        return write_research_state(replace(self.state, **changes))

    @cached_property
    def _unselected(self) -> str:
        return write_research_state(replace(self.state, select=()))

    def path(self, **changes: Any) -> str:
        """The page's address with changes."""
        path = self.words.path(f"/{RESEARCH_SLUGS[self.words.code]}")
        query = self.query(**changes)
        return f"{path}?{query}" if query else path


def _sources(one: Measured, rows: list[int]) -> tuple[str, ...]:
    if one.shown is None:
        return one.sources
    chosen = np.zeros_like(one.there)
    chosen[rows] = one.there[rows]
    if one.since is not None:
        base = one.years.index(one.since)
        chosen[base] = one.shown.there[base]
    return source_ids(one.shown, chosen)


def read_bench(atlas: Atlas, words: Language, query: str, taken_from: str = "") -> Bench:
    """The bench that an address asks for."""
    return Bench(atlas, words, read_research_state(query, atlas.areas), taken_from)
