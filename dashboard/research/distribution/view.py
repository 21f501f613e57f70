"""How municipalities spread: by year, group or county."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.view import ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench


def distribution_view(bench: Bench) -> ResearchView:
    """The view."""
    title = bench.writer(bench.subject).title
    return ResearchView(title, title)
