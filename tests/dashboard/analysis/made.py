"""How tests make an analysis: by the command, with pictures so small that they cost nothing."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING
from unittest import mock

from click.testing import CliRunner, Result

from dashboard.analysis.making import make_analysis
from dashboard.charts.png import png
from dashboard.cli import main as cli

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dashboard.analysis.outline import AnalysisPiece

TINY = 0.02


def tiny(svg: str, _: float = 1) -> bytes:
    """A picture as a PNG of a few pixels."""
    return png(svg, TINY)


@contextmanager
def small_pngs() -> Iterator[None]:
    """While it lasts, pictures are made small."""
    with (
        mock.patch("dashboard.analysis.folder.png", tiny),
        mock.patch("dashboard.analysis.as_docx.png", tiny),
    ):
        yield


@contextmanager
def outlined(outline: Mapping[str, tuple[AnalysisPiece, ...]]) -> Iterator[None]:
    """While it lasts, an analysis is made of less."""
    less = partial(make_analysis, outline=outline)
    with mock.patch("dashboard.cli.analysis.make_analysis", less):
        yield


def run_analysis(*words: object, data: Path) -> Result:
    """What the command says, whether it fails or not."""
    environment = {"DATA_DIR": str(data)}
    done = CliRunner().invoke(cli.main, ["analysis", *map(str, words)], env=environment)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def made_by_command(*words: object, data: Path) -> str:
    """What it says when all goes well."""
    done = run_analysis(*words, data=data)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout
