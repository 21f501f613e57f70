"""What publishes in tests: a finished database, or a build of its own process."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from data.building.publish import publish, workshop

if TYPE_CHECKING:
    from pathlib import Path


def put(target: Path, source: Path) -> None:
    """Publish a copy of a finished database."""
    with workshop(target) as folder:
        publish(shutil.copy(source, folder / "fresh.duckdb"), target)
