"""Any two subjects as points of a plane, and how they go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.view import ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench


def relation_view(bench: Bench) -> ResearchView:
    """The view."""
    title = bench.writer(bench.subject).title
    return ResearchView(title, title)
