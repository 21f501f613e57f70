"""The pages, a room each: every folder here whose `page.py` has a `PAGE` is a page of the atlas."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.frame.page import Page


def all_pages() -> tuple[Page, ...]:
    """The pages in the order of the navigation."""
    rooms = (item.name for item in pkgutil.iter_modules(__path__))
    pages = (import_module(f"{__name__}.{room}.page").PAGE for room in rooms)
    return tuple(sorted(pages, key=lambda page: page.order))
