"""Statements are SQL files; this reads them, and knows which values each wants bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
SQL = HERE / "sql"
CHECKS = HERE / "checks"

_COMMENT = re.compile(r"--[^\n]*")
_PARAMETER = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True)
class Statement:
    """One SQL file.

    Attributes:
        name: the file's stem.
        text: the file as it is, header comment included.
        parameters: names of the values to bind.
    """

    name: str
    text: str
    parameters: frozenset[str]

    @property
    def about(self) -> str:
        """The header comment as plain text: what it is for, what a row means."""
        header = []
        for line in self.text.splitlines():
            if not line.startswith("--"):
                break
            header.append(line.removeprefix("--").strip())
        return "\n".join(header)

    @property
    def body(self) -> str:
        """The statement itself, as a part of another: no header, no semicolon."""
        lines = (line for line in self.text.splitlines() if not line.startswith("--"))
        return "\n".join(lines).strip().removesuffix(";")


@cache
def statements(folder: Path) -> dict[str, Statement]:
    """Read a folder's SQL files, in the order of their names.

    Args:
        folder: for example SQL / "queries", or CHECKS.

    Returns:
        Statements by name.
    """
    return {path.stem: _read(path) for path in sorted(folder.glob("*.sql"))}


def _read(path: Path) -> Statement:
    text = path.read_text(encoding="utf-8")
    names = frozenset(_PARAMETER.findall(_COMMENT.sub("", text)))
    return Statement(path.stem, text, names)
