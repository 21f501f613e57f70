"""A figure of the country: the municipalities that it was made of, each with its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.figure.view import FigureView


def country_table(view: FigureView) -> Component:
    """A row a municipality: what it brings, its figure, whether it is counted."""
    words, indicator = view.words, view.indicator
    heads = [words.t(f"figure.column.{name}") for name in ("place", "counted", "out_of", "value")]
    rows = [
        [
            html.A(words.name(place), href=view.path(municipality=place.code)),
            _amount(own["counted"], view, money=indicator.in_money),
            _amount(own["out_of"], view, money=indicator.share_of_money),
            _value(own, view),
        ]
        for place, own in _taken(view)
    ]
    return plain_table(heads, rows, labelled_by="country-title")


def country_said(view: FigureView) -> str:
    """How the country's figure was made of them."""
    words = view.words
    return words.t(f"figure.country.{view.writer.national}",
                   n=words.number(int(view.terms["counts"].sum())))  # fmt: skip


def _taken(view: FigureView) -> list[tuple[Any, dict[str, Any]]]:
    """Those that are counted, then the others, each by alphabet."""
    own = {code: dict(row) for code, row in view.terms.iterrows()}
    places = sorted(municipalities(), key=lambda place: not own[place.code]["counts"])
    return [(place, own[place.code]) for place in places]


def _value(own: dict[str, Any], view: FigureView) -> list[Any]:
    words = view.words
    if pd.isna(own["value"]):
        return [view.labels[own["state"]]]
    figure = view.writer.figure(float(own["value"]))
    uncounted = [html.Small(words.t("figure.country.uncounted"))] if not own["counts"] else []
    return [figure, *uncounted]


def _amount(number: Any, view: FigureView, *, money: bool) -> str:
    if pd.isna(number):
        return "–"
    words, value = view.words, float(number)
    if money:
        return words.money(value, 2)
    return words.number(value, 0 if value.is_integer() else 4)
