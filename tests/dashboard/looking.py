"""Looks at what a page is made of: its elements, and the text that a reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash.development.base_component import Component

from dashboard.frame.page import Content

if TYPE_CHECKING:
    from collections.abc import Iterator


def elements(content: object, kind: str = "", class_name: str = "") -> list[Component]:
    """All elements of a kind (`Td`) and class, in reading order."""
    return [
        item
        for item in _all(content)
        if kind in ("", type(item).__name__)
        and (not class_name or class_name in str(getattr(item, "className", "")).split())
    ]


def text(content: object) -> str:
    """The text of an element, its parts joined by single spaces."""
    return " ".join(" ".join(_texts(content)).split())


def rows(table: object) -> list[list[str]]:
    """The text of a table's body, row by row."""
    (body,) = elements(table, "Tbody")
    return [[text(cell) for cell in row.children] for row in elements(body, "Tr")]


def attribute(item: Component, name: str) -> object:
    """An attribute whose name Python does not allow, such as `aria-label`."""
    return vars(item)[name]


def _all(content: object) -> Iterator[Component]:
    if isinstance(content, Content):
        content = content.body
    if isinstance(content, list | tuple):
        for item in content:
            yield from _all(item)
    elif isinstance(content, Component):
        yield content
        yield from _all(getattr(content, "children", None))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, Content):
        content = content.body
    if isinstance(content, list | tuple):
        for item in content:
            yield from _texts(item)
    elif isinstance(content, Component):
        yield from _texts(getattr(content, "children", None))
    elif content is not None:
        yield str(content)
