"""A scene that is laid out once, and what runs commands in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.built import plain_sources
from tests.faults.forking import forking
from tests.faults.scene import Scene, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.forking import Ended


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them go on for longer in a long run, and write down what they saw."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("soak")


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
