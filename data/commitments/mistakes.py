"""What the files of action plans hold, and what may be wrong in them."""

from __future__ import annotations

from typing import NamedTuple

Mistake = tuple[int, str, str]
"""Line, column, what is wrong."""


class FileRow(NamedTuple):
    """A row of a file: the line where it ends, from 1, and its cells by column."""

    line: int
    cells: dict[str, str]


Files = dict[str, list[FileRow]]
