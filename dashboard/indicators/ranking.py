"""A view as the picture of a ranking takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts import palette
from dashboard.charts.series import Bar, RankingPicture
from dashboard.indicators.picture import caption, fills, glyphs, short_name, told
from dashboard.indicators.writing import FigureWriter
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.indicators.figures import MapView
    from dashboard.indicators.picture import Wording
    from dashboard.language.i18n import Language


def ranking_picture(
    shown: MapView, row: int, wording: Wording, only: Sequence[str] = ()
) -> RankingPicture:
    """Those with a rank from the largest, then real figures beside them, then those without any.

    Args:
        shown: The view.
        row: Number of the year.
        wording: What is said beside the figures; the selected stand out.
        only: Codes of those that are shown; without any, all.
    """
    ranks, states = shown.ranks[row].tolist(), shown.states[row].tolist()
    beside, signed = shown.beside[row].tolist(), glyphs(shown)[row]
    order = sorted(range(len(ranks)), key=lambda at: (ranks[at] or len(ranks) + 2 - beside[at], at))
    own = dict(zip(wording.select, palette.SELECTED, strict=False))
    texts, colours = told(shown, row, wording), fills(shown, row)
    country = float(shown.national[row]) if shown.counted[row].sum() > 1 else np.nan
    return RankingPicture(
        bars=tuple(
            Bar(
                rank=str(ranks[at]) if ranks[at] else signed[at],
                name=short_name(place, wording.words),
                text=texts[at] if ranks[at] or beside[at] else wording.states[states[at]],
                value=float(shown.values[row, at]) if ranks[at] or beside[at] else None,
                colour=colours[at],
                beside=beside[at],
                own=own.get(place.code, ""),
            )
            for at, place in ((at, municipalities()[at]) for at in order)
            if not only or place.code in only
        ),
        national=None if np.isnan(country) else country,
        national_text="" if np.isnan(country) else _national_text(shown, country, wording.words),
        caption=caption(shown, row, wording),
    )


def _national_text(shown: MapView, country: float, words: Language) -> str:
    """What the line across the bars is."""
    writer = FigureWriter.of(shown.view, words)
    name = words.t(f"national.{writer.national}")
    return words.t("ranking.national", name=name, value=writer.figure(country))
