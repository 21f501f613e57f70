"""A file that should be a deck's is opened, and refused if it is none."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from dashboard.forum.lines import broken_line, line_of
from dashboard.forum.wrong import DeckFault, DeckFileError, clipped

if TYPE_CHECKING:
    from collections.abc import Mapping

MARK = "deck"
"""What a deck's file says of itself: `savivalda = "deck"`."""

MOST_DOTS = 500
"""In a line: over a key of very many parts, the reader of TOML would take minutes."""


@dataclass(frozen=True)
class OpenedFile:
    r"""A file that says that it is a deck's.

    Attributes:
        name: Of the file.
        text: Its lines end with `\\n`.
        values: What stands in it.
    """

    name: str
    text: str
    values: Mapping[str, Any]

    def refuse(self, fault: DeckFault) -> NoReturn:
        """Raises the fault with its line.

        Raises:
            DeckFileError: Always.
        """
        raise DeckFileError(self.name, line_of(self.text, fault.scene, fault.key), fault)


def opened(content: bytes, name: str) -> OpenedFile:
    """A deck's file, of which nothing is known yet but that it is one.

    Raises:
        DeckFileError: It is something else, or no TOML; says on which line.
    """
    if content.startswith(b"PK\x03\x04"):
        raise DeckFileError(name, 1, DeckFault("deck", "XLSX / ZIP"))
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        fault = DeckFault("utf8", f"0x{error.object[error.start]:02x}")
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DeckFileError(name, line, fault) from error
    values = _parsed(text, name)
    if values.get("savivalda") != MARK:
        line = line_of(text, 0, "savivalda")
        raise DeckFileError(name, line, DeckFault("deck", _line(text, line)))
    return OpenedFile(name, text, values)


def _parsed(text: str, name: str) -> dict[str, Any]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise DeckFileError(name, number, DeckFault("toml", clipped(line)))
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        number, alone = broken_line(text) if "savivalda" in text else (1, False)
        expected = "once" if alone else "toml" if "savivalda" in text else "deck"
        raise DeckFileError(name, number, DeckFault(expected, _line(text, number))) from error


def _line(text: str, number: int) -> str | None:
    return clipped(text.split("\n")[number - 1].strip()) or None
