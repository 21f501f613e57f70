"""What tells a measure and a set of municipalities from others, as a key of what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from dashboard.research.bench import Bench


def choice_of(bench: Bench) -> Hashable:
    """All choices that change which figures are taken, and which they are."""
    state, measured = bench.state, bench.subject
    members = measured.members.tobytes()
    years = measured.years
    return (measured.subject, measured.since, years, members, state.figures, state.estimated)
