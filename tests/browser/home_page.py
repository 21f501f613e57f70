"""The first page as it lies on screen: what is beyond its edge, what runs into what, what is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.map_page import PAINTED

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATHS = {"lt": "/", "en": "/en/"}
MAP, FIELD, SQUARES = "#map .map-svg", ".find-place input", ".hundred .squares"

# Parts of which something lies outside of the window, and from where to where they reach.
BEYOND = """(parts) => parts.flatMap((part) => {
    const { left, top, right, bottom } = document.querySelector(part).getBoundingClientRect();
    const whole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return whole && bottom > top ? [] : [`${part} ${Math.round(top)}–${Math.round(bottom)} px`];
})"""
# Text over text, panels over panels, and text that its panel or another box cuts.
WRONG = """() => {
    const main = document.querySelector("main"), texts = [], found = [];
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const place = text.parentElement, range = document.createRange();
        const apart = place.closest(".visually-hidden, script, svg, datalist, .popup");
        if (apart || !text.data.trim() || !place.checkVisibility()) continue;
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) texts.push({ place, box });
    }
    const named = (place) => `${place.className || place.tagName} “${place.textContent.slice(0, 30)}”`;
    const over = (one, other, by) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > by
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > by;
    const within = (box, other) => box.left >= other.left - 1 && box.right <= other.right + 1
        && box.top >= other.top - 2 && box.bottom <= other.bottom + 2;
    const each = (all, by, said) => all.forEach((one, at) => all.slice(at + 1).forEach((other) => {
        if (one.place.contains(other.place) || other.place.contains(one.place)) return;
        if (over(one.box, other.box, by)) found.push(`${named(one.place)} ${said} ${named(other.place)}`);
    }));
    const panels = [...main.querySelectorAll("section, nav")];
    each(panels.map((place) => ({ place, box: place.getBoundingClientRect() })), 1, "lies over");
    each(texts, 3, "runs into");
    for (const { place, box } of texts) {
        for (let around = place; around !== main; around = around.parentElement) {
            const holds = getComputedStyle(around).overflow !== "visible" || panels.includes(around);
            if (holds && !within(box, around.getBoundingClientRect())) found.push(`cut: ${named(place)}`);
        }
    }
    return found;
}"""


def resized(page: Page, width: int, height: int) -> None:
    """Gives the window another size, and waits for the page to follow."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(PAINTED)


def beyond(page: Page, *parts: str) -> list[str]:
    """Those of the parts that are not whole on the first screen."""
    found: list[str] = page.evaluate(BEYOND, parts)
    return found


def wrong(page: Page) -> list[str]:
    """What lies over something else, and what is cut."""
    found: list[str] = page.evaluate(WRONG)
    return found
