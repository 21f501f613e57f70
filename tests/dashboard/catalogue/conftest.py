"""Reads what the atlas tells as linked data."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb
import pytest
from rdflib import Graph

from data.asking.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from asgi import Client

    Read = Callable[[str], Graph]


@pytest.fixture(scope="module")
def read(client: Client) -> Read:
    def graph(address: str) -> Graph:
        answer = client.get(address)
        assert answer.status_code == 200
        kind = answer.headers["content-type"].partition(";")[0]
        return Graph().parse(data=answer.text, format=kind)

    return graph


@pytest.fixture(scope="module")
def changed(empty: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database that knows of two builds before its own."""
    path = shutil.copy(empty, tmp_path_factory.mktemp("versions") / "savivalda.duckdb")
    builds = (("v2", "v1", "2026-11-27 08:00:00"), ("v1", "v0", "2026-11-20 09:30:00"))
    with duckdb.connect(path) as tables:
        for number, build in enumerate(builds, start=1):
            tables.execute(
                "INSERT INTO change (number, kind, data_version, former_version, built_at)"
                " VALUES (?, 'source', ?, ?, ?)",
                [number, *build],
            )
    with Store(path) as store:
        yield store
