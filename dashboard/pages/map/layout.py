"""One view as map, ranking, trend and table, under one title and one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.notes import notes_text
from dashboard.frame.places import (
    add_to_forum_path,
    figure_path,
    map_path,
    research_path,
    share_path,
)
from dashboard.frame.remarks_note import remarks_note
from dashboard.indicators.advice import limits_text
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.remarks import remarks_beside
from dashboard.indicators.state import write_state
from dashboard.pages.map import ids
from dashboard.pages.map.advice import advice
from dashboard.pages.map.figures import figures_mark, only_real
from dashboard.pages.map.pictures import TYPES, map_of, trend_svg
from dashboard.pages.map.ranking import ranking
from dashboard.pages.map.section import map_section
from dashboard.pages.map.table import table
from dashboard.pages.map.trend_panel import trend_panel
from dashboard.pages.map.year import year_control

if TYPE_CHECKING:
    from typing import Any

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.indicators.headline import Headline
    from dashboard.indicators.state import State
    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def views(shown: Shown, above: Headline, atlas: Atlas, words: Language) -> Component:
    """Four views of one selection."""
    state = shown.state
    return html.Div(
        [
            html.Div(
                [html.H1(above.heading, id="map-title"), *figures_mark(shown, words)],
                className="title-line",
            ),
            html.P(above.sentence, id="sentence", className="sentence"),
            html.P(notes_text(state.notes, words), id="note", className="note", role="status"),
            html.Div(
                [
                    map_section(
                        map_of(state, atlas, words),
                        limits_text(state.view, words),
                        words,
                        _how_made(state, words),
                        names=state.names,
                    ),
                    year_control(shown, words),
                    _panel("ranking", ranking(shown, words), shown, atlas, words),
                    _panel(
                        "trend",
                        trend_panel(shown, trend_svg(state, atlas, words), words),
                        shown,
                        atlas,
                        words,
                    ),
                    _notes(shown, atlas, words),
                    _panel("table", table(shown, words), shown, atlas, words),
                ],
                className="stage",
            ),
        ],
        className="views",
    )


def _how_made(state: State, words: Language) -> Component:
    """How the figure above was made; that of whom the map has selected first, or the country's."""
    href = f"{figure_path(words)}?{write_state(state)}"
    return html.A(words.t("figure.how"), href=href, id="how-made", **{"data-query": ""})


def _panel(name: str, content: Any, shown: Shown, atlas: Atlas, words: Language) -> Component:
    said = f"{words.t('demo.badge')}. "
    invented = html.Span(said, className="invented-only", hidden=only_real(shown))
    demo = [invented] if atlas.is_demo else []
    sources = html.A(words.t("source.title"), href=f"#{ids.SOURCE}")
    version = words.t("source.short", version=atlas.store.version)
    return html.Section(
        [
            html.H2(words.t(f"{name}.title"), id=f"{name}-title"),
            html.Div(content, id=name, className=f"{name}-body"),
            html.P([*demo, sources, "; ", version], className="source"),
        ],
        className=f"panel panel-{name}",
        **aria(labelledby=f"{name}-title"),
    )


def _notes(shown: Shown, atlas: Atlas, words: Language) -> Component:
    remarks = remarks_beside(remembered_view(atlas, shown.state.view), shown.state.select)
    return html.Div(
        [
            html.Div(advice(shown, words), id="advice", className="advice"),
            html.P(_promises(shown, words), id="promises", className="promises"),
            html.Div(remarks_note(remarks, words), id="remarks"),
            html.P(shown.view["source"], id=ids.SOURCE, className="source"),
            html.P(shown.of("notes"), id="marks", className="source"),
            html.Div(
                [_downloads(write_state(shown.state), words), *_share(shown, words)],
                className="taking",
            ),
        ],
        className="notes",
    )


def _share(shown: Shown, words: Language) -> list[Component]:
    """How just this view is passed on; on paper its address is told (assets/map/address.js)."""
    address = map_path(words, write_state(shown.state))
    share = html.A(
        words.t("page.share.nav"),
        href=share_path(words, address),
        className="share",
        **{"data-share": ""},
    )
    forum = html.A(
        words.t("share.forum"),
        href=add_to_forum_path(words, write_state(shown.state)),
        className="to-forum",
        **{"data-query": ""},
    )
    study = html.A(
        words.t("research.link"),
        href=f"{research_path(words)}?{write_state(shown.state)}",
        title=words.t("research.link.about"),
        className="to-research",
        **{"data-query": ""},
    )
    return [share, forum, study, html.Span(id="shared", className="shared")]


def _promises(shown: Shown, words: Language) -> list[Component | str]:
    """Which commitments of the state should move what is shown, each leading to its own page."""
    parts: list[Component | str] = []
    for promise in shown.view["promises"]:
        link = html.A(promise["name"], href=promise["href"], lang=promise["lang"])
        parts += [" ", link, f" ({promise['text']})" if promise["text"] else "", ";"]
    return [words.t("map.promise"), *parts[:-1], "."] if parts else []


def _downloads(query: str, words: Language) -> Component:
    """Files with permanent addresses; scripts keep them in step with what is looked at."""
    links = [
        html.A(
            kind.upper(),
            href=f"/download/{words.code}/{name}.{kind}?{query}",
            download=True,
            **{"data-query": "", **aria(label=words.t(f"download.{what}", kind=kind.upper()))},
        )
        for name, what, kinds in (("view", "table", ("csv", "xlsx")), ("map", "picture", TYPES))
        for kind in kinds
    ]
    return html.Div(
        [html.Span(words.t("download.title")), *links, *_other_csv(query, words)],
        className="downloads",
        role="group",
        **aria(label=words.t("download.title")),
    )


def _other_csv(query: str, words: Language) -> list[Component]:
    """The table as other readers want it; what that takes stays in the address."""
    return [
        html.A(
            words.t(f"download.{name}"),
            href=f"/download/{words.code}/view.csv?{'&'.join(filter(None, [query, asked]))}",
            download=True,
            title=words.t(f"download.{name}_hint"),
            **{"data-query": asked},
        )
        for name, asked in (("excel", "for=excel"), ("plain", "columns=plain"))
    ]
