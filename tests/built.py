"""Databases for tests: one with the demonstration set for all of them, and quickly built others.

What is shared is built once a run, whichever process comes first to need it, and lies where all
of them find it. It is only read: whoever changes a database works on a copy or on a build of its
own.
"""

from __future__ import annotations

import atexit
import os
import pickle
import shutil
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from unittest import mock

from data.building.build import BuildReport, build
from data.building.describe import DEFAULT_FOLDER
from data.building.published import TABLES
from data.durable import locked

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

BUILT_AT = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
"""When the shared database says that it was built."""


def shared(folders: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The database with the demonstration set, and what its build reported."""
    return _once(folders, "shared", partial(build, now=BUILT_AT))


def bare(folders: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The same of a quickly built database without figures."""
    return _once(folders, "bare", quick_build)


def _once(
    folders: pytest.TempPathFactory, name: str, make: Callable[[Path], BuildReport]
) -> tuple[Path, BuildReport]:
    """What the first process of a run that needs it makes, and all others find."""
    run = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent  # of all workers
    folder = run / name
    folder.mkdir(exist_ok=True)
    target, kept = folder / "atlas" / "savivalda.duckdb", folder / "report"
    with locked(folder):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make(target)))
    report: BuildReport = pickle.loads(kept.read_bytes())
    return target, report


def quick_build(target: Path, **how: Any) -> BuildReport:
    """Build without what takes most of the time.

    That is: invented figures, tables that others published, and the files to take away.
    """
    with mock.patch("data.building.build.make", return_value=None):
        return build(target, **({"demo": False, "sources": plain_sources()} | how))


@cache
def plain_sources() -> Path:
    """The project's sources but those that hold tables which others published."""
    folder = Path(mkdtemp())
    atexit.register(shutil.rmtree, folder)
    for source in DEFAULT_FOLDER.iterdir():
        if not (source / TABLES).exists():
            (folder / source.name).symlink_to(source, target_is_directory=True)
    return folder
