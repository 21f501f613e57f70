"""The colours of slides by their meaning, as pairs for a light and a dark ground."""

from __future__ import annotations

from typing import Final

TEXT: Final = "light-dark(#0b1a26, #f4f8fa)"
MUTED: Final = "light-dark(#2b3843, #dde5ea)"
GROUND: Final = "light-dark(#ffffff, #0b141c)"
LINE: Final = "light-dark(#9aa6af, #5a6a78)"
OWN: Final = "light-dark(#b3340a, #ffb083)"
"""The deck's municipalities: outlines, bars, letters."""

NATION: Final = "light-dark(#10202e, #f4f7f9)"
PLAIN: Final = "light-dark(#5b6b78, #93a3b0)"
TARGET: Final = "light-dark(#63158a, #f0ccff)"
PALE: Final = "light-dark(#e9edf0, #22303c)"
"""Places that are shown for their shape alone."""
DEMO: Final = "light-dark(#6b3600, #ffdfae)"
"""The mark of invented figures."""
