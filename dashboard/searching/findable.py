"""What can be found by words: each page says it of its own by `Page.finds`."""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    *("municipality", "county", "recipient", "competition"),
    *("commitment", "indicator", "term", "page"),
)
"""What there is to be found, in the order in which it is told: `search.kind.<kind>`."""


@dataclass(frozen=True)
class Findable:
    """Something that has a name and an address.

    Attributes:
        kind: One of `KINDS`.
        name: What it is called, in the visitor's language.
        path: Its address, without the base.
        detail: What tells it from others of its name.
        also: Other words by which it may be looked for, which weigh less than its name.
        code: By which it is known to those who work with it; it weighs as the name does.
    """

    kind: str
    name: str
    path: str
    detail: str = ""
    also: str = ""
    code: str = ""
