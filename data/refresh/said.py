"""What a service says in words of its own when it has no data to give.

SDMX error messages, the errors of other services in JSON, pages for people: of all of them the
words alone, few of them, and nothing that could do something to a terminal.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

READ = 16_384
"""Bytes in which the words are looked for."""

MOST = 200
"""Characters of them that are shown."""

_WORDS = frozenset(
    {"detail", "description", "error", "errors", "label", "message", "reason", "text", "title"}
)
_SILENT = frozenset({"script", "style", "template"})


def own_words(content: bytes) -> str:
    """Return the first words of an answer that is no data; nothing where there are none.

    Args:
        content: its body, or the beginning of it; taken as UTF-8.
    """
    text = content[:READ].decode("utf-8-sig", errors="replace")
    try:
        told = " ".join(_in_json(json.loads(text), told=True))
    except (ValueError, RecursionError):
        told = _in_markup(text) if text.lstrip().startswith("<") else text
    return plain(told)


def plain(text: str, most: int = MOST) -> str:
    """Return a stranger's text in one short line of printable characters."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _in_json(value: Any, *, told: bool) -> Iterator[str]:
    """Texts under keys that name an error, or a language within such, in their order."""
    if isinstance(value, str) and told:
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _in_json(each, told=told)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _in_json(each, told=key.casefold() in _WORDS or (told and len(key) == 2))


def _in_markup(text: str) -> str:
    reader = _Words()
    reader.feed(text)
    reader.close()
    return " ".join(reader.words)


class _Words(HTMLParser):
    """Keeps the texts between tags; of XML too."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT and not self.silent:
            self.silent = tag
        elif tag.endswith("errormessage"):  # SDMX gives its number as an attribute
            self.words += [value for name, value in attrs if name == "code" and value]

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)
