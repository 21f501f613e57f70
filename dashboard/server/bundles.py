"""A page's styles and its scripts, each as one file: what all pages share, then the page's own.

Between them comes what several pages share, but not all.

They are put together once, and named by their content, so that browsers may keep them for ever.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

ASSETS = Path(__file__).parents[1] / "assets"
SHARED = "shared"
SOME = {"home": ("choropleth",), "map": ("choropleth",)}
"""Folders of assets/ that several pages share, by the pages' ids."""

KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@cache
def bundle(page: str, kind: str) -> str:
    """The text of a page's styles (`css`) or scripts (`js`).

    Args:
        page: The page's id, which is the name of its folder in assets/; it may have none.
        kind: One of `KINDS`.
    """
    rooms = (SHARED, *SOME.get(page, ()), page)
    files = [file for room in rooms for file in sorted((ASSETS / room).glob(f"*.{kind}"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def bundle_address(page: str, kind: str) -> str:
    """The address of a bundle, which changes when its content does."""
    mark = sha256(bundle(page, kind).encode()).hexdigest()[:12]
    return f"/bundles/{page}.{mark}.{kind}"


def bundle_at(name: str, rooms: Collection[str]) -> tuple[str, str, bool] | None:
    """The bundle with a name such as `map.0123456789ab.css`.

    Args:
        name: The last part of its address.
        rooms: Of the pages that there are.

    Returns:
        Text, media type, and whether the name has today's mark: one that has not, asked for by a
        page that stands open, must not be kept. None where there is no such bundle.
    """
    room, kind = name.partition(".")[0], name.rpartition(".")[2]
    if kind not in KINDS or room not in rooms:
        return None
    return bundle(room, kind), KINDS[kind], bundle_address(room, kind).endswith(f"/{name}")
