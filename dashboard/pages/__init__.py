"""The pages, a room each: every folder here is a page, by the `PAGE` in its `page.py`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.frame.page import Page


def all_pages() -> tuple[Page, ...]:
    """The pages in the order of the navigation.

    Raises:
        ImportError: A folder has no `page.py`, or this no `PAGE`; names it.
    """
    rooms = sorted(path.name for path in Path(__file__).parent.iterdir() if path.is_dir())
    pages = (_page(room) for room in rooms if not room.startswith("_"))
    return tuple(sorted(pages, key=lambda page: page.order))


def _page(room: str) -> Page:
    name = f"{__name__}.{room}.page"
    try:
        page: Page = import_module(name).PAGE
    except (ModuleNotFoundError, AttributeError) as error:
        raise ImportError(f"{name}: a page is a module `page` with a PAGE ({error})") from error
    return page
