"""Of how many municipalities a difference is, and who was left out and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.research.leaving import left_out_text

if TYPE_CHECKING:
    from dashboard.research.bench import Bench
    from dashboard.research.difference.differing import Differing


def difference_left_out(bench: Bench, found: Differing) -> tuple[str, ...]:
    """The rule, the count and the reasons; of two subjects those of each."""
    if not found.of_years:
        return left_out_text(found.told, bench.words, int(found.taken.sum()))
    # The reasons are those of the difference: a year alone may be whole where the way is broken.
    of_both = replace(found.after, reasons=found.reasons[None, :])
    return left_out_text([(of_both, 0)], bench.words)
