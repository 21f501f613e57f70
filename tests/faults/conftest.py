"""A scene that is laid out once, and what runs commands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import plain_sources
from tests.faults.forking import forking
from tests.faults.scene import Scene, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.faults.forking import Ended


@pytest.fixture(scope="session")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """The scene as it is at first; nobody changes it."""
    return lay_out(tmp_path_factory.mktemp("faults") / "scene")


@pytest.fixture
def scene(laid: Scene, tmp_path: Path) -> Scene:
    """One to spoil."""
    return laid.copy(tmp_path / "scene")


@pytest.fixture(scope="session")
def commands() -> Iterator[Callable[..., Ended]]:
    """Runs `savivalda` in a scene, builds of few sources and without files to take away."""
    with forking() as run:

        def command(scene: Scene, *words: str, **how: object) -> Ended:
            quick = {"sources": plain_sources(), "bare": True}
            return run(*words, **{"data_dir": scene.var, **quick, **how})

        yield command
