"""Everything that one view of the map needs, for all its years: figures, classes, ranks, words.

It is computed once on the server and sent to the browser whole, so that there a change of year is
only a look-up: every number is already written out, every sentence already declined.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.charts.palette import sequential
from dashboard.indicators.classes import classify, edges
from dashboard.indicators.marks import SIGNS, flagged, notes, signs
from dashboard.indicators.options import unit_options
from dashboard.indicators.sentence import map_sentence
from dashboard.indicators.writing import FigureWriter, subject, title, unit_label
from data.asking.views import indicator_view, national_view
from data.catalog import resolve
from geo.places import municipalities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.indicators.state import View
    from dashboard.language.i18n import Language
    from data.asking.store import Store

UNKNOWN, ZERO = -2, -1
"""Classes below the lowest: no figure that counts; a declared zero."""

COUNTED = ("ok", "declared_zero")
"""States whose figures are ranked, classed and summed."""

VALUE_STATES = ("ok", "not_asked", "no_answer", "declared_zero", "not_comparable", "no_data")
"""What a figure can be, in the order by which the browser knows them."""


@dataclass(frozen=True)
class MapView:
    """One indicator in one unit and area, for 60 municipalities × all years of the view.

    Attributes:
        view: What was asked for.
        years: Ascending.
        values: Years × municipalities (Lithuanian order), in the unit; NaN where unknown.
        states: Years × municipalities, codes of the list `value_state`.
        marks: Years × municipalities by name: `estimated` (residents behind the figure are
            interpolated), `corrected` (something of it was corrected by hand), `demo`.
        national: By year, in the unit; NaN where nothing counts.
        limits: Class limits, the same for every year; declared zeros are not classed.
    """

    view: View
    years: tuple[int, ...]
    values: NDArray[np.float64]
    states: NDArray[np.str_]
    marks: dict[str, NDArray[np.bool_]]
    national: NDArray[np.float64]
    limits: list[float]

    @property
    def decimals(self) -> int:
        """Decimals shown; figures are classed as they are shown."""
        return resolve(self.view.indicator, self.view.unit, self.view.area).decimals

    @property
    def counted(self) -> NDArray[np.bool_]:
        """Which figures are ranked and classed."""
        return np.isin(self.states, COUNTED) & ~np.isnan(self.values)

    @property
    def classes(self) -> NDArray[np.int64]:
        """Years × municipalities: 0 is the lowest class; `ZERO` and `UNKNOWN` lie below."""
        figures = np.where(self.counted, self.values, np.nan)
        found = classify(np.asarray(figures.round(self.decimals), dtype=float), self.limits)
        found = np.where(self.counted, found, UNKNOWN)
        return np.where(self.states == "declared_zero", ZERO, found)

    @property
    def ranks(self) -> NDArray[np.int64]:
        """Years × municipalities: 1 is the largest; equal figures share a rank; 0 is unranked."""
        figures = np.where(self.counted, self.values, -np.inf)
        larger = (figures[:, None, :] > figures[:, :, None]).sum(axis=2)
        return np.where(self.counted, larger + 1, 0)

    @property
    def changes(self) -> NDArray[np.float64]:
        """Years × municipalities: the figure less that of the year before; NaN if either lacks."""
        figures: NDArray[np.float64] = np.where(self.counted, self.values, np.nan)
        before = np.vstack([np.full(figures.shape[1], np.nan), figures[:-1]])
        change: NDArray[np.float64] = figures - before
        return change


def read_map_view(store: Store, view: View) -> MapView:
    """Asks the store for a view and computes its classes."""
    frame = indicator_view(store, view.indicator, view.unit, view.area)
    years = tuple(int(year) for year in frame["year"].unique())
    shape = (len(years), len(municipalities()))
    values = frame["value"].to_numpy(dtype=float).reshape(shape)
    states = frame["state"].to_numpy(dtype=str).reshape(shape)
    national = national_view(store, view.indicator, view.unit, view.area)
    found = resolve(view.indicator, view.unit, view.area)
    return MapView(
        view=view,
        years=years,
        values=values,
        states=states,
        marks={name: frame[name].to_numpy(dtype=bool).reshape(shape) for name in SIGNS},
        national=national["value"].to_numpy(dtype=float),
        limits=edges(np.where(states == "ok", values, np.nan), view.classes, found.decimals),
    )


def payload(shown: MapView, language: Language) -> dict[str, Any]:
    """A view as the browser takes it: plain lists and finished texts, ready for JSON.

    Lists of lists are years × municipalities in Lithuanian order; `state` counts in
    `VALUE_STATES`; texts are empty where there is nothing to say, and end with their signs.
    """
    writer, signed = FigureWriter.of(shown.view, language), signs(shown)
    values = shown.values.tolist()  # plain floats are written twice as fast as numpy's
    before = [[np.nan] * len(values[0]), *values[:-1]]
    return {
        "view": vars(shown.view),
        "years": shown.years,
        "sign": signed.tolist(),
        "notes": notes(shown, language),
        "value": [[_plain(value) for value in row] for row in values],
        "text": [
            [writer.figure(value) + sign for value, sign in zip(*pair, strict=True)]
            for pair in zip(values, signed.tolist(), strict=True)
        ],
        "state": [[VALUE_STATES.index(state) for state in row] for row in shown.states.tolist()],
        "cls": shown.classes.tolist(),
        "rank": shown.ranks.tolist(),
        "ranked": shown.counted.sum(axis=1).tolist(),
        "change": [
            [writer.change(*pair) for pair in zip(*rows, strict=True)]
            for rows in zip(shown.changes.tolist(), before, strict=True)
        ],
        "national": [_plain(value) for value in shown.national],
        "nationalText": [
            writer.figure(value) + (SIGNS["estimated"] if flags.any() else "")
            for value, flags in zip(shown.national, flagged(shown)["estimated"], strict=True)
        ],
        "nationalName": language.t(f"national.{writer.national}"),
        "bins": [
            {"label": label, "color": colour}
            for label, colour in zip(
                writer.spans(shown.limits), sequential(len(shown.limits) - 1), strict=True
            )
        ],
        "sentence": [map_sentence(shown, row, language) for row in range(len(shown.years))],
        "subject": subject(shown.view, language),
        "title": title(shown.view, language),
        "unit": unit_label(shown.view.unit, language),
        "units": unit_options(shown.view.indicator, language),
    }


def _plain(value: float) -> float | None:
    """A float as JSON knows it, short enough to travel: six significant digits."""
    return None if isnan(value) else float(f"{value:.6g}")
