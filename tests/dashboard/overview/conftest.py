"""The first page over databases as they are built, and over copies that were changed."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from dashboard.answers import Atlas
from data.asking.store import Store
from tests.dashboard.overview.overview_tables import ONLY_REAL, edited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Edit = Callable[..., Atlas]


@pytest.fixture
def changed(database: Path, tmp_path: Path) -> Iterator[Edit]:
    """Gives the atlas over a copy of a database, that with the demonstration set unless told."""
    with ExitStack() as stack:

        def change(*statements: str, of: Path = database) -> Atlas:
            target = edited(of, tmp_path / f"{len([*tmp_path.iterdir()])}.duckdb", *statements)
            return Atlas(stack.enter_context(Store(target)))

        yield change


@pytest.fixture(scope="module")
def vilnius(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Atlas]:
    """What is real alone: the budgets that Vilnius published, nothing of NGOs."""
    target = tmp_path_factory.mktemp("real") / "vilnius.duckdb"
    with Store(edited(database, target, *ONLY_REAL)) as store:
        yield Atlas(store)


@pytest.fixture(scope="module")
def among(mixed_stores: tuple[Store, Store]) -> Atlas:
    """Real figures among invented ones."""
    return Atlas(mixed_stores[0])


@pytest.fixture(scope="module")
def alone(mixed_stores: tuple[Store, Store]) -> Atlas:
    """The same real ones without any invented."""
    return Atlas(mixed_stores[1])
