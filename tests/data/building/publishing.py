"""What publishes in tests: a finished database, or a build of its own process."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from data.building.publish import publish, workshop
from data.dataset.make import make
from data.dataset.offered import folders_of

if TYPE_CHECKING:
    from pathlib import Path


def put(target: Path, source: Path, *, files: bool = False) -> None:
    """Publish a copy of a finished database, as a build of the same inputs does, in less time.

    Args:
        target: where it goes.
        source: the finished one.
        files: whether with the files to take away: copies of its own, else made of it.
    """
    with workshop(target) as folder:
        fresh = shutil.copy(source, folder / "fresh.duckdb")
        publish(fresh, target, _files(source, fresh, folder) if files else None)


def _files(source: Path, fresh: Path, folder: Path) -> Path:
    for made in folders_of(source).glob("*"):
        return shutil.copytree(made, folder / made.name)
    return make(fresh, folder)
