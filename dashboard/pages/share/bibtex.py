r"""Entries of BibTeX: nothing in a text can end its field or become a command.

A text stands in two pairs of braces, so that its capitals stay; letters beyond ASCII stay too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%$#&_"},
}
_SIGN = re.compile("|".join(map(re.escape, SIGNS)))


def bibtex_entry(kind: str, key: str, fields: Mapping[str, str], address: str) -> str:
    """One entry, with a line break at its end.

    Args:
        kind: Such as `misc`.
        key: By which it is cited: letters of ASCII, figures and dashes.
        fields: Texts by their names.
        address: Its `url`, which programs take as it is written.
    """
    lines = [f"  {name} = {{{_text(name, value)}}}," for name, value in fields.items()]
    lines.append(f"  url = {{{quote(address, safe=_PLAIN)}}}")
    return "\n".join([f"@{kind}{{{key},", *lines, "}", ""])


_PLAIN = "%/:?#[]@!$&'()*+,;=~"
_NUMBERS = ("year", "month", "urldate", "langid")


def _text(name: str, value: str) -> str:
    """A text with what TeX would take for its own; in its line."""
    escaped = _SIGN.sub(lambda found: SIGNS[found.group()], " ".join(value.split()))
    return escaped if name in _NUMBERS else f"{{{escaped}}}"
