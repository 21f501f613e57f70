"""Writes a page's components as HTML, so that the first answer holds all there is to read.

One way to describe a page: the same components that Dash knows. Everything is escaped, but for
`Markup`, which says of itself that it is HTML already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track"})
"""Elements that hold nothing and are not closed."""

NAMES = {"className": "class", "htmlFor": "for", "httpEquiv": "http-equiv"}
"""Properties that HTML calls otherwise; all others only lose their capitals."""

TAGS = {"MapEl": "map", "ObjectEl": "object"}

ADDRESSES = frozenset({"href", "src", "srcset", "action", "data-address", "data-picture"})
"""Attributes that lead to places of the atlas, which may stand below a path of its server."""

_OWN = re.compile(r'(?<= href=")/')
_RAW = re.compile(r"</(?=script)|<!--", re.IGNORECASE)
_TAG = re.compile(r"[a-z][a-z0-9]*")


def render(content: Any, base: str = "") -> Markup:
    """Components, texts and lists of them as HTML.

    Args:
        content: Components of `dash.html` and `frame.field`, `Markup`, texts, numbers, lists of
            them; None is nothing.
        base: What stands before every address of the atlas, e.g. `/atlas`; without a slash at its
            end.

    Raises:
        TypeError: A component that is no plain element, such as one of `dash.dcc`.
    """
    return Markup("".join(_parts(content, base)))  # noqa: S704 - every part is escaped


def data_block(name: str, content: bytes) -> Markup:
    """JSON for a script to read, under an id: the browser does not run it.

    Args:
        name: The id.
        content: JSON text.
    """
    text = _RAW.sub(lambda found: found.group().replace("<", "\\u003c"), content.decode())
    return Markup(f'<script type="application/json" id="{escape(name)}">{text}</script>')  # noqa: S704


def _parts(content: Any, base: str) -> Iterator[str]:
    if content is None:
        return
    if isinstance(content, list | tuple):
        for item in content:
            yield from _parts(item, base)
    elif isinstance(content, Component):
        yield from _element(content, base)
    else:
        written = str(escape(content))
        yield _OWN.sub(f"{base}/", written) if base and isinstance(content, Markup) else written


def _element(component: Component, base: str) -> Iterator[str]:
    tag = _tag(component)
    yield f"<{tag}"
    children = None
    for name, value in vars(component).items():
        if name == "children":
            children = value
        elif not name.startswith(("_", "available_")):
            yield _attribute(name, value, base)
    yield ">"
    if tag not in VOID:
        yield from _parts(children, base)
        yield f"</{tag}>"


def _tag(component: Component) -> str:
    kind = type(component).__name__
    tag = TAGS.get(kind, kind.lower())
    known = component._namespace == "dash_html_components"  # noqa: SLF001
    if not known or not _TAG.fullmatch(tag):
        raise TypeError(f"{kind} is no element that can be written as HTML")
    return tag


def _attribute(name: str, value: Any, base: str) -> str:
    """One attribute with a space before it; true ones are bare, false and empty ones left out."""
    if value is None or value is False:
        return ""
    written = NAMES.get(name, name.lower())
    if value is True:
        return f" {written}" if not name.startswith("aria-") else f' {written}="true"'
    if isinstance(value, dict):
        value = "; ".join(f"{key}: {each}" for key, each in value.items())
    elif isinstance(value, list):
        value = " ".join(value)
    if base and written in ADDRESSES and str(value).startswith("/"):
        value = f"{base}{value}"
    return f' {written}="{escape(str(value))}"'
