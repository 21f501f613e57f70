"""Writes a page's components as HTML, so that the first answer holds all there is to read.

One way to describe a page: the same components that Dash knows. Everything is escaped, but for
`Markup`, which says of itself that it is HTML already.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup, escape

VOID = frozenset({"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track"})
"""Elements that hold nothing and are not closed."""

NAMES = {"className": "class", "htmlFor": "for", "httpEquiv": "http-equiv"}
"""Properties that HTML calls otherwise; all others only lose their capitals."""

REMEMBERED = 4096
"""Texts that are kept as they are written: a page says many of them again and again."""

TAGS = {"MapEl": "map", "ObjectEl": "object"}

_OWN = re.compile(r'( (?:href|src|srcset|action|data-picture|data-first)=")/')
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
    parts: list[str] = []
    _write(content, parts)
    return Markup("".join(parts))  # noqa: S704 - every part is escaped


def below(page: str, base: str) -> str:
    """A page whose addresses lie below a path, e.g. `/atlas`; without a slash at its end."""
    return _OWN.sub(rf"\1{base}/", str(page)) if base else page


def drawn(svg: str) -> Markup:
    """A picture of charts/ as a part of a page; whatever was written into it is escaped there."""
    return Markup(svg)  # noqa: S704


def data_block(name: str, content: bytes) -> Markup:
    """JSON for a script to read, under an id: the browser does not run it.

    Args:
        name: The id.
        content: JSON text.
    """
    text = _within_script(content.decode())
    return Markup(f'<script type="application/json" id="{escape(name)}">{text}</script>')  # noqa: S704


def linked_data(text: str) -> Markup:
    """JSON-LD for those who read pages by program: the browser does not run it either."""
    return Markup(f'<script type="application/ld+json">{_within_script(text)}</script>')  # noqa: S704


def _within_script(text: str) -> str:
    """JSON that cannot end the element that it stands in."""
    return _RAW.sub(lambda found: found.group().replace("<", "\\u003c"), text)


def _write(content: Any, parts: list[str]) -> None:
    """Adds the content's HTML to what is written already."""
    if type(content) is str:
        parts.append(_escaped(content))
    elif content is None:
        return
    elif isinstance(content, list | tuple):
        for item in content:
            _write(item, parts)
    elif isinstance(content, Component):
        _write_element(content, parts)
    else:
        parts.append(escape(content))


def _write_element(component: Component, parts: list[str]) -> None:
    tag = _tag(component)
    parts.append(f"<{tag}")
    children = None
    for name, value in vars(component).items():
        if name == "children":
            children = value
        elif not name.startswith(("_", "available_")):
            parts.append(_attribute(name, value))
    parts.append(">")
    if tag not in VOID:
        _write(children, parts)
        parts.append(f"</{tag}>")


def _tag(component: Component) -> str:
    kind = type(component).__name__
    return _tag_of(kind, component._namespace)  # noqa: SLF001


@cache
def _tag_of(kind: str, namespace: str) -> str:
    tag = TAGS.get(kind, kind.lower())
    if namespace != "dash_html_components" or not _TAG.fullmatch(tag):
        raise TypeError(f"{kind} is no element that can be written as HTML")
    return tag


@cache
def _written(name: str) -> str:
    """A property's name as HTML has it."""
    return NAMES.get(name, name.lower())


@lru_cache(REMEMBERED)
def _escaped(text: str) -> str:
    return str(escape(text))


@lru_cache(REMEMBERED)
def _texted(name: str, text: str) -> str:
    """An attribute that is a text."""
    return f' {_written(name)}="{escape(text)}"'


def _attribute(name: str, value: Any) -> str:
    """One attribute with a space before it; true ones are bare, false and empty ones left out."""
    if value is None or value is False:
        return ""
    if type(value) is str:
        return _texted(name, value)
    written = _written(name)
    if value is True:
        return f" {written}" if not name.startswith("aria-") else f' {written}="true"'
    if isinstance(value, dict):
        value = "; ".join(f"{key}: {each}" for key, each in value.items())
    elif isinstance(value, list):
        value = " ".join(value)
    return f' {written}="{escape(str(value))}"'
