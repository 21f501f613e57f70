"""How the state keeps its commitments, in short: the newest plan, and the target that was set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.commitments.promise import all_promises, promise_source_ids, years_of
from dashboard.commitments.reading import read_plans
from dashboard.commitments.standing import standings
from dashboard.commitments.state import PlanState, write_plan_state
from dashboard.commitments.view import PlanView

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.commitments.promise import Promise, PromiseYear
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class PromisedTarget:
    """A target in a number, and how many municipalities reached it in the last year known.

    Attributes:
        promise: The promise.
        year: The last year with figures that count; None where there is none.
        sources: Ids of the sources of the figures.
    """

    promise: Promise
    year: PromiseYear | None
    sources: tuple[str, ...]


def newest_plan(atlas: Atlas, words: Language) -> PlanView | None:
    """The newest plan whose commitments are known, as its page shows it."""
    plans = read_plans(atlas, words)
    listed = {item.plan for item in plans.commitments.values()}
    newest = max((plan for plan in plans.plans if plan in listed), key=int, default=None)
    if newest is None:
        return None
    state = PlanState(plan=newest)
    return PlanView(plans, state, standings(plans, state), words)


def plan_path(view: PlanView) -> str:
    """Where the plan is shown."""
    return f"{view.path}{write_plan_state(view.state)}"


def newest_target(atlas: Atlas, words: Language) -> PromisedTarget | None:
    """The promise with a target that was made last."""
    promises = [item for item in all_promises(atlas, words) if item.target is not None]
    if not promises:
        return None
    promise = max(promises, key=lambda item: (item.target_year or 0, item.last or 0))
    known = [each for each in years_of(atlas, promise) if each.comparable]
    return PromisedTarget(
        replace(promise, years=years_of(atlas, promise)),
        known[-1] if known else None,
        promise_source_ids(promise, atlas),
    )
