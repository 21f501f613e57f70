"""The elements of HTML, light: as `dash.html` has them, in a tenth of the time.

Dash checks every attribute against a list that it makes for React, which pages written as HTML have
no need of; a page of some hundred elements is made while Dash would still check. Elements are found
by their names, `html.Td`, and attributes are named as there.
"""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


class Element(Component):  # type: ignore[misc] # Dash has no types
    """An element; its kinds are made as they are asked for."""

    _namespace = "dash_html_components"

    def __init__(self, children: Any = None, **attributes: Any) -> None:
        self.__dict__.update(attributes)
        self.children = children


def __getattr__(name: str) -> type[Element]:
    if not name[:1].isupper():
        raise AttributeError(name)
    kind = type(name, (Element,), {"_type": name, "__module__": __name__})
    globals()[name] = kind
    return kind
