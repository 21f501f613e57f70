"""Rows of the county forum: from a key to the next scene, the first scene, and files to make."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING
from urllib.request import urlopen

from tests.bench import visits
from tests.bench.browsing import settle, visit
from tests.bench.changes import timed
from tests.bench.report import Row, median, p95

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.bench.changes import Change
    from tests.bench.servers import Served

QUERY = "select=utena-county"
SHOWN = f"/forumas/rodyti?{QUERY}"
PAGE = f"/forumas?{QUERY}"
FILES = {"html": 2.0, "pptx": 3.0, "pdf": 2.0}
"""Seconds that each may take."""

MADE = 5
"""Times that each file is asked for; every county once, so that none is remembered."""

COUNTIES = ("utena", "kaunas", "alytus", "telsiai", "vilnius")


def rows(
    browser: Browser, ours: Served, theirs: Served, count: int, changes: int
) -> tuple[list[Row], list[str]]:
    """What a presenter waits for; the baseline shows no scenes, but one map."""
    theirs_seen = visits.first_visits(browser, [theirs], count)[0]
    content = median([it.map for it in theirs_seen])
    visits.headings(browser, ours, SHOWN, 1)  # nobody starts cold
    seen = median(visits.headings(browser, ours, SHOWN, count))
    page = median(visits.headings(browser, ours, PAGE, count))
    painted = [it.painted for it in scene_changes(browser, ours, changes)]
    made = [
        Row("a deck's first scene", "ms", seen, content, most_ratio=0.25),
        Row("/forumas: first content", "ms", page, content),
        Row(f"key to painted next scene, median of {changes}", "ms", median(painted)),
        Row(f"key to painted next scene, p95 of {changes}", "ms", p95(painted), most=33),
    ]
    for kind, goal in FILES.items():
        took, size = _made(ours, kind)
        name = f"a county's deck as {kind}"
        made += [
            Row(f"{name}, the slowest of {MADE}", "s", took, most=goal, digits=2),
            Row(f"{name}, the largest", "kB", size / 1e3),
        ]
    note = (
        "A scene is there with the first frame painted after the time stamp of the key. Decks are "
        "the default one of the yearly analysis; files are made over HTTP by a server that has "
        "made one before."
    )
    return made, [note]


def scene_changes(browser: Browser, served: Served, count: int) -> list[Change]:
    """Scenes forwards and back again by the keys of a clicker."""
    found = []
    with visit(browser, served, SHOWN) as page:
        settle(page, plots=False)
        steps = page.locator("section.slide").count() - 1
        for number in range(count):
            key = "PageDown" if number % (2 * steps) < steps else "PageUp"
            press = partial(page.keyboard.press, key)
            wait = "([event, part]) => bench.awaitText(event, part)"
            found.append(timed(page, press, wait, "keydown", ".slide:not([hidden]) .number"))
    return found


def _made(served: Served, kind: str) -> tuple[float, int]:
    """Seconds of the slowest, and bytes of the largest of several decks as files."""
    took, sizes = [], []
    for county in (COUNTIES[0], *COUNTIES):  # the first loads what makes them
        address = f"http://127.0.0.1:{served.port}/download/lt/forum.{kind}?select={county}-county"
        start = time.perf_counter()
        with urlopen(address) as answer:
            sizes.append(len(answer.read()))
        took.append(time.perf_counter() - start)
    return max(took[1:]), max(sizes)
