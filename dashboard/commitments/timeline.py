"""When what was said of commitments, year by year, and what was planned against what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.commitments.standing import latest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dashboard.commitments.model import Assessment, Commitment, Plan, Plans


@dataclass(frozen=True)
class Year:
    """A commitment in a year.

    Attributes:
        running: Whether its plan ran.
        said: How it stood at the end of the year, as long as the plan ran or if it was said then.
        fresh: Whether it was said in that very year.
        due: Whether its own dates, where it has any, lie in the year.
    """

    running: bool
    said: Assessment | None
    fresh: bool
    due: bool


def years_of(plans: Plans) -> list[int]:
    """From the first year of a plan to the last."""
    known = [year for plan in plans.plans.values() for year in (plan.first, plan.last) if year]
    return list(range(min(known), max(known) + 1)) if known else []


def strip(
    item: Commitment, plan: Plan, years: Sequence[int], assessor: str, on: date | None
) -> list[Year]:
    """A commitment's years; statuses without a day cannot be placed and are left out."""
    dated = [said for said in item.history if said.observed and (on is None or said.observed <= on)]
    cells = []
    for year in years:
        upto = [said for said in dated if said.observed and said.observed.year <= year]
        last = latest(upto, assessor)
        running = plan.first is not None and plan.first <= year <= (plan.last or plan.first)
        fresh = bool(last and last.observed and last.observed.year == year)
        cells.append(Year(running, last if fresh or running else None, fresh, _due(item, year)))
    return cells


def undated(item: Commitment, assessor: str) -> Assessment | None:
    """The last status that has no day."""
    return latest([said for said in item.history if said.observed is None], assessor)


def days_late(item: Commitment) -> int | None:
    """Days from the first deadline to the end; None where either is not known."""
    if item.deadline is None or item.finished is None:
        return None
    return (item.finished - item.deadline).days


def unconfirmed(item: Commitment, known_on: date) -> bool:
    """Whether its deadline, the revised one if any, was over without a word that it is done.

    Args:
        item: The commitment.
        known_on: The day up to which the sources were read.
    """
    deadline = item.revised or item.deadline
    done = item.finished or any(said.status.progress == 1 for said in item.history)
    return deadline is not None and deadline < known_on and not done


def _due(item: Commitment, year: int) -> bool:
    ends = [day for day in (item.deadline, item.revised) if day]
    first = item.start or min(ends, default=None)
    return bool(first and first.year <= year <= max([*ends, first]).year)
