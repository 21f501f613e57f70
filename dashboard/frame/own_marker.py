"""The marker of a selected municipality: in the heads of columns, on chips, beside figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.charts.markers import marker
from dashboard.charts.palette import SELECTED
from dashboard.frame.rendering import drawn

if TYPE_CHECKING:
    from markupsafe import Markup


def marker_svg(number: int) -> Markup:
    """The marker of the municipality of a number, as pictures have it."""
    shape = marker(number, 8, 8, 5.5)
    return drawn(
        '<svg class="own-marker" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">'
        f'<path d="{shape}" fill="{SELECTED[number]}"/></svg>'
    )
