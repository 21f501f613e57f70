"""The places on the map page that the scripts fill: map, legend, year, ranking, trend, table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

from dashboard.frame.shell import demo_badge
from dashboard.indicators.state import write_state
from dashboard.pages.map import ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.indicators.state import Note, State
    from dashboard.language.i18n import Language


def views(shown: dict[str, Any], state: State, atlas: Atlas, words: Language) -> Component:
    """Four views of one selection, under one title and one sentence."""
    year = state.year or shown["years"][-1]
    row = shown["years"].index(year)
    return html.Div(
        [
            html.Div(
                [
                    html.H1(f"{shown['title']}, {words.t('year.of', year=year)}", id="map-title"),
                    *([demo_badge(words)] if atlas.is_demo else []),
                ],
                className="title-line",
            ),
            html.P(shown["sentence"][row], id="sentence", className="sentence"),
            html.P(
                notes_text(state.notes, words),
                id="note",
                className="note",
                role="status",
            ),
            html.Div(
                [
                    _map(words),
                    html.Div(id="year-control", className="year-control"),
                    *(_panel(name, atlas, words) for name in ("ranking", "trend")),
                    html.Div(
                        [
                            html.P(id="promises", className="promises"),
                            html.P(shown["source"], id=ids.SOURCE, className="source"),
                            html.P(id="marks", className="source"),
                            _downloads(write_state(state), words),
                        ],
                        className="notes",
                    ),
                    _panel("table", atlas, words),
                ],
                className="stage",
            ),
        ],
        className="views",
    )


def notes_text(notes: Sequence[Note], words: Language) -> str:
    """What of the address could not be used, in one line."""
    unknown = [note for note in notes if note.key != "most"]
    texts = [words.t("note.unknown", key=note.key, value=note.value) for note in unknown]
    if len(unknown) < len(notes):
        texts.append(words.t("select.full"))
    return " ".join(texts)


def _map(words: Language) -> Component:
    return html.Section(
        [
            html.Div(
                id="map",
                className="map",
                tabIndex=0,
                role="application",
                **{
                    "aria-labelledby": "map-title",
                    "aria-describedby": "sentence map-help",
                    "aria-roledescription": words.t("map.role"),
                },
            ),
            html.Div(id="map-tools", className="map-tools"),
            html.Div(id="legend", className="legend"),
            html.Div(id="card", className="card", **{"aria-live": "polite"}),
            html.P(words.t("map.help"), id="map-help", className="visually-hidden"),
        ],
        className="map-section",
        **{"aria-label": words.t("map.section")},
    )


def _panel(name: str, atlas: Atlas, words: Language) -> Component:
    short = words.t("source.short", version=atlas.store.version)
    return html.Section(
        [
            html.H2(words.t(f"{name}.title"), id=f"{name}-title"),
            html.Div(id=name, className=f"{name}-body"),
            html.P(
                f"{words.t('demo.badge')}. {short}" if atlas.is_demo else short, className="source"
            ),
        ],
        className=f"panel panel-{name}",
        **{"aria-labelledby": f"{name}-title"},
    )


def _downloads(query: str, words: Language) -> Component:
    """Tables come from the server, pictures are drawn by the browser."""
    tables = [
        html.A(
            kind.upper(),
            href=f"/download/{words.code}/view.{kind}?{query}",
            download=True,
            **{"data-query": "", "aria-label": words.t("download.table", kind=kind.upper())},
        )
        for kind in ("csv", "xlsx")
    ]
    pictures = [
        html.Button(
            kind.upper(),
            id=f"picture-{kind}",
            **{"aria-label": words.t("download.picture", kind=kind.upper())},
        )
        for kind in ("png", "svg")
    ]
    return html.Div(
        [html.Span(words.t("download.title")), *tables, *pictures],
        className="downloads",
        role="group",
        **{"aria-label": words.t("download.title")},
    )
