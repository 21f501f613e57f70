"""What goes into a build stays as it is while it is read, or the build is refused.

A file is read more than once: its headings, its rows, its checksum. Were it changed in between, the
database would hold a mixture, and say that it comes of what nobody ever sent.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from data.errors import SavivaldaError, SourceError
from data.steady import as_they_are

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from data.steady import AsTheyWere


class Watched:
    """Files that are read, as they were before."""

    def __init__(self) -> None:
        self._before: list[AsTheyWere] = []

    def add(self, paths: Iterable[Path]) -> None:
        """Watch these too, from now on; of a folder, what lies in it."""
        self._before.append(as_they_are(paths))

    def require(self) -> None:
        """Refuse what was changed meanwhile.

        Raises:
            SourceError: a file is not as it was; names it.
        """
        for before in self._before:
            for path in before.changed():
                raise SourceError(
                    f"{path} was changed while the build read it; run `savivalda build` again"
                )


@contextmanager
def unchanged(sources: Path, corrections: Path) -> Iterator[Watched]:
    """Watch the sources and the corrections.

    Yields:
        To ask at the end, once all is read.

    Raises:
        SourceError: the build failed, and a file was changed meanwhile: that may be why.
    """
    watched = Watched()
    folders = [path for path in sources.glob("*") if path.is_dir()]
    inner = [path for folder in folders for path in folder.glob("*") if path.is_dir()]
    watched.add([corrections, *folders, *inner])
    try:
        yield watched
    except SavivaldaError:
        watched.require()
        raise
