"""The municipalities that stand out: a chip each with its colour and marker, a field for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.chips import Chip, chip_list
from dashboard.indicators.selection import MOST_SELECTED
from dashboard.pages.research.fields import typed_field
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench

MARKED = "marked"
"""Id of their list."""


def marked(bench: Bench) -> list[Component]:
    """All of it."""
    words = bench.words
    full = words.t("compare.full") if len(bench.state.select) >= MOST_SELECTED else ""
    field = typed_field("select", words.t("research.control.select"), words, full)
    return [field, *([_chips(bench)] if bench.state.select else [])]


def _chips(bench: Bench) -> Component:
    """Each a link to the view without it."""
    words, select = bench.words, bench.state.select
    names = {place.code: words.name(place) for place in municipalities()}
    chips = (
        Chip(names[code], bench.path(select=(*select[:at], *select[at + 1 :])), at)
        for at, code in enumerate(select)
    )
    return chip_list(chips, words, name=MARKED, label=words.t("control.selected"))
