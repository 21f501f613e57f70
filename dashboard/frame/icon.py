"""The sign of the atlas, within the page: a linked one is fetched again with every address."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path

ICON = Path(__file__).with_name("icon.svg")


@cache
def icon() -> str:
    """Its address, which holds the picture itself."""
    return f"data:image/svg+xml;base64,{b64encode(ICON.read_bytes()).decode()}"
