"""ARIA attributes under the names that Python allows: `html.Div(**aria(label="Map"))`."""

from __future__ import annotations

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """The attributes `aria-<name>`, to be unpacked into a component."""
    return {f"aria-{name}": value for name, value in values.items()}
