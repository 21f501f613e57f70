"""The peers as processes, from their own environment, each served as its manual advises."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from tests.bench import baseline
from tests.bench.servers import ROOT, Served, serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENVIRONMENT = ROOT / ".venv-peers" / "bin"

COMMANDS = {
    "Vizro": [
        str(ENVIRONMENT / "gunicorn"), "--workers", "1", "--threads", "4", "--log-level", "warning",
        "tests.bench.peers.vizro_app:server", "--bind", "127.0.0.1:PORT",
    ],
    "Streamlit": [
        str(ENVIRONMENT / "streamlit"), "run", "tests/bench/peers/streamlit_app.py",
        "--server.headless", "true", "--server.enableStaticServing", "true",
        "--server.address", "127.0.0.1", "--server.port", "PORT",
        "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none",
    ],
}  # fmt: skip

NAMES = tuple(COMMANDS)

NOTE = (
    "Vizro and Streamlit show the baseline's figures in five classes (`tests/bench/peers`), in "
    "maps of the same size. Both needed the help that the baseline gets: without internet "
    "plotly.js would wait for a base map of the world, so an empty one comes from their own host. "
    "Vizro runs on gunicorn and compresses; Streamlit's own server sends its files as they are, "
    "which a proxy in front of it could press; its changes of year go by a web socket, which "
    "counts as no request."
)


@contextmanager
def peers(figures: Path, size: tuple[float, float]) -> Iterator[list[Served]]:
    """All of them, with the baseline's figures, their maps as large as ours."""
    settings = {
        baseline.DATA: str(figures),
        baseline.SIZE: f"{size[0]},{size[1]}",
        "PYTHONPATH": str(ROOT),
    }
    with ExitStack() as stack:
        yield [
            stack.enter_context(_served(name, command, settings))
            for name, command in COMMANDS.items()
        ]


@contextmanager
def _served(name: str, command: list[str], settings: dict[str, str]) -> Iterator[Served]:
    yield from serve(name, command, settings)
