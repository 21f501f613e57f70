"""What of the address could not be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.notes import notes_text

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.research.bench import Bench


def noted(bench: Bench) -> Component:
    """All of it; empty where everything was of use."""
    said = notes_text(bench.state.notes, bench.words)
    return html.P(said, id="note", className="note", role="status")
