"""What of the address could not be used, and what to do where nothing is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame import html, listing
from dashboard.frame.listing import looser_link, shortened
from dashboard.frame.notes import notes_text
from data.asking.competitions import competition_counts
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.pages.competitions.view import CompetitionsView

TOPIC = "competitions"
"""Of whose words it is said."""


def noted(view: CompetitionsView) -> Component:
    """What of the address was of no use; empty where everything was."""
    words, notes = view.words, view.state.notes
    short = [
        replace(note, value=shortened(note.value)) for note in notes if note.key != "municipality"
    ]
    others = notes_text(short, words)
    said = [html.P(others)] if others else []
    said += [_unfound(note.value, view) for note in notes if note.key == "municipality"]
    return html.Div(said, id="note", className="note", role="status")


def nothing_found(view: CompetitionsView) -> Component:
    """Which filter to loosen, each with what would be found without it."""
    return listing.nothing_found(TOPIC, _looser(view), view.path().partition("?")[0], view.words)


def _looser(view: CompetitionsView) -> Iterator[Component]:
    """Links to the list without one of the filters, where that finds something."""
    words, state = view.words, view.state
    counts = competition_counts(view.atlas.store, state.asked)
    kinds = [state.figures] if state.figures else ["real", "demo"]
    without = {str(name): int(found) for name, found in counts[kinds].sum(axis=1).items()}
    for name in ("municipality", "county", "area", "year", "text"):
        found = without.get(name, 0)
        if name in state.asked.chosen and found:
            path = view.path(asked=state.asked.without(name))
            yield looser_link(TOPIC, name, found, path, words)
    other = view.count(demo=not view.demo)
    if state.figures and other:
        yield looser_link(TOPIC, "figures", other, view.path(figures=""), words)


def _unfound(spelling: str, view: CompetitionsView) -> Component:
    """That a name means none or several municipalities, with links to those near."""
    words, near = view.words, tuple[str, ...]()
    try:
        find_municipality(spelling)
        text = ""
    except AmbiguousPlace as error:
        text, near = words.t("municipality.several", spelling=shortened(spelling)), error.candidates
    except UnknownPlace as error:
        text, near = words.t("municipality.unknown", spelling=shortened(spelling)), error.nearest
        text += f" {words.t('municipality.near')}" if near else ""
    links = [_meant(name, view) for name in near]
    return html.P([text, *(part for link in links for part in (" ", link))])


def _meant(name: str, view: CompetitionsView) -> Component:
    place = find_municipality(name)
    asked = replace(view.state.asked, municipality=place.code)
    path = view.path(asked=asked)
    return html.A(view.words.name(place), href=path, className="near", **{"data-stay": ""})
