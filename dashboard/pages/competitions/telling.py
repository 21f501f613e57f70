"""What is asked for and what is found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.pages.competitions.writing import said_of

if TYPE_CHECKING:
    from dashboard.pages.competitions.view import CompetitionsView


def title_of(view: CompetitionsView) -> str:
    """The page's title, with what the list is narrowed to."""
    words, asked = view.words, view.state.asked
    parts = [
        words.name(view.place) if view.place else "",
        words.name(view.county, "full") if view.county else "",
        view.areas[asked.area] if asked.area else "",
        words.t("competitions.in_year", year=asked.year) if asked.year else "",
        words.t("competitions.quoted", text=asked.text) if asked.text else "",
    ]
    title, narrowed = words.t("page.competitions.title"), ", ".join(filter(None, parts))
    return f"{title}: {narrowed}" if narrowed else title


def sentence_of(view: CompetitionsView) -> str:
    """How many there are, and what came of them."""
    words = view.words
    if not view.found:
        return words.t("competitions.none.said")
    number = (
        words.n("competitions.found.demo", view.found)
        if view.demo
        else words.n("competitions.found.real", view.found)
    )
    start = words.t("page.competitions.description")
    first = [] if view.state.asked.chosen else [start]
    return " ".join([*first, number, *said_of(view.total, words)])
