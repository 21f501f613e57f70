"""What is chosen on a municipality's page, and what its server is asked for then."""

from __future__ import annotations

from functools import partial
from itertools import cycle, islice, product
from typing import TYPE_CHECKING

from dashboard.frame.places import place_path
from dashboard.language.i18n import CODES, language
from dashboard.peers.state import WEIGHT
from data.peers.features import HEAVIEST, WEIGHTS
from data.peers.groups import FEWEST_NEAREST, GROUPINGS, MOST_NEAREST, USUAL_NEAREST
from geo.places import municipalities
from tests.bench.browsing import settle, visit
from tests.bench.changes import timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.bench.changes import Change
    from tests.bench.servers import Served

TOLD = "#panel-why"
"""The part of the page that says who the peers are, how far each is and what is like."""

DIFFERING = ("residents", "density", "older", "budget")
"""Features in which any two municipalities differ, so that each weight shows."""

COUNTS = [n for n in range(FEWEST_NEAREST, MOST_NEAREST + 1) if n != USUAL_NEAREST]


def peer_changes(browser: Browser, served: Served, path: str, count: int) -> list[Change]:
    """Changes of the peers and of the weights, one after the other in the same visit."""
    found = []
    with visit(browser, served, path) as page:
        settle(page, plots=False)
        page.locator("#weights > summary").click()
        for field, value in islice(cycle(choices()), count):
            choose = partial(page.locator(f"#{field}").select_option, value)
            wait = "([event, part]) => bench.awaitText(event, part)"
            found.append(timed(page, choose, wait, "change", TOLD))
    return found


def choices() -> Iterator[tuple[str, str]]:
    """Fields and what is chosen in them; each differs from what was there, the last is the usual.

    An own list is left out: it has no peers before somebody is on it.
    """
    yield from (("peers", name) for name in (*GROUPINGS[1:], GROUPINGS[0]) if name != "list")
    yield from (("nearest", str(count)) for count in (*COUNTS, USUAL_NEAREST))
    for name, step in product(DIFFERING, range(1, HEAVIEST + 2)):
        yield f"{WEIGHT}{name}", str((WEIGHTS[name] + step) % (HEAVIEST + 1))


def peer_addresses() -> list[str]:
    """Pages of all municipalities, each with peers and weights that no other asks for."""
    words = language(CODES[0])
    settings = cycle(product(COUNTS, range(HEAVIEST + 1)))
    return [
        place_path(place, words, f"nearest={count}&{WEIGHT}older={weight}")
        for place, (count, weight) in zip(municipalities() * 3, settings, strict=False)
    ]


def sheet_addresses() -> list[str]:
    """The sheets of all municipalities."""
    return [f"/download/{CODES[0]}/municipality/{place.code}.pdf" for place in municipalities()]
