"""The atlas over the built database, for all tests of the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from asgi import Client

from dashboard.answers import Atlas
from dashboard.app import create_app
from dashboard.config import Settings
from dashboard.indicators.reading import read_map_view
from dashboard.indicators.state import ViewRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.indicators.figures import MapView
    from data.asking.store import Store

VIEWS = (
    ViewRequest(),
    ViewRequest("ngo_competition", "per_resident", "all", "natural"),
    ViewRequest("ngo_competition", "eur", "culture", "equal"),
    ViewRequest("total", "constant", "all", "quantile"),
    ViewRequest("total", "budget_share", "all", "quantile"),  # 100 % everywhere
    ViewRequest("competitions", "count", "sport", "natural"),
    ViewRequest("ngo_recipients", "per_10000", "all", "equal"),
    ViewRequest("services_transferred", "percent", "health", "quantile"),
    ViewRequest("openness", "percent", "all", "quantile"),
    ViewRequest("total", "per_resident", "all", "quantile", "year"),
    ViewRequest("openness", "percent", "all", "equal", "year"),
)
"""Views of every kind of figure, unit and way of classing."""


@pytest.fixture(scope="session")
def atlas(store: Store) -> Atlas:
    """What the pages ask."""
    return Atlas(store)


@pytest.fixture(scope="session")
def client(store: Store) -> Iterator[Client]:
    """A visitor of the atlas over the built database, who may ask as often as all tests do."""
    with Client(create_app(Settings(rate_limit=1_000_000), store).server) as opened:
        yield opened


@pytest.fixture(scope="module")
def own_client(store: Store) -> Iterator[Client]:
    """The same for a module that spoils what an application remembers or does."""
    with Client(create_app(Settings(), store).server) as opened:
        yield opened


@pytest.fixture(params=VIEWS, ids=lambda view: "-".join(vars(view).values()))
def view(request: pytest.FixtureRequest) -> ViewRequest:
    found: ViewRequest = request.param
    return found


@pytest.fixture
def shown(atlas: Atlas, view: ViewRequest) -> MapView:
    return read_map_view(atlas.store, view)
