"""What one build changed: municipality by municipality, a sentence a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.places import changes_path, place_link
from dashboard.frame.shell import demo_badge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.pages.changes.reading import ChangedBuild, ChangedPlace, Row
    from dashboard.pages.changes.state import ChangesState
    from dashboard.pages.changes.telling import ChangeWords


def build_section(build: ChangedBuild, state: ChangesState, tell: ChangeWords) -> Component:
    """A build's changes under its day."""
    words = tell.words
    said = words.t(
        "changes.build",
        version=build.version,
        former=build.former,
        time=f"{build.built_at:%Y-%m-%d %H:%M}",
    )
    return html.Section(
        [
            html.H2(words.date(build.built_at)),
            html.P(said, className="source"),
            *(_group(group, state, tell) for group in build.groups),
        ],
        id=build.anchor,
        className="panel",
    )


def change_list(rows: Iterable[Row], tell: ChangeWords) -> Component:
    """Changes, a sentence each."""
    return html.Ul([html.Li(tell.said(row)) for row in rows])


def _group(group: ChangedPlace, state: ChangesState, tell: ChangeWords) -> Component:
    words, place = tell.words, group.place
    name = place_link(place, words) if place else words.t("changes.nation")
    badge = [" ", demo_badge(words)] if group.demo else []
    return html.Div(
        [
            html.H3(name),
            html.P([tell.counted(group.counts), *badge]),
            *([change_list(group.rows, tell)] if group.rows else []),
            *([_further(group, state, tell)] if group.further else []),
        ],
        className="changed",
    )


def _further(group: ChangedPlace, state: ChangesState, tell: ChangeWords) -> Component:
    """How many changes are not listed, and where more of them are."""
    text = tell.words.t("changes.further", n=tell.words.number(group.further))
    if group.place is None or state.municipality:
        return html.P(text)
    there = changes_path(tell.words, municipality=group.place.code, kind=state.kind)
    return html.P(html.A(text, href=there))
