"""The data page: where the figures come from, which of them are there, which version this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.aria import aria
from dashboard.components.indicator_table import indicator_table
from dashboard.components.shell import demo_badge
from dashboard.components.source_line import source_text
from dashboard.components.source_table import source_table
from dashboard.components.submission_matrix import (
    matrix_legend,
    matrix_sentence,
    submission_matrix,
)
from dashboard.pages import Page
from dashboard.pages.about import PAGE as ABOUT
from data.catalog import YEARS
from data.views import submissions

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Component:  # noqa: ARG001 - one view
    """Sources, forms, version, indicators."""
    return html.Div(
        [
            html.H1(words.t("page.data.title")),
            html.P(words.t("page.data.description")),
            _panel("sources", [source_table(atlas, words, labelled_by="sources-title")], words),
            _forms(atlas, words),
            _version(atlas, words),
            _indicators(words),
        ],
        className="stack",
    )


def _panel(name: str, content: list[Component], words: Language) -> Component:
    heading = html.H2(words.t(f"data.{name}.title"), id=f"{name}-title")
    return html.Section(
        [heading, *content],
        id=name,
        className=f"panel panel-{name}",
        **aria(labelledby=f"{name}-title"),
    )


def _forms(atlas: Atlas, words: Language) -> Component:
    forms = submissions(atlas.store)
    labels = atlas.labels("submission_state", words)
    badge = [html.P(demo_badge(words))] if forms["demo"].any() else []
    source = [html.P(source_text(["demo"], atlas, words), className="source")] if badge else []
    return _panel(
        "matrix",
        [
            *badge,
            html.P(matrix_sentence(forms, words)),
            matrix_legend(forms, labels, words),
            submission_matrix(forms, labels, words, labelled_by="matrix-title"),
            *source,
        ],
        words,
    )


def _version(atlas: Atlas, words: Language) -> Component:
    facts: dict[str, Component | str] = {
        "version": html.Code(atlas.store.version),
        "built": html.Time(
            f"{atlas.store.built_at:%Y-%m-%d %H:%M} UTC",
            dateTime=atlas.store.built_at.isoformat(),
        ),
        "licence": words.t("data.version.licence_text"),
    }
    items = [
        html.Div([html.Dt(words.t(f"data.version.{name}")), html.Dd(fact)])
        for name, fact in facts.items()
    ]
    return _panel(
        "version",
        [html.P(words.t("data.version.explained")), html.Dl(items, className="facts")],
        words,
    )


def _indicators(words: Language) -> Component:
    about = html.A(words.t("data.indicators.how"), href=f"{ABOUT.path(words)}#indicators")
    span = words.t("years.span", first=YEARS[0], last=YEARS[-1])
    return _panel(
        "indicators",
        [
            html.P([words.t("data.indicators.years", years=span), " ", about]),
            indicator_table(words, labelled_by="indicators-title"),
        ],
        words,
    )


PAGE = Page("data", {"lt": "duomenys", "en": "data"}, 3, layout)
