"""What programs are told that show a link to the atlas as a frame: oEmbed, version 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

import orjson

from dashboard.pages.share.citing import AUTHOR, title_of
from dashboard.pages.share.framing import HEIGHTS, WIDTH, frame_code
from dashboard.pages.share.looked import look, place_at
from dashboard.pages.share.short import SHORT, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.answers import Atlas
    from dashboard.pages.share.looked import Looked

PICTURE = (1200, 630)
"""Width and height of the picture by which a view is shared."""

AGE = 86_400
"""Seconds for which others may keep what they were told."""


def address_in(url: str, site: str) -> str | None:
    """The address that a whole one has here, path and query without the base.

    Args:
        url: Whole, by http or https; a short link gives the address that it stands for.
        site: Where the atlas stands.

    Returns:
        None where it leads elsewhere.
    """
    try:
        asked, own = urlsplit(url), urlsplit(site)
    except ValueError:
        return None
    if asked.scheme not in {"http", "https"} or asked.netloc.lower() != own.netloc.lower():
        return None
    if own.path and not f"{asked.path}/".startswith(f"{own.path}/"):
        return None
    path = asked.path[len(own.path) :] or "/"
    if path.startswith(SHORT):
        return unpack(unquote(path.removeprefix(SHORT)))
    return f"{path}?{asked.query}" if asked.query else path


def framed_at(url: str, site: str, atlas: Atlas) -> Looked | None:
    """The view at a whole address, if one is there that can stand in a frame."""
    address = address_in(url, site)
    place = place_at(address) if address else None
    view = look(place, atlas) if place else None
    return view if view and view.content.frames else None


def oembed(view: Looked, site: str, width: int | None, height: int | None) -> dict[str, Any]:
    """What is answered.

    Args:
        view: A view that can stand in a frame.
        site: Where the atlas stands.
        width: The most pixels that there are, if that is said.
        height: The same.
    """
    kind = view.content.frames[0][0]
    wide, high = min(width or WIDTH, WIDTH), min(height or HEIGHTS[kind], HEIGHTS[kind])
    told = {
        "type": "rich",
        "version": "1.0",
        "title": title_of(view),
        "author_name": AUTHOR,
        "provider_name": AUTHOR,
        "provider_url": f"{site}{view.words.path('/')}",
        "cache_age": AGE,
        "html": str(frame_code(view, 0, site, width=str(wide), height=high)),
        "width": wide,
        "height": high,
    }
    if (width or PICTURE[0]) >= PICTURE[0] and (height or PICTURE[1]) >= PICTURE[1]:
        told["thumbnail_url"] = f"{site}{view.picture}"
        told |= {"thumbnail_width": PICTURE[0], "thumbnail_height": PICTURE[1]}
    return told


def as_json(told: Mapping[str, Any]) -> bytes:
    """The answer as JSON."""
    return orjson.dumps(told)


def as_xml(told: Mapping[str, Any]) -> bytes:
    """The answer as XML."""
    root = Element("oembed")
    for name, value in told.items():
        SubElement(root, name).text = str(value)
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return f"{head}{tostring(root, encoding='unicode')}".encode()


FORMATS: Mapping[str, tuple[Callable[[Mapping[str, Any]], bytes], str]] = {
    "json": (as_json, "application/json"),
    "xml": (as_xml, "text/xml; charset=utf-8"),
}
"""By the name in the address: how it is written, and its media type."""
