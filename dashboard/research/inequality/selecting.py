"""What becomes selected when a municipality is chosen in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def toggled(select: Sequence[str], code: str) -> tuple[str, ...]:
    """The selection with one more, or one less."""
    if code in select:
        return tuple(each for each in select if each != code)
    return (*select, code)
