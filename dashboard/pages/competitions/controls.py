"""What can be chosen of the competitions: a form whose answers are the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field, select_field
from dashboard.frame.field import Input
from dashboard.indicators.selection import county_key
from dashboard.pages.competitions.state import FIGURES, MOST_LETTERS, USUAL_SORT
from data.catalog import YEARS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.competitions.view import CompetitionsView


def controls(view: CompetitionsView) -> Component:
    """The form, with what is chosen now; a script sends it at every change."""
    words, asked = view.words, view.state.asked
    every = ("", words.t("competitions.filter.all"))
    county = [every, *((county_key(each), words.name(each)) for each in counties())]
    # One that only others' tables have is offered where it is asked for.
    codes = dict.fromkeys(filter(None, (*view.atlas.areas, asked.area)))
    area = [every, *((code, view.areas[code]) for code in codes)]
    year = [("", words.t("competitions.filter.years"))]
    year += [(str(each), str(each)) for each in reversed(YEARS)]
    figures = [(each, words.t(f"competitions.figures.{each or 'any'}")) for each in FIGURES]
    chosen = county_key(view.county) if view.county else ""
    fields = [
        _place_field(view),
        select_field("county", words.t("competitions.filter.county"), county, chosen),
        select_field("area", words.t("competitions.filter.area"), area, asked.area),
        select_field("year", words.t("competitions.filter.year"), year,
                     str(asked.year or "")),
        select_field("figures", words.t("competitions.filter.figures"), figures,
                     view.state.figures),
        _text_field(view),
    ]  # fmt: skip
    kept = [hidden_field("sort", view.state.sort)] if view.state.sort != USUAL_SORT else []
    buttons = [
        html.Button(words.t("control.show"), type="submit", className="primary"),
        html.A(words.t("competitions.filter.clear"), id="clear",
               href=view.path().partition("?")[0], **{"data-stay": ""}),
    ]  # fmt: skip
    return html.Form(
        [
            html.Div(fields, className="choices"),
            *kept,
            html.Div(buttons, className="filter-buttons"),
        ],
        id="competitions-form",
        method="get",
        action=view.path().partition("?")[0],
        className="competitions-form",
        role="search",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("competitions.filter.group"))},
    )


def _place_field(view: CompetitionsView) -> Component:
    """Takes any spelling of a municipality's name, or its code."""
    words = view.words
    names = [html.Option(value=words.name(place)) for place in municipalities()]
    field = Input(
        id="municipality",
        name="municipality",
        type="text",
        list="places",
        autoComplete="off",
        spellCheck="false",
        value=words.name(view.place) if view.place else "",
        placeholder=words.t("competitions.filter.all"),
    )
    label = html.Label(words.t("competitions.filter.municipality"), htmlFor="municipality")
    return html.Div([label, field, html.Datalist(names, id="places")], className="field")


def _text_field(view: CompetitionsView) -> Component:
    words = view.words
    field = Input(
        id="q",
        name="q",
        type="search",
        value=view.state.asked.text,
        maxLength=str(MOST_LETTERS),
        autoComplete="off",
    )
    label = html.Label(words.t("competitions.filter.text"), htmlFor="q")
    return html.Div([label, field], className="field")
