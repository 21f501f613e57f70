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

_OWN = re.compile(r'( (?:href|src|srcset|action|data-picture)=")/')
"""An attribute that leads to a place of the atlas; quotes within a text are escaped."""

_RAW = re.compile(r"</(?=script)|<!--", re.IGNORECASE)
_TAG = re.compile(r"[a-z][a-z0-9]*")


def render(content: Any) -> Markup:
    """Components, texts and lists of them as HTML.

    Args:
        content: Components of `dash.html` and `frame.field`, `Markup`, texts, numbers, lists of
            them; None is nothing.

    Raises:
        TypeError: A component that is no plain element, such as one of `dash.dcc`.
    """
    return Markup("".join(_parts(content)))  # noqa: S704 - every part is escaped


def below(page: str, base: str) -> str:
    """A page whose addresses lie below a path, e.g. `/atlas`; without a slash at its end."""
    return _OWN.sub(rf"\1{base}/", str(page)) if base else page


def data_block(name: str, content: bytes) -> Markup:
    """JSON for a script to read, under an id: the browser does not run it.

    Args:
        name: The id.
        content: JSON text.
    """
    text = _RAW.sub(lambda found: found.group().replace("<", "\\u003c"), content.decode())
    return Markup(f'<script type="application/json" id="{escape(name)}">{text}</script>')  # noqa: S704


def _parts(content: Any) -> Iterator[str]:
    if content is None:
        return
    if isinstance(content, list | tuple):
        for item in content:
            yield from _parts(item)
    elif isinstance(content, Component):
        yield from _element(content)
    else:
        yield str(escape(content))


def _element(component: Component) -> Iterator[str]:
    tag = _tag(component)
    yield f"<{tag}"
    children = None
    for name, value in vars(component).items():
        if name == "children":
            children = value
        elif not name.startswith(("_", "available_")):
            yield _attribute(name, value)
    yield ">"
    if tag not in VOID:
        yield from _parts(children)
        yield f"</{tag}>"


def _tag(component: Component) -> str:
    kind = type(component).__name__
    tag = TAGS.get(kind, kind.lower())
    known = component._namespace == "dash_html_components"  # noqa: SLF001
    if not known or not _TAG.fullmatch(tag):
        raise TypeError(f"{kind} is no element that can be written as HTML")
    return tag


def _attribute(name: str, value: Any) -> str:
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
    return f' {written}="{escape(str(value))}"'
