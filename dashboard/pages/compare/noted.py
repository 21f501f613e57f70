"""What of the address could not be used, and which municipalities may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.listing import shortened
from dashboard.frame.notes import notes_text
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.compare.view import CompareView


def noted(view: CompareView) -> Component:
    """All of it; empty where everything was of use."""
    words, notes = view.words, view.state.notes
    others = notes_text([note for note in notes if note.key not in ("most", "select")], words)
    said = [html.P(others)] if others else []
    said += [_unfound(note.value, view) for note in notes if note.key == "select"]
    names = {place.code: words.name(place) for place in municipalities()}
    beyond = [names[note.value] for note in notes if note.key == "most"]
    if beyond:
        said.append(html.P(words.t("compare.beyond", names=", ".join(beyond))))
    return html.Div(said, id="note", className="note", role="status")


def _unfound(spelling: str, view: CompareView) -> Component:
    """That a name means none or several, with links that add one of those near."""
    words, near = view.words, tuple[str, ...]()
    short = shortened(spelling)
    try:
        find_municipality(spelling)
    except AmbiguousPlace as error:
        text, near = words.t("municipality.several", spelling=short), error.candidates
    except UnknownPlace as error:
        text, near = words.t("municipality.unknown", spelling=short), error.nearest
        text += f" {words.t('municipality.near')}" if near else ""
    links = [] if view.is_full else [_adding(name, view) for name in near]
    return html.P([text, *(part for link in links for part in (" ", link))])


def _adding(name: str, view: CompareView) -> Component:
    place, select = find_municipality(name), view.state.select
    wider = select if place.code in select else (*select, place.code)
    return html.A(
        view.words.name(place), href=view.path(select=wider), className="near", **{"data-stay": ""}
    )
