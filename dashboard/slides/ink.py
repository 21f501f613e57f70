"""The colours of slides by their meaning, as pairs for a light and a dark ground."""

from __future__ import annotations

from typing import Final

TEXT: Final = "light-dark(#0b1a26, #f4f8fa)"
MUTED: Final = "light-dark(#33414d, #c9d4dc)"
GROUND: Final = "light-dark(#ffffff, #0b141c)"
LINE: Final = "light-dark(#9aa6af, #5a6a78)"
OWN: Final = "light-dark(#b3340a, #ff9a5c)"
"""The deck's municipalities: outlines, bars, letters."""

NATION: Final = "light-dark(#10202e, #f4f7f9)"
PLAIN: Final = "light-dark(#5b6b78, #93a3b0)"
TARGET: Final = "light-dark(#7a1fa2, #e3a6ff)"
PALE: Final = "light-dark(#e9edf0, #22303c)"
"""Places that are shown for their shape alone."""
DEMO: Final = "light-dark(#7a3e00, #ffd79a)"
"""The mark of invented figures."""
