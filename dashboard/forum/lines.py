"""On which line of a deck's file something stands: what reads TOML does not tell.

The file is cut into its statements, each of which is read by itself.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'  # texts of several lines, which may hold anything
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[{\]}\n]",
    re.DOTALL,
)


def line_of(text: str, scene: int = 0, key: str | None = None) -> int:
    r"""The line on which a key of a file stands, counted from 1.

    Args:
        text: Of the file, which can be read; lines end with `\\n`.
        scene: Number of the scene that has the key, from 1; 0 for what stands before the scenes.
        key: The key; without one, or one that is not there, where the scene begins.
    """
    count = owner = 0
    begins = 1
    for line, statement in statements(text):
        found, header = tomllib.loads(statement), statement.lstrip().startswith("[")
        scenes = found.get("scene")
        if isinstance(scenes, list) and (header or scene):
            count += len(scenes)
            owner, begins = count, line if count <= scene else begins
            here = 0 < scene <= count and (key is None or not header)
        elif header:  # a table within a scene, or another: what stands in it is of neither
            owner = -1
            here = (
                (scene == count and key in scenes)
                if isinstance(scenes, dict) and count
                else (not scene and key in found)
            )
        else:
            here = owner == scene and key in found
        if here:
            return line
    return begins


def broken_line(text: str) -> tuple[int, bool]:
    """The line of the first statement at which a file cannot be read, and if it can by itself."""
    parts = list(statements(text))
    ends = [*accumulate(len(statement) for _, statement in parts)]
    at = bisect_left(ends, True, key=lambda end: not _is_toml(text[:end]))
    line, statement = parts[min(at, len(parts) - 1)]
    return line, _is_toml(statement)


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement and the line on which it begins; an empty line or a comment is one too."""
    depth, start, line = 0, 0, 1
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if token[0] == "\n" and depth <= 0:
            yield line, text[start : token.end()]
            line += text.count("\n", start, token.end())
            depth, start = 0, token.end()
    yield line, text[start:]
