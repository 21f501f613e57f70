"""What the code asks the catalogues for, read from its source."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Asked:
    """A call of `Language.t` or `Language.n`.

    Attributes:
        place: File and line.
        key: The whole key, or none where it is put together.
        pattern: What keys it may ask for, as a regular expression.
        plural: Whether it asks for the form of a number.
        given: The names of the values that it gives; None where only running it shows.
    """

    place: str
    key: str | None
    pattern: str
    plural: bool
    given: frozenset[str] | None


@cache
def all_asked(folder: Path = PACKAGE) -> tuple[Asked, ...]:
    """Every call in a folder of the package whose key, or a part of it, stands in the code."""
    return tuple(
        asked
        for path in sorted(folder.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for asked in _asked(node, path.relative_to(PACKAGE.parent))
    )


def _asked(node: ast.AST, path: Path) -> Iterator[Asked]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
        return
    if node.func.attr not in {"t", "n"}:
        return
    plural = node.func.attr == "n"
    names = [keyword.arg for keyword in node.keywords]
    given = None if None in names else frozenset(name for name in names if name is not None)
    for key in _choices(node.args[0]):
        if isinstance(key, ast.JoinedStr):
            whole, pattern = None, "".join(map(_pattern, key.values))
        elif isinstance(key, ast.Constant) and isinstance(key.value, str):
            whole, pattern = key.value, re.escape(key.value)
        else:
            continue
        yield Asked(f"{path}:{node.lineno}", whole, pattern, plural, given)


def _choices(key: ast.expr) -> Iterator[ast.expr]:
    if isinstance(key, ast.IfExp):
        yield from _choices(key.body)
        yield from _choices(key.orelse)
    else:
        yield key


def _pattern(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_0-9]+"
