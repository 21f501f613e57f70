"""The largest table of a web page, as rows of texts; a page saved as .xls is read so too.

The page is gone through once from its beginning to its end; every step goes forward, so the time
grows with the size alone. Python's own html.parser goes back over what is not closed: 120 kB of
``<a `` take it four minutes. Nothing is fetched or run, scripts and comments are passed over, and
of entities only those of HTML are known, each a sign or two.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from data.forms.reading import limits
from data.forms.reading.delimited import decode
from data.forms.reading.refusal import Unreadable
from data.forms.reading.tally import Tally
from data.forms.reading.webgrid import Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = frozenset({".html", ".htm"})

_BEGINNINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<table", b"<meta")
_NAME = re.compile(r"/?[a-z][a-z0-9]*", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*([0-9]{1,6})", re.IGNORECASE)
_SILENT = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "template", "textarea", "noscript", "svg", "select")
}
_PARTS = frozenset({"tr", "td", "th", "/tr", "/td", "/th", "/table"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_LONGEST_TITLE = 80


def is_page(content: bytes) -> bool:
    """Whether a file is a web page, by its beginning, whatever its name says."""
    head = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    while head.startswith(b"<!--") and b"-->" in head:
        head = head.partition(b"-->")[2].lstrip()
    return head.startswith(_BEGINNINGS) or (head.startswith(b"<?xml") and b"<html" in head)


def read_table(content: bytes) -> list[list[str]]:
    """Return the rows of a page's largest table, the one with the most filled cells.

    A cell that spans rows says the same in each of them; one that spans columns fills the first. A
    table within a cell is a table of its own.

    Args:
        content: the page.

    Raises:
        Unreadable: it has no table, or more than a form can be.
    """
    if len(content) > limits.FILE_BYTES:
        found, limit = (f"{size / 1e6:.0f} MB" for size in (len(content), limits.FILE_BYTES))
        raise Unreadable("too_big", found=found, limit=limit)
    page = _WebPage()
    for text, tag in _pieces(decode(content)):
        page.read(html.unescape(text), tag)
    page.end()
    best = max(page.tables, key=lambda table: table.filled, default=None)
    if best is None or not best.filled:
        title = " ".join(page.title.split())[:_LONGEST_TITLE]
        raise Unreadable("no_web_table", title=title or "?")
    return best.rows


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield each tag without its brackets, after the text before it; the last tag is empty."""
    at = 0
    while (begin := text.find("<", at)) >= 0:
        name = _NAME.match(text, begin + 1)
        if text.startswith("<!--", begin):
            end = _after(text, "-->", begin)
        elif name or text.startswith(("<!", "<?", "</"), begin):
            end = _after(text, ">", begin)
        else:  # a sign that says "less than"
            yield f"{text[at:begin]}<", ""
            at = begin + 1
            continue
        yield text[at:begin], text[begin + 1 : end - 1] if name else ""
        if name and (closing := _SILENT.get(name[0].lower())):
            found = closing.search(text, end)
            end = found.start() if found else len(text)
        at = end
    yield text[at:], ""


def _after(text: str, sign: str, begin: int) -> int:
    """Return where a text goes on after a sign; its end where the sign is missing."""
    found = text.find(sign, begin)
    return len(text) if found < 0 else found + len(sign)


class _WebPage:
    """What stands in a page: its title and its tables, those within others too."""

    def __init__(self) -> None:
        self.title = ""
        self.tables: list[Grid] = []
        self._open: list[Grid] = []
        self._in_title = False
        self._tally = Tally()

    def read(self, text: str, tag: str) -> None:
        """Read a text and the tag after it."""
        self._tally.characters(len(text))
        if self._in_title:
            self.title += text[:_LONGEST_TITLE]
        elif self._open and (cell := self._open[-1].cell) is not None:
            cell.append(text)
        found = _NAME.match(tag)
        name = found[0].lower() if found else ""
        if name in {"title", "/title"}:
            self._in_title = name == "title" and not self.title
        elif name == "table":
            self.tables.append(Grid(self._tally))
            self._open.append(self.tables[-1])
        elif self._open and (name in _PARTS or name in _BREAKS):
            self._within(self._open[-1], name, tag)

    def end(self) -> None:
        """End what the page leaves open."""
        while self._open:
            self._open.pop().end_row()

    def _within(self, table: Grid, name: str, tag: str) -> None:
        if name == "tr":
            table.begin_row()
        elif name in {"td", "th"}:
            spans = {which.lower(): int(many) for which, many in _SPAN.findall(tag)}
            table.begin_cell(spans.get("row", 1), spans.get("col", 1))
        elif name == "/table":
            self._open.pop().end_row()
        elif name in _PARTS:
            table.end_cell()
        elif table.cell is not None:
            table.cell.append(" ")
