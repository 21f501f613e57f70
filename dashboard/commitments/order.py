"""The commitments as a table: what its columns hold, and in which order its rows stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.commitments.state import SORTS
from dashboard.language.alphabet import collation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dashboard.commitments.model import Assessment, Commitment, Plans
    from dashboard.commitments.standing import Standing


def ordered(found: Sequence[Standing], plans: Plans, sort: str) -> list[Standing]:
    """The standings in the order of a column; those without a value come last either way."""
    name, down = sort.removeprefix("-"), sort.startswith("-")
    if name == SORTS[0]:
        return list(found)[::-1] if down else list(found)
    values = [(_value(item, plans, name), item) for item in found]
    known = [pair for pair in values if pair[0] is not None]
    known.sort(key=lambda pair: pair[0], reverse=down)
    return [item for _, item in known] + [item for value, item in values if value is None]


def _value(item: Standing, plans: Plans, name: str) -> Any:
    """What a column sorts by; None where there is nothing."""
    if name in PROMISED:
        return PROMISED[name](item.commitment, plans)
    return SAID[name](item.now, plans) if item.now else None


def _institutions(item: Commitment, plans: Plans) -> Any:  # noqa: ARG001
    return collation(", ".join(item.institutions.values())) if item.institutions else None


def _section(item: Commitment, plans: Plans) -> Any:
    return list(plans.sections).index(item.section) if item.section else None


def _level(said: Assessment, plans: Plans) -> Any:
    status = said.status
    return status.progress is None, status.progress or 0, plans.statuses.index(status)


PROMISED: dict[str, Callable[[Commitment, Plans], Any]] = {
    "title": lambda item, _: collation(item.title.text),
    "plan": lambda item, plans: list(plans.plans).index(item.plan),
    "section": _section,
    "institution": _institutions,
    "theme": lambda item, plans: collation(plans.themes[item.theme]),
    "ogp": lambda item, _: item.ogp or None,
    "deadline": lambda item, _: item.revised or item.deadline,
}
SAID: dict[str, Callable[[Assessment, Plans], Any]] = {
    "status": _level,
    "assessor": lambda said, plans: collation(plans.assessors[said.assessor]),
    "observed": lambda said, _: said.observed,
}
