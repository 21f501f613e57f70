"""What a document of slides says of itself: keys, windows and controls (`slides.<key>`)."""

from __future__ import annotations

from typing import Final

SAYS: Final[tuple[str, ...]] = ()
