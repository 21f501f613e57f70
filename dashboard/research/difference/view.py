"""What differs between two years, or between two indicators in one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.view import ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench


def difference_view(bench: Bench) -> ResearchView:
    """The view."""
    title = bench.writer(bench.subject).title
    return ResearchView(title, title)
