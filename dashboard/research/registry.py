"""The views of the bench, by their names in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.research.difference.view import difference_view
from dashboard.research.distribution.view import distribution_view
from dashboard.research.inequality.view import inequality_view
from dashboard.research.multiples.view import multiples_view
from dashboard.research.relation.view import relation_view
from dashboard.research.split.view import split_view

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchView

MAKERS: dict[str, Callable[[Bench], ResearchView]] = {
    "relation": relation_view,
    "distribution": distribution_view,
    "difference": difference_view,
    "split": split_view,
    "inequality": inequality_view,
    "multiples": multiples_view,
}


def view_of(bench: Bench) -> ResearchView:
    """The view that is looked at."""
    return MAKERS[bench.state.view](bench)
