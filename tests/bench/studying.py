"""What is changed on the bench: the choice in each of its views, one change after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.frame.places import RESEARCH_SLUGS
from dashboard.language.i18n import CODES
from tests.bench.browsing import settle, visit
from tests.bench.changes import timed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.bench.changes import Change
    from tests.bench.servers import Served

PATH = f"/{RESEARCH_SLUGS[CODES[0]]}"
PICTURE = "#pictured"
"""What says something else after every change: figures of the picture, its axes and key."""


class StudyChoice(NamedTuple):
    """A change: the name of what is chosen, as in the address, and its value."""

    name: str
    value: str


def of_view(name: str, *pairs: str) -> tuple[StudyChoice, ...]:
    """Goes to a view and changes what is chosen there; `pairs` are names and values in turn."""
    made = zip(pairs[::2], pairs[1::2], strict=True)
    return (StudyChoice("view", name), *(StudyChoice(*pair) for pair in made))


ROUND = (
    *of_view("distribution", "by", "group", "by", "county", "by", "year", "indicator", "openness",
             "places", "group:other", "places", "all"),
    *of_view("difference", "year", "2021", "since", "2018", "against", "indicators",
             "against", "years", "indicator", "total"),
    *of_view("split", "parts", "bars", "parts", "map", "year", "2019", "area", "culture"),
    *of_view("inequality", "lines", "clusters", "year", "2022", "lines", "inequality",
             "indicator", "ngo_competition"),
    *of_view("multiples", "tiled", "trends", "tiled", "maps", "indicator", "total"),
    *of_view("relation", "other_indicator", "density", "log", "x", "colour", "group",
             "third", "older", "year", "2024", "measure", "growth", "unit", "constant",
             "measure", "level", "select", "Kėdainių r. sav."),
)  # fmt: skip
"""Changes in all views; the first visit of a page shows relations."""


def research_changes(browser: Browser, served: Served) -> list[Change]:
    """The round twice, each in a visit of its own; the data are there when the second begins."""
    found: list[Change] = []
    for _ in range(2):
        with visit(browser, served, PATH) as page:
            settle(page, plots=False)
            found = [_changed(page, choice) for choice in ROUND]
    return found


def _changed(page: Page, choice: StudyChoice) -> Change:
    event, act = _act(page, choice)
    return timed(page, act, "([event, part]) => bench.awaitText(event, part)", event, PICTURE)


def _act(page: Page, choice: StudyChoice) -> tuple[str, Callable[[], object]]:
    """The event by which a change begins, and what the visitor does."""
    if choice.name == "view":
        return "click", page.locator(f"#view-{choice.value}").click
    field = page.locator(f"#choose-{choice.name}")
    if choice.name != "select":
        return "change", lambda: field.select_option(choice.value)
    field.fill(choice.value)
    return "keydown", lambda: field.press("Enter")
