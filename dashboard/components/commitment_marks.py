"""The commitments as marks: status by shape, word and colour, and the share of each status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.components.aria import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.i18n import Language
    from dashboard.planview import Commitment, PlanView


def disc(status: str) -> Component:
    """A ring that fills as the work goes on: empty, a quarter, half, full. The word stands by."""
    return html.Span(className=f"disc status-{status}", **aria(hidden="true"))


def status_mark(shown: PlanView, status: str) -> Component:
    """A status in its shape and word."""
    return html.Span([disc(status), shown.statuses[status]], className="status-mark")


def shares(shown: PlanView, words: Language) -> Component:
    """A bar parted by status, and under it what each part is."""
    total = len(shown.commitments)
    parts = [
        html.Span(str(count), className=f"part status-{status}", style={"flexGrow": count})
        for status, count in shown.counts.items()
        if count
    ]
    keys = [
        html.Li(
            [
                status_mark(shown, status),
                html.Span(
                    words.t(
                        "commitments.share",
                        count=count,
                        total=total,
                        share=words.percent(100 * count / total, 0),
                    ),
                    className="share",
                ),
            ]
        )
        for status, count in shown.counts.items()
    ]
    return html.Div(
        [
            html.Div(parts, className="share-bar", **aria(hidden="true")),
            html.Ul(keys, className="share-keys"),
        ],
        className="shares",
    )


def section_rows(shown: PlanView, words: Language) -> Component:
    """A row a section, a mark a commitment."""
    return html.Div(
        [
            html.Section(
                [
                    html.H3(section),
                    html.Ul([_mark(item, shown, words) for item in items], className="marks"),
                ],
                className="section-row",
            )
            for section, items in shown.sections.items()
        ],
        className="section-rows",
    )


def commitment_title(item: Commitment, words: Language) -> list[Component | str]:
    """The title, marked where it is not in the visitor's language."""
    if item.translated:
        return [item.title]
    return [
        html.Span(item.title, lang="lt"),
        html.Span(f" ({words.t('commitments.not_translated')})", className="untranslated"),
    ]


def _mark(item: Commitment, shown: PlanView, words: Language) -> Component:
    return html.Li(
        [
            disc(item.status),
            html.Div(
                [
                    html.P(
                        [
                            html.Span(item.number, className="mark-number"),
                            " ",
                            html.Strong(shown.statuses[item.status]),
                        ]
                    ),
                    html.P(commitment_title(item, words), className="mark-title"),
                ]
            ),
        ],
        className="mark",
    )
