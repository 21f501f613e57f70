"""The flows of a municipality and year as their page shows them: figures, labels, addresses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dashboard.frame.places import flows_path
from dashboard.frame.source_line import source_text
from dashboard.pages.flows.state import FlowState, read_flow_state, write_flow_state
from data.asking.flows import ALL_KINDS, flow_years, flows
from data.asking.remarks import remarks, standing
from data.catalog import ALL_AREAS, YEARS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from data.asking.remarks import OfficeRemark
    from geo.places import Municipality


@dataclass(frozen=True)
class FlowView:
    """What the page shows.

    Attributes:
        atlas: The data.
        words: The language.
        place: Whose money.
        state: What is looked at.
    """

    atlas: Atlas
    words: Language
    place: Municipality
    state: FlowState

    @cached_property
    def years(self) -> pd.DataFrame:
        """What there is of each year, as `flow_years`, and whether it is `shown` if asked for."""
        frame = flow_years(self.atlas.store, self.place.code).set_index("year")
        asked = {"real": ~frame["demo"], "demo": frame["demo"]}
        fitting = asked.get(self.state.figures, frame["paid"])
        return frame.assign(shown=frame["paid"] & fitting)

    @cached_property
    def year(self) -> int:
        """The year that is looked at: asked for, or else the newest real one, or the newest."""
        if self.state.year:
            return self.state.year
        shown = self.years[self.years["shown"]]
        real = shown[~shown["demo"]]
        return int((real if len(real) else shown).index.max()) if len(shown) else YEARS[-1]

    @cached_property
    def now(self) -> pd.Series[Any]:
        """What there is of the year."""
        return self.years.T[self.year]

    @property
    def is_shown(self) -> bool:
        """Whether there are figures to show."""
        return bool(self.now["shown"])

    @property
    def nearest(self) -> int | None:
        """The nearest other year with figures, of two the later."""
        others = [int(year) for year in self.years.index[self.years["shown"]] if year != self.year]
        return min(others, key=lambda year: (abs(year - self.year), -year), default=None)

    @cached_property
    def remarks(self) -> tuple[OfficeRemark, ...]:
        """What is remarked on what the sentence tells: all money of the year, what NGOs won."""
        found, code = remarks(self.atlas.store), self.place.code
        told = [standing(found, code, name, self.year) for name in ("total", "ngo_competition")]
        return tuple(dict.fromkeys(each for some in told for each in some))

    def _asked(self, area: str, kind: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        return flows(self.atlas.store, self.place.code, self.year, area, kind)

    @cached_property
    def flowing(self) -> pd.DataFrame:
        """Flows, as `data.asking.flows.flows`."""
        return self._asked(self.state.area, self.state.kind)[0]

    @cached_property
    def receiving(self) -> pd.DataFrame:
        """Recipients, as `data.asking.flows.flows`."""
        return self._asked(self.state.area, self.state.kind)[1]

    @cached_property
    def total(self) -> float:
        """All that is shown, in euros."""
        return float(self.flowing["executed"].sum())

    def occurring(self, column: str) -> list[str]:
        """Kinds or areas that occur in the year, whatever is chosen, in the order of their list."""
        found = set(self._asked(ALL_AREAS, ALL_KINDS)[0][column])
        return [code for code in self.labels(column) if code in found]

    def labels(self, column: str) -> Mapping[str, str]:
        """The words of a column's code list."""
        if column not in self._labels:
            lists = {"area": "policy_area", "mode": "award_mode"}
            self._labels[column] = self.atlas.labels(lists.get(column, column), self.words)
        return self._labels[column]

    @cached_property
    def _labels(self) -> dict[str, Mapping[str, str]]:
        """Those that were asked for."""
        return {}

    def share(self, value: float) -> str:
        """A part of all that is shown, in per cent; nothing where that is not more than nought."""
        if self.total <= 0:
            return ""
        part = 100 * value / self.total
        if 0 < part < 0.1:
            return self.words.t("flows.tiny", share=self.words.percent(0.1))
        return self.words.percent(part)

    def amount(self, value: float) -> str:
        """Euros in short: millions from a million on."""
        if abs(value) < 1_000_000:
            return self.words.money(value)
        number = self.words.number(value / 1_000_000, 1)
        millions = self.words.euros(self.words.t("trend.millions", number=number))
        return millions.replace(" ", "\u00a0")

    @cached_property
    def source(self) -> str:
        """The line of whose figures they are."""
        ids = (self.now["source"],) if self.is_shown else ()
        return source_text(ids, self.atlas, self.words) if ids else ""

    def query(self, **changes: Any) -> str:
        """The query of the page's address with changes."""
        return write_flow_state(replace(self.state, **changes))

    def path(self, **changes: Any) -> str:
        """The page's address with changes."""
        path, query = flows_path(self.place, self.words), self.query(**changes)
        return f"{path}?{query}" if query else path


def read_flow_view(atlas: Atlas, words: Language, query: str, place: Municipality) -> FlowView:
    """The view that an address asks for."""
    areas, kinds = (list(atlas.codes(name)["code"]) for name in ("policy_area", "recipient_kind"))
    return FlowView(atlas, words, place, read_flow_state(query, areas, kinds))
