"""Links within pictures, hidden from those who hear: they have the page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.svg import add

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def linked(parent: Element, href: str) -> Element:
    """A link that what is drawn stands in; the parent itself where it leads nowhere."""
    return add(parent, "a", href=href, data_stay="", tabindex=-1) if href else parent


def pointed(parent: Element, title: str, href: str) -> Element:
    """A group that says what it is when it is pointed at, and leads where it should."""
    group = linked(parent, href) if href else add(parent, "g")
    if title:
        add(group, "title").text = title
    return group
