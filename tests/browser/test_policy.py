"""What a page may do: run its own files and nothing else, keep the chosen look and nothing else."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.language.i18n import CODES, language
from dashboard.pages import all_pages
from tests.browser.map_page import MapPage
from tests.map_address import EN_MAP

# What a script that got in might try. Each is done in a page that waits for the browser to object.
ATTEMPTS = {
    "inline script": (
        "script-src-elem",
        """const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.head.append(script);""",
    ),
    "inline handler": (
        "script-src-attr",
        """document.body.insertAdjacentHTML("beforeend", "<b onclick='window.ran = true'></b>");
        document.body.lastElementChild.click();""",
    ),
    "eval": ("script-src", "setTimeout('window.ran = true', 0);"),
    "foreign script": (
        "script-src-elem",
        """const script = document.createElement("script");
        script.src = "https://example.org/x.js";
        document.head.append(script);""",
    ),
    "foreign image": ("img-src", "new Image().src = 'https://example.org/x.png';"),
    "foreign frame": (
        "frame-src",
        """const frame = document.createElement("iframe");
        frame.src = "https://example.org/";
        document.body.append(frame);""",
    ),
    "sending away": (
        "connect-src",
        "fetch('https://example.org/', { method: 'POST' }).catch(() => 0);",
    ),
}
OBJECTION = """() => new Promise((done) => {
    document.addEventListener("securitypolicyviolation",
        (event) => done(event.effectiveDirective), { once: true });
    %s
})"""


def test_the_policy_stops_what_is_not_ours(visit, watch):
    watch.expect("Content Security Policy|example.org")
    page = visit("/en/about")
    for attempt, (directive, script) in ATTEMPTS.items():
        assert page.evaluate(OBJECTION % script) == directive, attempt
        assert page.evaluate("window.ran") is None, attempt


def test_a_visit_leaves_nothing_behind(visit):
    """A walk over all pages, with choices made: no cookie, no storage, no worker that stays."""
    page = visit(EN_MAP)
    atlas = MapPage(page)
    atlas.row("Neringa").click()
    atlas.set_year(2020)
    for item in all_pages():
        for code in CODES:
            page.goto(item.path(language(code)))
            expect(page.locator("main h1")).to_be_visible()
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("indexedDB.databases()") == []
    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_the_look_follows_the_system_until_it_is_chosen_and_is_then_kept(visit, scheme, other):
    page = visit("/en/about", color_scheme=scheme)
    ground = "getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(ground)
    page.locator("#theme").click()
    chosen = page.evaluate(ground)
    assert chosen != first
    assert page.evaluate("Object.entries(localStorage)") == [["theme", other]]
    page.goto("/en/")
    assert page.evaluate(ground) == chosen


def test_a_forbidden_storage_is_no_obstacle(visit):
    page = visit("/en/about")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page.reload()
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
