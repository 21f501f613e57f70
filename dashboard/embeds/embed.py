"""What a frame on a page of others shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.address import Note


@dataclass(frozen=True)
class Embed:
    """A part of the atlas that stands alone.

    Attributes:
        title: What is shown, with the year.
        sentence: What is to be seen in it.
        picture: Components: the picture with its key.
        table: Components that say the same in words, to be unfolded; none where the picture does.
        full: Address of the view that shows exactly this, without the base.
        source: Whose data, of which date and version.
        demo: Says that figures are invented; empty where none is.
        notes: What signs and colours mean.
    """

    title: str
    sentence: str
    picture: Any
    table: Any
    full: str
    source: str
    demo: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class EmbedAsked:
    """What an address asks for, before it is made.

    Attributes:
        key: The query in its one spelling, defaults left out: what is alike has one.
        notes: What of the address was of no use.
        make: Makes it.
    """

    key: str
    notes: tuple[Note, ...]
    make: Callable[[], Embed]
