"""Which municipality's figures of which year are there: 60 rows, a column a year, a sign a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import place_link
from dashboard.pages.data.completeness import ALL, COMPLETE, county_id
from geo.places import counties, municipalities

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.data.completeness import Completeness
    from geo.places import County

STATES = ("accepted", "published", "declared_zero", "received", "no_answer", "not_asked")
"""Codes of the list `submission_state`, most there first. Signs are in assets/css/data.css."""

KINDS = ("real", "demo")


def count_states(forms: pd.DataFrame) -> dict[str, int]:
    """How many forms are in each state.

    Args:
        forms: As `data.asking.views.submissions`.
    """
    counted = forms["state"].value_counts()
    return {state: int(counted.get(state, 0)) for state in STATES}


def matrix_sentence(forms: pd.DataFrame, words: Language) -> str:
    """Says how many of the forms are in each state."""
    counts = count_states(forms)
    return words.t(
        "data.matrix.sentence",
        of=words.n("data.matrix.of", len(forms)),
        places=words.n("data.matrix.places", forms["municipality"].nunique()),
        years=words.t("years.span", first=forms["year"].min(), last=forms["year"].max()),
        parts=", ".join(
            words.n(f"data.matrix.count.{state}", count) for state, count in counts.items() if count
        ),
    )


def matrix_legend(forms: pd.DataFrame, labels: dict[str, str], words: Language) -> Component:
    """Every sign with its count and a sentence on what it means; then real and invented forms."""
    demo = int(forms["demo"].sum())
    kinds = {"real": len(forms) - demo, "demo": demo}
    invented = count_states(forms[forms["demo"]])
    states = [
        _meaning(f"form-{state}", labels[state], count, _told(state, invented[state], words), words)
        for state, count in count_states(forms).items()
    ]
    return html.Ul(
        states
        + [
            _meaning(
                f"kind-{kind}",
                words.t(f"data.kind.{kind}"),
                kinds[kind],
                words.t(f"data.kind.{kind}_means"),
                words,
            )
            for kind in KINDS
        ],
        className="matrix-legend",
    )


def _told(state: str, invented: int, words: Language) -> str:
    """What a state means, and of how many municipalities it is only invented."""
    told = words.t(f"data.state.{state}")
    if not invented:
        return told
    return f"{told} {words.t('data.state.invented', n=words.number(invented))}"


def _meaning(sign: str, label: str, count: int, text: str, words: Language) -> Component:
    return html.Li(
        [
            html.Span(className=f"sign {sign}", **aria(hidden="true")),
            html.P([html.B(label), " ", html.Strong(words.number(count)), " ", html.Span(text)]),
        ]
    )


def submission_matrix(
    forms: pd.DataFrame,
    complete: dict[tuple[str, str], Completeness],
    labels: dict[str, str],
    words: Language,
    *,
    labelled_by: str,
) -> Component:
    """The table, a group of rows a county, scrolling in a region that the keyboard can reach.

    A cell holds its state as text, so that it is read and copied as such; the style sheet shows
    a sign in its place.

    Args:
        forms: As `data.asking.views.submissions`.
        complete: As `completeness`.
        labels: Words of the states.
        words: Language.
        labelled_by: Id of the heading that names the table.
    """
    years = sorted(forms["year"].unique())
    cells = zip(forms["municipality"], forms["year"], forms["state"], forms["demo"], strict=True)
    states = {(place, year): (state, bool(demo)) for place, year, state, demo in cells}
    head = [words.t("table.name"), *map(str, years), words.t("data.matrix.there")]
    groups = [
        html.Tbody(
            [
                _heading(county, complete[county.code, ALL], len(head), words),
                *(
                    _row(
                        place_link(place, words),
                        [states[place.code, year] for year in years],
                        labels,
                        words,
                    )
                    for place in municipalities()
                    if place.county == county.code
                ),
            ]
        )
        for county in counties()
    ]
    return html.Div(
        html.Table(
            [html.Thead(html.Tr([html.Th(text, scope="col") for text in head])), *groups],
            className="matrix",
            **aria(labelledby=labelled_by),
        ),
        className="table-scroll matrix-scroll",
        role="region",
        tabIndex=0,
        **aria(label=words.t("data.matrix.region")),
    )


def _heading(county: County, part: Completeness, width: int, words: Language) -> Component:
    """The line over a county's municipalities."""
    text = words.t(
        "data.county.line",
        name=words.name(county),
        share=part.percent(words),
        there=words.number(part.there),
        of=words.number(part.of),
    )
    heading = html.Th(html.Span(text), colSpan=width, scope="rowgroup", id=county_id(county.code))
    return html.Tr(heading, className="county")


def _row(
    name: Component, forms: list[tuple[str, bool]], labels: dict[str, str], words: Language
) -> Component:
    there = sum(state in COMPLETE for state, _ in forms)
    kinds = {demo: words.t(f"data.kind.{KINDS[demo]}_short") for demo in (False, True)}
    return html.Tr(
        [
            html.Th(name, scope="row"),
            *(
                html.Td(
                    f"{labels[state]}, {kinds[demo]}", className=f"form-{state} kind-{KINDS[demo]}"
                )
                for state, demo in forms
            ),
            html.Td(f"{there}/{len(forms)}", className="there"),
        ]
    )
