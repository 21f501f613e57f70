"""The interface over the built database, and a parameter of each of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.resources.registry import RESOURCES

if TYPE_CHECKING:
    from dashboard.answers import Atlas

V1 = "/api/v1"


@pytest.fixture(params=RESOURCES)
def resource(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def address(resource: str, atlas: Atlas) -> str:
    """A table's, with the first of whatever has to be chosen; ends so that more can follow."""
    needed = (
        f"{choice.name}={choice.known(atlas, {})[0]}&"
        for choice in RESOURCES[resource].choices
        if choice.required
    )
    return f"{V1}/{resource}?{''.join(needed)}"
