"""How unequal municipalities are, and whether neighbours are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.inequality.in_place import in_place_view
from dashboard.research.inequality.over_years import over_years_view

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView


def inequality_view(bench: Bench) -> ResearchView:
    """The view: inequality over the years, or clusters of neighbours on a map."""
    return in_place_view(bench) if bench.state.lines == "clusters" else over_years_view(bench)
