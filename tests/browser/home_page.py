"""The first page as it lies on screen: what is beyond its edge, what is over what, what is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.map_page import PAINTED

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATHS = {"lt": "/", "en": "/en/"}
MAP, FIELD, SQUARES = "#map .map-svg", ".find-place input", ".hundred .squares"

PHONES, TALL = (360, 390, 412), 740
"""Widths and height of what a phone shows at once, px."""

# Parts of which something lies outside of the window, and from where to where they reach.
BEYOND = """(parts) => parts.flatMap((part) => {
    const { left, top, right, bottom } = document.querySelector(part).getBoundingClientRect();
    const whole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return whole && bottom > top ? [] : [`${part} ${Math.round(top)}–${Math.round(bottom)} px`];
})"""
# Panels over panels, text over text, and text that its panel or another box cuts.
WRONG = """() => {
    const main = document.querySelector("main");
    const panels = [...main.querySelectorAll("section, nav")];
    const boxes = panels.map((place) => ({ place, box: place.getBoundingClientRect() }));
    const texts = [], walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const place = text.parentElement, range = document.createRange();
        const apart = place.closest(".visually-hidden, script, svg, datalist, .popup");
        if (apart || !text.data.trim() || !place.checkVisibility()) continue;
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) texts.push({ place, box });
    }
    const named = ({ className, tagName, textContent }) =>
        `${className || tagName} “${textContent.slice(0, 30)}”`;
    const over = (one, other) => Math.min(
        Math.min(one.right, other.right) - Math.max(one.left, other.left),
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top));
    const kin = (one, other) => one.contains(other) || other.contains(one);
    const pairs = (all, most, said) => all.flatMap((one, at) => all.slice(at + 1)
        .filter((other) => !kin(one.place, other.place) && over(one.box, other.box) > most)
        .map((other) => `${named(one.place)} ${said} ${named(other.place)}`));
    const holds = (place) =>
        panels.includes(place) || getComputedStyle(place).overflow !== "visible";
    const cuts = (text, box) => text.left < box.left - 1 || text.right > box.right + 1
        || text.top < box.top - 2 || text.bottom > box.bottom + 2;
    const cut = ({ place, box }) => {
        for (let around = place; around !== main; around = around.parentElement) {
            if (holds(around) && cuts(box, around.getBoundingClientRect())) return true;
        }
        return false;
    };
    return [...pairs(boxes, 1, "lies over"), ...pairs(texts, 3, "runs into"),
        ...texts.filter(cut).map(({ place }) => `cut: ${named(place)}`)];
}"""


def resized(page: Page, width: int, height: int) -> None:
    """Gives the window another size, and waits for the page to follow."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(PAINTED)


def beyond(page: Page, *parts: str) -> list[str]:
    """Those of the parts that are not whole on the first screen."""
    found: list[str] = page.evaluate(BEYOND, parts)
    return found


def beyond_a_phone(page: Page) -> list[str]:
    """Of sentence, field and country, what is not whole on the first screen of some phone."""
    found = []
    for width in PHONES:
        resized(page, width, TALL)
        found += beyond(page, "h1", FIELD, MAP)
    return found


def wrong(page: Page) -> list[str]:
    """What lies over something else, and what is cut."""
    found: list[str] = page.evaluate(WRONG)
    return found
