"""A page's styles and its scripts, each as one file: what all pages share, then the page's own.

They are put together once, and named by their content, so that browsers may keep them for ever.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

ASSETS = Path(__file__).parents[1] / "assets"
SHARED = "shared"
KINDS = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


@lru_cache(maxsize=64)
def bundle(page: str, kind: str) -> str:
    """The text of a page's styles (`css`) or scripts (`js`).

    Args:
        page: The page's id, which is the name of its folder in assets/; it may have none.
        kind: One of `KINDS`.
    """
    files = [file for room in (SHARED, page) for file in sorted((ASSETS / room).glob(f"*.{kind}"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@lru_cache(maxsize=64)
def bundle_address(page: str, kind: str) -> str:
    """The address of a bundle, which changes when its content does."""
    mark = sha256(bundle(page, kind).encode()).hexdigest()[:12]
    return f"/bundles/{page}.{mark}.{kind}"


def bundle_at(name: str) -> tuple[str, str] | None:
    """Text and media type of the bundle with a name such as `map.0123456789ab.css`; None if none.

    A mark that is not today's is answered too: a page that stands open may still ask for it.
    """
    page, _, rest = name.partition(".")
    kind = rest.rpartition(".")[2]
    if kind not in KINDS or not page.isidentifier():
        return None
    return bundle(page, kind), KINDS[kind]
