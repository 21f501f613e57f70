"""The one element of forms that `dash.html` lacks, for pages that are written as HTML."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component


class Input(Component):  # type: ignore[misc] # Dash has no types
    """An `<input>`; attributes are named as in `dash.html`, e.g. `className`, `autoComplete`.

    Dash's own input is a React component with a life of its own, which these pages have no need of.
    """

    _type = "Input"
    _namespace = "dash_html_components"

    def __init__(self, **attributes: Any) -> None:
        # Not Dash's way, which would look the attributes up in a list that it makes from React.
        for name, value in attributes.items():
            setattr(self, name, value)
