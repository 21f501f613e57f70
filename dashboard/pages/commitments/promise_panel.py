"""Promise meets number: an indicator around its plan, as picture, table and plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.marks import in_language
from dashboard.commitments.promise import (
    demo_text,
    estimated_note,
    figure_text,
    promise_sentence,
    promise_source,
    promise_title,
    target_text,
)
from dashboard.downloads.links import picture_links
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import map_path
from dashboard.frame.shell import demo_badge
from dashboard.indicators.writing import unit_label
from dashboard.pages.commitments.marks import document_link
from dashboard.pages.commitments.promise_chart import DEMO_HEIGHT, HEIGHT, WIDTH

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.commitments.promise import Promise
    from dashboard.language.i18n import Language


def promise_panel(promise: Promise, atlas: Atlas, words: Language) -> Component:
    """One indicator of a commitment."""
    name = promise.view.indicator
    demo = demo_text(promise, words)
    address = f"/download/{words.code}/commitments/{promise.commitment}/{name}.svg"
    note = estimated_note(promise, words)
    heading = html.Div(
        [
            html.H3(promise_title(promise, words), id=f"promise-{name}"),
            *([demo_badge(words)] if demo else []),
        ],
        className="title-line",
    )
    return html.Section(
        [
            heading,
            html.P(
                [
                    *([html.Strong(demo, className="invented"), " "] if demo else []),
                    promise_sentence(promise, words),
                ],
                className="sentence",
            ),
            html.P(target_text(promise, words), className="target"),
            html.P([*in_language(promise.why, words), *_written(promise, words)]),
            html.P(words.t("promise.coincidence"), className="coincidence"),
            html.Div(
                [
                    html.Div(
                        [_picture(address, look, promise, words) for look in ("light", "dark")],
                        className="promise-picture",
                    ),
                    _table(promise, words),
                ],
                className="promise-views",
            ),
            *([html.P(note, className="source")] if note else []),
            _links(promise, address, words),
            html.P(promise_source(promise, atlas, words), className="source"),
        ],
        className="promise",
        **aria(labelledby=f"promise-{name}"),
    )


def _written(promise: Promise, words: Language) -> list[Component | str]:
    if promise.document is None:
        return []
    return [" ", words.t("promise.written"), " ", document_link(promise.document), "."]


def _picture(address: str, look: str, promise: Promise, words: Language) -> Component:
    """The chart on a ground of that look; the style sheet shows the one that fits."""
    demo = demo_text(promise, words)
    return html.Picture(
        [
            html.Source(media="(max-width: 600px)", srcSet=f"{address}?look={look}&narrow=1"),
            html.Img(
                src=f"{address}?look={look}",
                alt=f"{demo} {promise_sentence(promise, words)}".strip(),
                width=WIDTH,
                height=HEIGHT + DEMO_HEIGHT * bool(demo),
            ),
        ],
        className=f"only-{look}",
    )


def _table(promise: Promise, words: Language) -> Component:
    """The same numbers; the plan's years carry its name."""
    demo = demo_text(promise, words)
    invented = [". ", html.Strong(demo, className="invented")] if demo else []
    columns = ["year", "value", *(["reached"] if promise.target is not None else [])]
    rows = []
    for item in promise.years:
        phase = html.Span(words.t(f"promise.phase_{item.phase}")) if item.phase else ""
        cells = [
            html.Th([str(item.year), " ", phase], scope="row"),
            html.Td(figure_text(item, promise, words)),
        ]
        if promise.target is not None:
            share = words.t("promise.of", count=item.reached, of=item.comparable)
            cells.append(html.Td(share))
        rows.append(html.Tr(cells, className=f"phase-{item.phase}"))
    return html.Div(
        html.Table(
            [
                html.Caption([unit_label(promise.view.unit, words), *invented]),
                html.Thead(
                    html.Tr(
                        [html.Th(words.t(f"promise.column.{it}"), scope="col") for it in columns]
                    )
                ),
                html.Tbody(rows),
            ],
            className="promise-table",
        ),
    )


def _links(promise: Promise, address: str, words: Language) -> Component:
    to_map = html.A(
        words.t("promise.map", year=promise.map_year),
        href=map_path(words, promise.map_query),
        className="to-map",
    )
    what = promise_title(promise, words)
    return html.Div(
        [
            to_map,
            html.Span(words.t("download.title")),
            *(picture_links(f"{address}?framed=1", what, words)),
        ],
        className="downloads",
    )
