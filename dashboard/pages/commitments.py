"""The commitments page: what the state promised in its third plan, by whom, and how far it got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.aria import aria
from dashboard.components.commitment_marks import (
    commitment_title,
    section_rows,
    shares,
    status_mark,
)
from dashboard.components.plain_table import day, plain_table
from dashboard.components.source_line import source_text
from dashboard.pages import Page
from dashboard.planview import plan_sentence, read_plan_view

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language
    from dashboard.planview import PlanView

PLAN = "3"
"""The one plan whose statuses are at hand."""


def layout(atlas: Atlas, words: Language, query: str) -> Component:  # noqa: ARG001 - one view yet
    """The plan as sentence, marks and table."""
    shown = read_plan_view(atlas, PLAN, words)
    return html.Div(
        [
            html.H1(words.t("page.commitments.title")),
            html.P(plan_sentence(shown, words), id="sentence", className="sentence"),
            html.Section(
                [
                    html.H2(words.t("commitments.chart_title"), id="chart-title"),
                    shares(shown, words),
                    section_rows(shown, words),
                ],
                className="panel commitments-chart",
                **aria(labelledby="chart-title", describedby="sentence"),
            ),
            _source(atlas, words),
            html.Section(
                [
                    html.H2(words.t("commitments.table_title"), id="table-title"),
                    _table(shown, words),
                ],
                className="panel",
            ),
        ],
        className="stack",
    )


def _source(atlas: Atlas, words: Language) -> Component:
    facts = atlas.sources().set_index("source").loc["commitments"]
    return html.P(
        [
            source_text(["commitments"], atlas, words),
            f" {words.t('commitments.note')} ",
            html.A(words.t("commitments.source_page"), href=str(facts["url"])),
        ],
        className="source",
    )


def _table(shown: PlanView, words: Language) -> Component:
    columns = ("number", "title", "section", "institution", "status", "observed")
    rows = [
        [
            item.number,
            commitment_title(item, words),
            item.section,
            item.institution,
            status_mark(shown, item.status),
            day(item.observed) if item.observed else words.t("commitments.no_date"),
        ]
        for item in shown.commitments
    ]
    headings = [words.t(f"commitments.column.{name}") for name in columns]
    return plain_table(headings, rows, labelled_by="table-title", header=1)


PAGE = Page("commitments", {"lt": "isipareigojimai", "en": "commitments"}, 2, layout)
