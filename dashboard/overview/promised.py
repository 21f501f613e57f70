"""How the state keeps its commitments, in short: the newest plans, and the target that was set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.commitments.promise import all_promises, promise_source_ids, years_of
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import counts_sentence, plans_sentence
from dashboard.commitments.standing import standings
from dashboard.commitments.state import PlanState, write_plan_state
from dashboard.commitments.view import PlanView
from dashboard.frame.places import map_path
from dashboard.indicators.state import State, write_state
from dashboard.overview.shown import ENOUGH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.answers import Atlas
    from dashboard.commitments.promise import Promise, PromiseYear
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class PromisedTarget:
    """A target in a number, and how many municipalities reached it.

    Attributes:
        promise: The promise.
        due: The year by which it was to be reached; None where it has no figures that count.
        last: The last year in which enough municipalities have a figure that counts, or else the
            last in which any has; None where there is none.
        sources: Ids of the sources of the figures.
    """

    promise: Promise
    due: PromiseYear | None
    last: PromiseYear | None
    sources: tuple[str, ...]


def newest_plans(atlas: Atlas, words: Language) -> tuple[PlanView, ...]:
    """The newest plan whose commitments are known, as its page shows it.

    Where the implementation of none of them was assessed, the newest of which any was comes too.
    """
    plans = read_plans(atlas, words)
    numbers = sorted({item.plan for item in plans.commitments.values()}, key=int, reverse=True)
    views = (_view(plan, atlas, words) for plan in numbers)
    newest = next(views, None)
    if newest is None or is_assessed(newest):
        return (newest,) if newest else ()
    assessed = next((view for view in views if is_assessed(view)), None)
    return (newest, assessed) if assessed else (newest,)


def _view(plan: str, atlas: Atlas, words: Language) -> PlanView:
    """The plan by whoever spoke last; by its name, where that is one assessor for all."""
    plans, state = read_plans(atlas, words), PlanState(plan=plan)
    found = standings(plans, state)
    assessors = {each.now.assessor for each in found if each.now}
    if len(assessors) == 1:
        state = replace(state, assessor=assessors.pop())
    return PlanView(plans, state, found, words)


def is_assessed(view: PlanView) -> bool:
    """Whether the implementation of any commitment was assessed."""
    return any(each.now for each in view.found)


def plan_name(view: PlanView) -> str:
    """Title and years of the plan."""
    return view.plans.plans[view.state.plan].named


def plan_sentence(view: PlanView) -> str:
    """By its name, whose word it is, and how many of its commitments stand where."""
    return plans_sentence(view) if is_assessed(view) else counts_sentence(view, plan_name(view))


def plan_path(view: PlanView) -> str:
    """Where the plan is shown."""
    return f"{view.path}{write_plan_state(view.state)}"


def newest_target(atlas: Atlas, words: Language) -> PromisedTarget | None:
    """The promise with a target that was made last."""
    promises = [item for item in all_promises(atlas, words) if item.target is not None]
    if not promises:
        return None
    promise = max(promises, key=lambda item: (item.target_year or 0, item.last or 0))
    years = years_of(atlas, promise)
    due = next((each for each in years if each.year == promise.target_year), None)
    return PromisedTarget(
        replace(promise, years=years),
        due if due and due.comparable else None,
        last_good_year(years),
        promise_source_ids(promise, atlas),
    )


def reached_sentence(target: PromisedTarget, words: Language) -> str:
    """How many reached the target when it was due, and in the last good year."""
    told = {each.year: each for each in (target.due, target.last) if each}
    if not told:
        return words.t("home.target.unknown")
    parts = (
        words.n("promise.reached", each.reached or 0, year=each.year, of=each.comparable)
        for each in told.values()
    )
    return words.t("promise.reached_sentence", parts="; ".join(parts))


def target_path(target: PromisedTarget, words: Language) -> str:
    """The map of the last year that is told of."""
    promise = target.promise
    year = target.last.year if target.last else promise.map_year
    return map_path(words, write_state(State(promise.view, year)))


def last_good_year(years: Iterable[PromiseYear]) -> PromiseYear | None:
    """The last year of enough municipalities, or of any; None where there is none."""
    known = [each for each in years if each.comparable]
    fair = [each for each in known if each.comparable >= ENOUGH] or known
    return fair[-1] if fair else None
