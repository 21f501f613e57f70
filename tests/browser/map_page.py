"""The map page as tests see it: what stands on screen, read from what the browser has drawn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import expect

from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Request

HATCHED = 'url("#no-data")'
FILLS = """() => Object.fromEntries([...document.querySelectorAll(".choroplethlocation")]
    .map((path) => [path.__data__.loc, getComputedStyle(path).fill]))"""
LEGEND = """(list) => [...list.children].map((item) => [
    item.querySelector(".range").textContent,
    Number(item.querySelector(".count").textContent),
    item.querySelector(".swatch.no-data") ? HATCHED
        : getComputedStyle(item.querySelector(".swatch")).backgroundColor])""".replace(
    "HATCHED", f"'{HATCHED}'"
)
RANKING = """(list) => [...list.children].map((item) => [
    ...["rank", "name", "value"].map((part) => item.querySelector(`.${part}`).textContent),
    getComputedStyle(item.querySelector(".bar")).backgroundColor])"""
TABLE = """(body) => Object.fromEntries([...body.rows].map((row) =>
    [row.cells[0].textContent, [...row.cells].slice(1).map((cell) => cell.textContent)]))"""
# A place inside a municipality, clear of its edges and of what lies over the map.
INSIDE = """(code) => {
    const path = [...document.querySelectorAll(".choroplethlocation")]
        .find((item) => item.__data__.loc === code);
    const { x, y, width, height } = path.getBoundingClientRect();
    const own = path.getScreenCTM().inverse();
    const inside = (left, top) => path.isPointInFill(new DOMPoint(left, top).matrixTransform(own));
    for (let step = 0; step < 400; step += 1) {
        const left = x + (0.5 + 0.025 * Math.floor(step / 20)) * width;
        const top = y + 0.05 * (step % 20) * height;
        if (inside(left, top) && inside(left + 2, top) && inside(left - 2, top)
            && document.elementFromPoint(left, top).closest("#map")) return [left, top];
    }
}"""
# The next frame, what the page put off until after it, and the frame that shows it.
PAINTED = """() => new Promise((done) =>
    requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done))))"""


class Kind(NamedTuple):
    """A line of the legend."""

    label: str
    count: int
    colour: str


class Ranked(NamedTuple):
    """A line of the ranking."""

    rank: str
    name: str
    value: str
    colour: str


class Row(NamedTuple):
    """A row of the table, after the name."""

    county: str
    value: str
    rank: str
    change: str


class MapPage:
    """What a visitor sees on the map page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.title = page.locator("#map-title")
        self.sentence = page.locator("#sentence")
        self.note = page.locator("#note")
        self.slider = page.locator("#year")
        self.year = page.locator(".year-now")
        self.play = page.locator("#play")
        self.card = page.locator("#card")
        self.chips = page.locator(".chips button")
        self.rings = page.locator(".map-plot .ring-selected")
        self.ranking_rows = page.locator(".ranking-list button")
        self.chosen_rows = page.locator(".ranking-list button[aria-pressed=true] .name")
        self.table_rows = page.locator("#table tbody tr")
        self.chosen_table_rows = page.locator("#table tbody tr.selected th")
        self.trend_keys = page.locator("#trend-keys li:not(.hint)")
        self.trend_lines = page.locator("#trend-plot .scatterlayer .trace")
        self.names = page.locator("#names")
        page.locator("html[data-ready=whole]").wait_for()

    def settle(self) -> None:
        """Lets the browser paint what has changed."""
        self.page.evaluate(PAINTED)

    def fills(self) -> dict[str, str]:
        """Colour on the map by municipality code."""
        self.settle()
        found = self.page.evaluate(FILLS)
        return {place.code: found[place.code] for place in municipalities()}

    def legend(self) -> list[Kind]:
        self.settle()
        return [Kind(*item) for item in self.page.locator("#legend ul").evaluate(LEGEND)]

    def ranking(self) -> list[Ranked]:
        self.settle()
        return [Ranked(*item) for item in self.page.locator(".ranking-list").evaluate(RANKING)]

    def table(self) -> dict[str, Row]:
        """By name of the municipality."""
        self.settle()
        found = self.page.locator("#table tbody").evaluate(TABLE)
        return {name: Row(*cells) for name, cells in found.items()}

    def set_year(self, year: int) -> None:
        """Slides to a year, and waits for the ranking too, whose rows change what they say."""
        self.slider.fill(str(year))
        expect(self.year).to_have_text(str(year))
        self.settle()

    def row(self, name: str) -> Locator:
        """The ranking's button of a municipality."""
        return self.ranking_rows.filter(has=self.page.get_by_text(name, exact=True))

    def point(self, code: str) -> tuple[float, float]:
        """A place on screen inside a municipality."""
        x, y = self.page.evaluate(INSIDE, code)
        return x, y

    def search(self, box: str, text: str) -> None:
        """Types into the combobox `indicator` or `select` and takes the first found."""
        field = self.page.locator(f"#{box}")
        field.click()
        field.fill(text)
        field.press("Enter")

    def in_address(self, query: str) -> None:
        """The query of the address is this, once the page has written it."""
        expect(self.page).to_have_url(re.compile(rf"^[^?#]*{re.escape(query)}$"))


def requests_during(page: Page, act: Callable[[], Any]) -> list[Request]:
    """The requests that an act causes, until the page has painted it."""
    made: list[Request] = []

    def note(request: Request) -> None:
        made.append(request)

    page.on("request", note)
    act()
    page.evaluate(PAINTED)
    page.remove_listener("request", note)
    return made


def taken(page: Page, button: Locator) -> tuple[str, bytes]:
    """Name and content of what a button or link downloads."""
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def number(text: str) -> float:
    """The number in a Lithuanian or English figure such as `1 234,5 %` or `€1,234.50`."""
    kept = re.sub(r"[^\d.,−-]", "", text).replace("−", "-")
    if "," in kept and "." in kept:
        return float(kept.replace(",", ""))
    if re.search(r",\d{3}$", kept) and "€" in text and not text.endswith("€"):
        return float(kept.replace(",", ""))
    return float(kept.replace(",", "."))
