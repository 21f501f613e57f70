"""Which municipality's figures of which year are there: 60 rows, a column a year, a sign a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.aria import aria
from geo.places import municipalities

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.i18n import Language

STATES = ("accepted", "declared_zero", "received", "no_answer", "not_asked")
"""Codes of the list `submission_state`, most there first. Signs are in assets/css/data.css."""


def count_states(forms: pd.DataFrame) -> dict[str, int]:
    """How many forms are in each state.

    Args:
        forms: As `data.views.submissions`.
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
    """Every sign with its meaning and count."""
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(className=f"sign form-{state}", **aria(hidden="true")),
                    html.Span(labels[state]),
                    html.Strong(words.number(count)),
                ]
            )
            for state, count in count_states(forms).items()
        ],
        className="matrix-legend",
    )


def submission_matrix(
    forms: pd.DataFrame, labels: dict[str, str], words: Language, *, labelled_by: str
) -> Component:
    """The table, scrolling in a region of its own that the keyboard can reach.

    A cell holds its state as text, so that it is read and copied as such; the style sheet shows
    a sign in its place.
    """
    years = sorted(forms["year"].unique())
    cells = zip(forms["municipality"], forms["year"], forms["state"], strict=True)
    states = {(place, year): state for place, year, state in cells}
    rows = [
        html.Tr(
            [
                html.Th(words.name(place), scope="row"),
                *(
                    html.Td(labels[state], className=f"form-{state}")
                    for state in (states[place.code, year] for year in years)
                ),
            ]
        )
        for place in municipalities()
    ]
    head = [html.Th(words.t("table.name"), scope="col")]
    head += [html.Th(str(year), scope="col") for year in years]
    return html.Div(
        html.Table(
            [html.Thead(html.Tr(head)), html.Tbody(rows)],
            className="matrix",
            **aria(labelledby=labelled_by),
        ),
        className="table-scroll matrix-scroll",
        role="region",
        tabIndex=0,
        **aria(label=words.t("data.matrix.region")),
    )
