"""Another program reads the description, asks what it allows and what it forbids, finds nothing.

All its checks are on. Its coverage of every value at its bounds takes a second for each parameter,
so it walks one table of each kind; every other address is asked a few things of either sort. With
SOAK=1 it walks them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from schemathesis.engine import from_schema

from dashboard.app import create_app
from dashboard.config import Settings
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

    from data.asking.store import Store

WALKED = r"^/api/v1(/units|/units/.*|/breaks|/views/.*)?$"
"""Words, flags, numbers, codes, a key, what moves: in as few parameters as there are."""

WIDE = r"/(measures|peers|standings)"
"""As many parameters as no other table, all of them choices such as those of `figures`."""


@pytest.fixture(scope="module")
def app(store: Store) -> FastAPI:
    server: FastAPI = create_app(Settings(rate_limit=0), store).server
    return server


def schema_of(app: FastAPI) -> Any:
    schema = schemathesis.openapi.from_asgi("/api/openapi.json?lang=en", app)
    schema.config.generation.update(max_examples=2, deterministic=True, database="none")
    return schema


def found(schema: Any, phase: str) -> tuple[int, list[str]]:
    """How many requests were answered, and what was wrong with them."""
    schema.config.phases.update(phases=[phase])
    asked, wrong = 0, []
    for event in from_schema(schema).execute():
        recorder = getattr(event, "recorder", None)
        if recorder is None:
            assert "Error" not in type(event).__name__, event
            continue
        asked += len(recorder.interactions)
        wrong += list(failures(recorder))
    return asked, wrong


def failures(recorder: Any) -> Iterator[str]:
    for case, checks in recorder.checks.items():
        for check in checks:
            if check.failure_info:
                request = recorder.interactions[case].request
                said = check.failure_info.failure.message
                yield f"{check.name}: {request.method} {request.uri}: {said}"


@pytest.mark.soak
def test_every_value_at_its_bounds(app: FastAPI) -> None:
    schema = schema_of(app)
    asked, wrong = found(schema if SOAK else schema.include(path_regex=WALKED), "coverage")
    assert wrong == []
    assert asked > 100


@pytest.mark.soak
def test_a_few_things_of_every_address(app: FastAPI) -> None:
    schema = schema_of(app).exclude(path_regex=WALKED)
    asked, wrong = found(schema if SOAK else schema.exclude(path_regex=WIDE), "fuzzing")
    assert wrong == []
    assert asked > 100
