"""A view as the pictures of several years take it: the trend and the strip."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.picture import Caption
from dashboard.charts.series import (
    StripPicture,
    StripRow,
    TargetLine,
    TrendLine,
    TrendPicture,
)
from dashboard.indicators.classes import LIMITS
from dashboard.indicators.counting import line_text, national_name, national_text, same_text
from dashboard.indicators.figures import NEUTRAL
from dashboard.indicators.marks import breaks, flagged, hollows, of_both_kinds, turns
from dashboard.indicators.picture import fills, glyphs, legend_keys, short_name, told
from dashboard.indicators.remarks import remark_lines
from dashboard.indicators.writing import FigureWriter, title, unit_label
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.indicators.figures import MapView
    from dashboard.indicators.picture import Wording
    from dashboard.language.i18n import Language

HOLLOW = "○"
"""Stands in notes for the markers that are not filled."""

MILLION = 1_000_000
"""From here on the figures of an axis are written in millions."""


def axis_figure(value: float, words: Language) -> str:
    """A round number of an axis, without its unit."""
    if abs(value) >= MILLION:
        return words.t("trend.millions", number=axis_figure(value / MILLION, words))
    rounded = round(value, 6)
    decimals = next((count for count in range(4) if rounded == round(rounded, count)), 4)
    return words.number(rounded, decimals)


def trend_picture(
    shown: MapView,
    row: int,
    wording: Wording,
    targets: Sequence[tuple[float, str]] = (),
    *,
    same: bool = False,
) -> TrendPicture:
    """The selected against the country over all years.

    Args:
        shown: The view.
        row: Number of the year whose figures the key tells.
        wording: What is said beside the figures.
        targets: Promised figures and what is said of each.
        same: Whether the country is the municipalities that count in every year.
    """
    words, national = wording.words, shown.same if same else shown.national
    chosen = [_index(code) for code in wording.select]
    texts, mixed = told(shown, row, wording), of_both_kinds(shown)
    hollow, turned = hollows(shown), turns(shown)
    return TrendPicture(
        years=shown.years,
        national=TrendLine("", _national(shown, row, words, same=same), _gaps(national)),
        lines=tuple(
            TrendLine(
                code=municipalities()[at].code,
                name=line_text(
                    f"{words.name(municipalities()[at])}: {texts[at]}",
                    [shown.years[item.row] for item in shown.breaks if item.place == at],
                    words,
                    mixed=bool(mixed[at]),
                ),
                values=_gaps(shown.values[:, at]),
                colour=colour,
                label=short_name(municipalities()[at], words),
                hollow=tuple(hollow[:, at].tolist()),
                breaks=tuple((shown.states[:, at] == "not_comparable").tolist()),
                turns=tuple(turned[:, at].tolist()),
            )
            for at, colour in zip(chosen, palette.SELECTED, strict=False)
        ),
        targets=tuple(TargetLine(value, text) for value, text in targets),
        now=shown.years[row],
        caption=_over_years(shown, wording, _trend_notes(shown, chosen, wording)),
    )


def strip_picture(shown: MapView, wording: Wording, only: Sequence[str] = ()) -> StripPicture:
    """All years of all municipalities, or of some, by alphabet; in classes that all years share."""
    shown = replace(shown, view=replace(shown.view, limits=LIMITS[0]))
    signed = glyphs(shown)
    colours = [fills(shown, row) for row in range(len(shown.years))]
    own = dict(zip(wording.select, palette.SELECTED, strict=False))
    rows = tuple(
        StripRow(
            name=short_name(place, wording.words),
            colours=tuple(year[at] for year in colours),
            signs=tuple(year[at] for year in signed),
            own=own.get(place.code, ""),
        )
        for at, place in enumerate(municipalities())
        if not only or place.code in only
    )
    keys = legend_keys(shown, None, wording)
    return StripPicture(shown.years, rows, keys, _over_years(shown, wording))


def _national(shown: MapView, row: int, words: Language, *, same: bool) -> str:
    writer = FigureWriter.of(shown.view, words)
    name = national_name(shown, words)
    if same:
        return same_text(name, writer.figure(shown.same[row]), int(shown.always.sum()), words)
    counts = shown.counted.sum(axis=1).tolist()
    return national_text(name, writer.figure(shown.national[row]), row, shown.years, counts, words)


def _over_years(shown: MapView, wording: Wording, notes: tuple[str, ...] = ()) -> Caption:
    """The texts around a picture of all years."""
    words, years = wording.words, shown.years
    invented = (shown.marks["demo"] & ~np.isnan(shown.values)).any()
    demo = words.t("demo.figures") if invented else ""
    return Caption(
        title=f"{title(shown.view, words)}, {years[0]}–{years[-1]}",
        unit=unit_label(shown.view.unit, words),
        source=wording.source.removeprefix(demo).strip(),
        notes=notes,
        demo=demo,
        taken=wording.taken,
    )


def _trend_notes(shown: MapView, chosen: list[int], wording: Wording) -> tuple[str, ...]:
    """Why lines of the chosen break, what it may mean that a marker is not filled, and remarks."""
    words = wording.words
    found = [
        said
        for item, said in zip(shown.breaks, breaks(shown, words), strict=True)
        if item.place in chosen
    ]
    # Where a line has both kinds, what is hollow is invented, as its name says.
    plain = [at for at in chosen if not of_both_kinds(shown)[at]]
    found += [
        wording.words.t(f"mark.{name}.text", sign=HOLLOW)
        for name, flags in flagged(shown).items()
        if name not in NEUTRAL and flags[:, plain].any()
    ]
    broken = (shown.states == "not_comparable") & shown.there
    if broken[:, plain].any():
        found.append(f"{HOLLOW} {wording.states['not_comparable']}")
    return (*found, *remark_lines(shown, wording.select, words))


def _gaps(values: NDArray[np.float64]) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(value) else float(value) for value in values)


def _index(code: str) -> int:
    return [place.code for place in municipalities()].index(code)
