"""Embeds as a reader of another site meets them: in a frame, of any width, in either look."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from dashboard.frame.places import EMBEDS, embed_path
from dashboard.language.i18n import language
from tests.browser.test_accessibility import LOOKS, violations
from tests.map_address import EN_MAP, LT_MAP

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERY = "municipality=53&select=53,13&year=2022"
WIDTHS = (200, 360, 800)


@pytest.fixture
def site(server) -> Iterator[str]:
    """The address of somebody else's page, which frames an embed and the map's page."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            frames = {"embed": embed_path("map", language("en"), QUERY), "page": LT_MAP}
            inner = (
                f'<iframe id="{name}" src="{server}{path}"></iframe>'
                for name, path in frames.items()
            )
            body = f'<!DOCTYPE html><link rel="icon" href="data:,">{"".join(inner)}'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}/"
    listening.shutdown()
    listening.server_close()


def test_another_site_can_frame_an_embed_and_no_page(browser, watch, server, site):
    watch.expect(re.escape(site))
    watch.expect("frame-ancestors")
    watch.expect("ERR_BLOCKED_BY_RESPONSE")
    context = browser.new_context()
    watch.over(context)
    page = context.new_page()
    page.goto(site)
    embed = page.frame_locator("#embed")
    expect(embed.locator("h1")).to_contain_text("2022")
    assert embed.locator(".map-svg .places path").count() == 60
    expect(page.frame_locator("#page").locator("main")).to_have_count(0)
    with context.expect_page() as opened:
        embed.get_by_role("link", name="Open in the Savivalda atlas").click()
    assert opened.value.url == f"{server}{EN_MAP}?year=2022&select=53,13"
    assert page.url == site
    context.close()


@pytest.mark.parametrize("kind", EMBEDS)
@pytest.mark.parametrize(("code", "scheme"), LOOKS)
def test_every_kind_fits_its_frame_and_can_be_used_by_all(visit, kind, code, scheme):
    page = visit(embed_path(kind, language(code), QUERY), color_scheme=scheme)
    grounds = {"light": "rgb(255, 255, 255)", "dark": "rgb(24, 35, 45)"}
    expect(page.locator("body")).to_have_css("background-color", grounds[scheme])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 560})
        assert page.evaluate(WIDER) == []
        assert [size for size in page.evaluate(LETTERS) if size < 9] == []
    seen = page.locator("figure svg").locator("visible=true").last
    assert seen.bounding_box()["width"] > 20
    summary = page.locator("summary")
    if summary.count():
        page.keyboard.press("Tab")
        summary.focus()
        expect(summary).to_have_css("outline-style", "solid")
        page.keyboard.press("Enter")
        expect(page.locator(".more")).to_be_visible()
    assert violations(page) == []


WIDER = """() => [document.documentElement, ...document.querySelectorAll("figure, .rows")]
    .filter((part) => part.scrollWidth > part.clientWidth).map((part) => part.className)"""
"""Parts whose content is wider than they are."""

LETTERS = """() => [...document.querySelectorAll("svg text")]
    .filter((text) => text.textContent.trim() && text.checkVisibility({ visibilityProperty: true })
        && !text.closest("#map"))
    .map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
"""Sizes in px of what is written in charts; signs of a map shrink with it."""


def test_the_signs_of_a_map_are_as_large_as_they_are_drawn(visit):
    page = visit(embed_path("map", language("lt")))
    signs = page.locator(".map-svg .signs text").first
    size = signs.evaluate(
        "(text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a"
    )
    assert size > 11


def test_on_paper_all_of_a_ranking_stands(visit):
    page = visit(embed_path("ranking", language("lt")))
    page.emulate_media(media="print")
    tall = page.locator(".ranking").bounding_box()["height"]
    assert page.locator(".rows").bounding_box()["height"] >= tall
