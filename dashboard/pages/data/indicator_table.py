"""Every indicator with its units, years and direction, as the catalogue has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.places import map_path
from dashboard.frame.plain_table import plain_table
from dashboard.indicators.writing import unit_label
from data.catalog import INDICATORS, YEARS, resolve

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from data.catalog import Indicator


def indicator_table(words: Language, *, labelled_by: str) -> Component:
    """A row an indicator, in the order of the menu; its name leads to its map."""
    columns = ("name", "group", "units", "areas", "direction")
    return plain_table(
        [words.t(f"data.indicator.{name}") for name in columns],
        [
            [
                html.A(
                    words.t(f"indicator.{found.id}.name"),
                    href=map_path(words, f"indicator={found.id}"),
                ),
                words.t(f"group.{found.group}.name"),
                html.Ul([html.Li(text) for text in _units(found, words)], className="plain-list"),
                words.t(f"data.indicator.{'split' if found.by_area else 'whole'}"),
                words.t(f"direction.{found.direction}"),
            ]
            for found in INDICATORS.values()
        ],
        labelled_by=labelled_by,
    )


def _units(found: Indicator, words: Language) -> list[str]:
    """Each unit; with its years where they are not all of them."""
    texts = []
    for unit in found.units:
        years = resolve(found.id, unit).years
        span = words.t("years.span", first=years[0], last=years[-1])
        label = unit_label(unit, words)
        texts.append(label if years == YEARS else f"{label} ({span})")
    return texts
