"""Which cell styles show a per cent sign: 0.55 in such a cell is read by people as 55 %."""

from __future__ import annotations

import re

from data.forms.reading.markup import Attributes, local, read_markup

_BUILT_IN = {"9", "10"}
_SIGNS = (b"%", b'numFmtId="9"', b'numFmtId="10"', b"='", b"= ", b" =", b"\0", b"&#")
"""Without any of these no style shows per cent; the last ones are ways of hiding the others."""

LITERAL = re.compile(r'"[^"]*"|\\.')
"""Text within a number format: a sign in it is only shown."""


def percent_styles(content: bytes) -> frozenset[str]:
    """Return the numbers of the cell styles that show per cent.

    Args:
        content: XML of the styles, or nothing.

    Raises:
        Unreadable: it is damaged.
    """
    formats = set(_BUILT_IN)
    styles: list[str] = []
    path: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "numFmt" and "%" in LITERAL.sub("", attributes.get("formatCode", "")):
            formats.add(attributes.get("numFmtId", ""))
        elif kind == "xf" and path and path[-1] == "cellXfs":
            styles.append(attributes.get("numFmtId", "0"))
        path.append(kind)

    def end(_name: str) -> None:
        path.pop()

    if any(sign in content for sign in _SIGNS):
        read_markup(content, start, end)
    return frozenset(str(place) for place, style in enumerate(styles) if style in formats)
