"""A figure as the link that tells how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import figure_path
from data.catalog import ALL_AREAS, FIGURES

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.indicators.state import ViewRequest
    from dashboard.language.i18n import Language


def figure_link(
    figure: str, view: ViewRequest, year: int, municipality: str, words: Language, **how: str
) -> Component:
    """A written figure, or what is said instead of one, that leads to how it was made.

    Args:
        figure: As it is written, with its signs.
        view: What it is of.
        year: Of the figure.
        municipality: Code; empty for the country.
        words: The language.
        **how: Further attributes.
    """
    said = f"{figure} – {words.t('figure.link')}"
    return html.A(
        html.Strong(figure, **how),
        href=figure_path(
            words,
            indicator=view.indicator,
            unit=view.unit,
            area=view.area if view.area != ALL_AREAS else "",
            municipality=municipality,
            year=year,
            figures=view.figures if view.figures != FIGURES[0] else "",
        ),
        className="figure-link",
        **aria(label=said),
    )
