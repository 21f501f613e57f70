"""The three-way split of municipalities' money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.view import ResearchView

if TYPE_CHECKING:
    from dashboard.research.bench import Bench


def split_view(bench: Bench) -> ResearchView:
    """The view."""
    title = bench.writer(bench.subject).title
    return ResearchView(title, title)
