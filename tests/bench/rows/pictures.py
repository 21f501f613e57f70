"""Rows of the pictures by which views are shared, each drawn for the first time."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from dashboard.frame.places import share_picture_path
from dashboard.language.i18n import CODES, language
from data.catalog import INDICATORS
from geo.places import municipalities
from geo.slugs import slug
from tests.bench.asking import gets
from tests.bench.load import once
from tests.bench.report import Row, median, p95

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.servers import Served

WARMING = 8
"""Pictures before those that are measured: who comes first also reads fonts and outlines."""

EACH = 10
"""Views of each page in each language."""


def rows(ours: Served) -> tuple[list[Row], list[str]]:
    """What one client waits for who asks for each view once; the baseline has no pictures."""
    requests = gets(share_addresses())
    once(ours.port, requests[:WARMING], 1)
    before, asked = ours.cpu(), requests[WARMING:]
    load = once(ours.port, asked, 1)
    spent = (ours.cpu() - before) * 1000 / len(load.latencies_ms)
    name = "picture of a view to share, not kept yet"
    made = [
        Row(f"{name}, p50", "ms", median(load.latencies_ms)),
        Row(f"{name}, p95", "ms", p95(load.latencies_ms), most=300),
        Row(f"{name}, CPU time of the server, mean", "ms", spent),
    ]
    note = (
        f"Pictures to share: {len(asked)} different views of the map, of municipalities, two "
        "beside each other, flows, figures, recipients, competitions and commitments, in both "
        f"languages, 1200 × 630 px; one client, each address once, after {WARMING} others."
    )
    return made, [note]


def share_addresses() -> list[str]:
    """Pictures of different views, page after page in turn."""
    views = [_views(code) for code in CODES]
    return [path for path in chain(*zip_longest(*chain(*views))) if path]


def _views(code: str) -> Iterator[list[str]]:
    """Of each page some views in a language."""
    words, places = language(code), municipalities()[:EACH]
    others = municipalities()[-EACH:]
    queries = {
        "map": [f"indicator={name}&year={2016 + at % 9}" for at, name in enumerate(INDICATORS)],
        "compare": [
            f"select={one.code},{two.code}" for one, two in zip(places, others, strict=True)
        ],
        "figure": [f"municipality={place.code}" for place in places],
        "recipients": [f"municipality={place.code}&figures=demo" for place in places],
        "competitions": [f"municipality={place.code}&figures=demo" for place in places],
        "commitments": [f"plan={plan}" for plan in range(1, 6)],
    }
    for page, asked in queries.items():
        yield [share_picture_path(page, words, query=query) for query in asked[:EACH]]
    for page in ("municipality", "flows"):
        yield [share_picture_path(page, words, slug(place, code)) for place in places]
