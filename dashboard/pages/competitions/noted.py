"""What of the address could not be used, and what to do where nothing is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.notes import notes_text
from data.asking.competitions import competition_counts
from geo.errors import AmbiguousPlace, UnknownPlace
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.pages.competitions.view import CompetitionsView

LONGEST_SAID = 60
"""Letters of a spelling that are repeated."""


def noted(view: CompetitionsView) -> Component:
    """What of the address was of no use; empty where everything was."""
    words, notes = view.words, view.state.notes
    short = [
        replace(note, value=_short(note.value)) for note in notes if note.key != "municipality"
    ]
    others = notes_text(short, words)
    said = [html.P(others)] if others else []
    said += [_unfound(note.value, view) for note in notes if note.key == "municipality"]
    return html.Div(said, id="note", className="note", role="status")


def nothing_found(view: CompetitionsView) -> Component:
    """Which filter to loosen, each with what would be found without it."""
    words, listed = view.words, [html.Li(each) for each in _looser(view)]
    clear = html.A(
        words.t("competitions.filter.clear"),
        href=view.path().partition("?")[0],
        **{"data-stay": ""},
    )
    how = [html.P(words.t("competitions.none.loosen")), html.Ul(listed)] if listed else []
    return html.Section(
        [html.H2(words.t("competitions.none.title")), *how, html.P(clear)],
        className="panel",
        id="nothing",
    )


def _looser(view: CompetitionsView) -> Iterator[Component]:
    """Links to the list without one of the filters, where that finds something."""
    words, state = view.words, view.state
    counts = competition_counts(view.atlas.store, state.asked)
    kinds = [state.figures] if state.figures else ["real", "demo"]
    without = {str(name): int(found) for name, found in counts[kinds].sum(axis=1).items()}
    for name in ("municipality", "county", "area", "year", "text"):
        found = without.get(name, 0)
        if name in state.asked.chosen and found:
            yield _link(
                words.t(f"competitions.filter.{name}"),
                found,
                view.path(asked=state.asked.without(name)),
                view,
            )
    other = view.count(demo=not view.demo)
    if state.figures and other:
        yield _link(words.t("competitions.filter.figures"), other, view.path(figures=""), view)


def _link(name: str, found: int, path: str, view: CompetitionsView) -> Component:
    said = view.words.n("competitions.none.without", found, name=name)
    return html.A(said, href=path, **{"data-stay": ""})


def _unfound(spelling: str, view: CompetitionsView) -> Component:
    """That a name means none or several municipalities, with links to those near."""
    words, near = view.words, tuple[str, ...]()
    try:
        find_municipality(spelling)
        text = ""
    except AmbiguousPlace as error:
        text, near = words.t("municipality.several", spelling=_short(spelling)), error.candidates
    except UnknownPlace as error:
        text, near = words.t("municipality.unknown", spelling=_short(spelling)), error.nearest
        text += f" {words.t('municipality.near')}" if near else ""
    links = [_meant(name, view) for name in near]
    return html.P([text, *(part for link in links for part in (" ", link))])


def _meant(name: str, view: CompetitionsView) -> Component:
    place = find_municipality(name)
    asked = replace(view.state.asked, municipality=place.code)
    path = view.path(asked=asked)
    return html.A(view.words.name(place), href=path, className="near", **{"data-stay": ""})


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]}…"
