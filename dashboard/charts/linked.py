"""Links within pictures, hidden from those who hear: they have the page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def linked(parent: Element, href: str, *, leaves: bool = False) -> Element:
    """A link that what is drawn stands in; the parent itself where it leads nowhere.

    Args:
        parent: Where it is drawn.
        href: Where to.
        leaves: Whether that is another page, not the same one in another view.
    """
    stays = {} if leaves else {"data_stay": ""}
    return add(parent, "a", href=href, **stays, tabindex=-1) if href else parent


def pointed(parent: Element, title: str, href: str, *, leaves: bool = False) -> Element:
    """A group that says what it is when it is pointed at, and leads where it should."""
    group = linked(parent, href, leaves=leaves) if href else add(parent, "g")
    if title:
        add(group, "title").text = title
    return group
