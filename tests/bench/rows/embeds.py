"""Rows of embeds: when the map of one is painted, and what each kind weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.places import EMBEDS, embed_path
from dashboard.language.i18n import CODES, language
from tests.bench import visits, wire
from tests.bench.browsing import SETTLED_MS, first, visit
from tests.bench.report import Row, median

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.bench.servers import Served

QUERY = "municipality=53&select=53"


def rows(browser: Browser, ours: Served, theirs: Served, count: int) -> tuple[list[Row], list[str]]:
    """The map of an embed beside the only map of the baseline; bytes of every kind."""
    paths = [embed_path(kind, language(CODES[0]), QUERY) for kind in EMBEDS]
    _first_map(browser, ours, paths[0])  # as the map's page: nobody starts cold
    seen, baseline = [], []
    for _ in range(count):
        seen.append(_first_map(browser, ours, paths[0]))
        baseline += [it.map for it in visits.first_visits(browser, [theirs], 1)[0]]
    found = [
        Row(f"an embed's first picture, median of {count}", "ms", median(seen), median(baseline),
            most_ratio=0.2)
    ]  # fmt: skip
    for kind, path in zip(EMBEDS, paths, strict=True):
        sent = wire.first_visit(browser, ours, path, plots=False)
        found += [
            Row(f"embed of {kind}: first visit, on the wire", "kB", sent.bytes / 1e3, most=120),
            Row(f"embed of {kind}: first visit, answers", "", sent.answers, most=2),
        ]
    note = (
        "An embed's first picture: the first frame painted with the coloured outlines of its map, "
        f"{min(seen):.0f}–{max(seen):.0f} ms, against the first map of the baseline, in turns."
    )
    return found, [note]


def _first_map(browser: Browser, served: Served, path: str) -> float:
    with visit(browser, served, path) as page:
        painted = first(page, "map")
        page.wait_for_load_state("load")
        page.wait_for_timeout(SETTLED_MS)
        return painted
