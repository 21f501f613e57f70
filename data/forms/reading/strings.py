"""The texts that cells share: one text may be shown by many cells, which multiplies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.reading import limits
from data.forms.reading.markup import Attributes, local, read_markup
from data.forms.reading.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.forms.reading.tally import Tally


ENOUGH = 5_000_000
"""Characters of all cells together below which nobody needs to count them one by one."""


def judge_strings(shared: bytes, sheets: Iterable[bytes], tally: Tally) -> None:
    """Judge how much text all cells show together.

    Args:
        shared: XML of the shared texts; may be empty.
        sheets: XML of the worksheets; read again only where they could show too much.
        tally: what was met so far; counted on.

    Raises:
        Unreadable: there are more texts than a form has, or cells show more text.
    """
    if shared.count(b"<si") > limits.CELLS:
        raise Unreadable("too_many_cells", limit=str(limits.CELLS))
    longest = max(map(len, shared.split(b"<si")))
    if b":si" not in shared and longest * tally.values <= ENOUGH:
        return
    lengths = _lengths(shared, tally)
    if max(lengths, default=0) * tally.values > ENOUGH:
        for content in sheets:
            _count(content, lengths, tally)


def _lengths(content: bytes, tally: Tally) -> list[int]:
    """Return the length of each shared text."""
    lengths: list[int] = []

    def start(name: str, _attributes: Attributes) -> None:
        if name == "si" or local(name) == "si":
            tally.mark()
            lengths.append(0)

    def text(piece: str) -> None:
        if lengths:
            lengths[-1] += len(piece)

    read_markup(content, start, text=text)
    return lengths


def _count(content: bytes, lengths: Sequence[int], tally: Tally) -> None:
    shared = inside = False
    said: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        nonlocal shared, inside
        kind = local(name)
        if kind == "c":
            shared = attributes.get("t") == "s"
        elif kind == "v":
            inside = shared
            said.clear()

    def end(name: str) -> None:
        nonlocal inside
        if inside and local(name) == "v":
            inside = False
            number = "".join(said).strip()
            if not (number.isascii() and number.isdigit() and int(number) < len(lengths)):
                raise Unreadable("damaged")
            tally.characters(lengths[int(number)])

    def text(piece: str) -> None:
        if inside:
            said.append(piece)

    read_markup(content, start, end, text)
