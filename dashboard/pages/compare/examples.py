"""What stands where nothing is compared yet: how to choose, and groups to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.places import COMPARED
from dashboard.indicators.selection import members
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.pages.compare.view import CompareView

GROUPS = ("city", "resort", "ring")


def examples(view: CompareView) -> Component:
    """How to choose, and links to official groups and whole counties."""
    words, (few, most) = view.words, COMPARED
    listed = [
        html.Li(
            [
                html.A(name, href=view.path(select=codes), **{"data-stay": ""}),
                html.Span(_names(codes, view), className="small"),
            ]
        )
        for name, codes in _groups(view)
        if few <= len(codes) <= most
    ]
    return html.Section(
        [
            html.H2(words.t("compare.examples")),
            html.P(words.t("compare.how")),
            html.Ul(listed, className="compare-examples"),
        ],
        className="panel",
    )


def _groups(view: CompareView) -> Iterator[tuple[str, tuple[str, ...]]]:
    for group in GROUPS:
        codes = tuple(place.code for place in municipalities() if place.group == group)
        yield view.words.t(f"compare.group.{group}"), codes
    for county in counties():
        yield view.words.name(county, "full"), members(county)


def _names(codes: tuple[str, ...], view: CompareView) -> str:
    return ", ".join(view.words.name(place) for place in municipalities() if place.code in codes)
