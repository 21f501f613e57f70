"""Every number that a municipality's page tells is the one that its tables give, reckoned anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from asgi import Client

from dashboard.app import create_app
from dashboard.config import Settings
from geo.slugs import slug
from tests.dashboard.pages.municipality.base_tables import Base
from tests.dashboard.pages.municipality.page_compared import PLACES, SHARE, Look
from tests.dashboard.pages.municipality.page_read import by_id, main_of, text
from tests.dashboard.pages.municipality.reckoned import Reckoned

if TYPE_CHECKING:
    from pathlib import Path

    from data.asking.store import Store

NOTHING_KNOWN = {f"weight-{name}": 0 for name in ("residents", "density", "older", "group")}
"""Peers by budgets alone, for one whose budget is not known."""

CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("53", "lt", {}),
    ("53", "en", {"peers": "county", "unit": "eur", "year": 2021, "open": "ngo_competition"}),
    ("53", "lt", {"sort": "apart", "unit": "constant_per_resident", "open": "total"}),
    ("13", "lt", {"open": "competitions"}),  # real in some years, invented in this one
    ("13", "lt", {"year": 2022, "open": SHARE}),  # real among invented ones
    ("13", "en", {"year": 2022, "figures": "real", "open": "ngo_any"}),  # real ones alone
    ("13", "lt", {"figures": "real"}),
    ("29", "lt", {"nearest": 4, "weight-residents": 0, "weight-county": 3, "weight-budget": 2}),
    ("29", "en", {"peers": "group", "open": "average_grant", "unit": "constant"}),
    ("23", "lt", {"open": "ngo_recipients"}),  # fewer than 5,000 residents
    ("23", "lt", {"year": 2017}),  # it declared that nothing went by competition
    ("52", "lt", {"peers": "neighbours", "unit": "constant", "sort": "name", "year": 2019}),
    ("59", "lt", {"open": "openness"}),  # no figures of the newest year
    ("43", "en", {"peers": "all"}),
    ("12", "lt", {"unit": "eur", "nearest": 15, "year": 2019, "open": "success_rate"}),
    ("18", "lt", {"year": 2019, "open": "services_transferred"}),  # a break
    ("18", "en", {"year": 2021}),  # after it
    ("41", "en", {"year": 2022, "peers": "list", "with": "13,19,21,91,52,66,33"}),  # corrected
    ("41", "lt", {"peers": "list", "with": "13,52,91"}),  # too few for a rank
    ("53", "en", {"peers": "list"}),  # whose list is empty
    ("59", "lt", NOTHING_KNOWN),
    ("30", "lt", {"unit": "budget_share", "move": 10, "weight-ringed": 3, "weight-group": 0}),
    ("30", "lt", {"year": 2015, "unit": "constant", "peers": "county", "move": 0.5}),
]


@pytest.fixture(scope="module")
def base(database: Path) -> Base:
    return Base(database)


@pytest.mark.parametrize(("code", "lang", "asked"), CASES)
def test_every_number_is_that_of_the_tables(
    client: Client, base: Base, code: str, lang: str, asked: dict[str, Any]
) -> None:
    compare(client, base, code, lang, asked)


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("13", {"year": 2021}),
        ("21", {"year": 2021, "figures": "real", "open": "total"}),
        ("53", {"year": 2021, "peers": "list", "with": "13,21,19,29,27,11", "open": "total"}),
    ],
)
def test_real_and_invented_figures_are_never_reckoned_together(
    mixed_stores: tuple[Store, Store], code: str, asked: dict[str, Any]
) -> None:
    with Client(create_app(Settings(), mixed_stores[0]).server) as visitor:
        compare(visitor, Base(mixed_stores[0].path), code, "lt", asked)


def compare(visitor: Client, base: Base, code: str, lang: str, asked: dict[str, Any]) -> None:
    start = "/savivaldybe" if lang == "lt" else "/en/municipality"
    html = visitor.page(f"{start}/{slug(PLACES[code], lang)}", f"?{urlencode(asked, safe=',')}")
    look = Look(main_of(html), Reckoned(base, code, asked), lang)
    look.headline()
    look.rows()
    look.why()
    look.what_if()
    if asked.get("open"):
        look.opened(asked["open"])


HEAVY = f"weight-budget=000000000{400 * '9'}"


@pytest.mark.parametrize(
    "query",
    ["nearest=900", "weight-older=7", "peers=x&with=Atlantis", HEAVY, "year=1990&move=99"],
    ids=lambda query: query[:20],
)
def test_nonsense_shows_the_usual_page_with_a_note(client: Client, query: str) -> None:
    pages = []
    for asked in ("", f"?{query}"):
        main = main_of(client.page("/savivaldybe/kedainiu-r", asked))
        note = by_id(main, "note")
        assert note is not None
        assert ("nežinoma" in text(note)) == bool(asked)
        note.clear()
        pages.append(text(main))
    assert pages[0] == pages[1]


def test_where_no_peers_can_be_found_it_is_said_why(client: Client) -> None:
    query = f"?{urlencode(NOTHING_KNOWN)}"
    assert "Panašių nerasta" in client.page("/savivaldybe/lazdiju-r", query)
    assert "No peers were found" in client.page("/en/municipality/lazdijai-district", query)
    assert "Sąrašas tuščias" in client.page("/savivaldybe/kedainiu-r", "?peers=list&with=53")
