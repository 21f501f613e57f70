"""Assessors side by side where they do not say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_word
from dashboard.commitments.marks import in_language, status_mark
from dashboard.commitments.standing import differing
from dashboard.frame import html
from dashboard.frame.plain_table import day, plain_table
from dashboard.pages.commitments.marks import title_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.commitments.model import Assessment, Plans, Status
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def side_by_side(view: PlanView) -> list[Component]:
    """A table with a column for each assessor who spoke, or the plain word that there is none."""
    plans, words = view.plans, view.words
    rows = differing(view.found, plans.assessors, view.state.on)
    if not rows:
        return [html.P(words.t("commitments.assessors_none")), _scales(plans, words)]
    columns = [who for who in plans.assessors if any(who in said for _, said in rows)]
    headings = [words.t("commitments.column.title"), *(plans.assessors[who] for who in columns)]
    cells = [
        [
            [
                html.Span(f"{item.plan}–{item.number} ", className="mark-number"),
                title_link(item, words, view.path),
            ],
            *(_said(said.get(who, []), words) for who in columns),
        ]
        for item, said in rows
    ]
    return [
        html.P(words.t("commitments.assessors_explained")),
        plain_table(headings, cells, labelled_by="assessors-title"),
        _scales(plans, words),
    ]


def _scales(plans: Plans, words: Language) -> Component:
    """Every scale in use, what it measures, and which part done each status stands for."""
    columns = [words.t(f"commitments.scales.{name}") for name in ("scale", "about", "statuses")]
    rows = [
        [
            scale.name,
            in_language(scale.about, words),
            html.Ul([html.Li(_measured(status, words)) for status in scale.statuses]),
        ]
        for scale in plans.scales.values()
    ]
    title = words.t("commitments.scales.title")
    return html.Details(
        [
            html.Summary(title, id="scales-title"),
            plain_table(columns, rows, labelled_by="scales-title"),
        ],
        className="scales",
    )


def _measured(status: Status, words: Language) -> str:
    if status.progress is None:
        return status.label
    return f"{status.label} – {words.percent(100 * status.progress, 0)}"


def _said(said: Sequence[Assessment], words: Language) -> Component | str:
    if not said:
        return status_word(None, words)
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(item.scale.name, className="said-scale"),
                    status_mark(item.status, words),
                    html.Span(
                        [day(item.observed)] if item.observed else words.t("commitments.no_date"),
                        className="said-when",
                    ),
                ]
            )
            for item in said
        ],
        className="said-list",
    )
