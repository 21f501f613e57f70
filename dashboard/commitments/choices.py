"""What there is to choose on the commitments page, as values and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_name
from dashboard.commitments.standing import NOT_ASSESSED

if TYPE_CHECKING:
    from datetime import date

    from dashboard.commitments.model import Plans
    from dashboard.commitments.state import PlanState
    from dashboard.language.i18n import Language

Choice = tuple[str, str]


def options(plans: Plans, words: Language) -> dict[str, list[Choice]]:
    """What there is to choose of each filter, as value and label."""
    used = {item.section for item in plans.commitments.values() if item.section}
    statuses = [*dict.fromkeys(item.code for item in plans.statuses), NOT_ASSESSED]
    return {
        "plan": [(plan.id, plan.named) for plan in plans.plans.values()],
        "section": [
            (key, f"{key.replace('-', '.')}. {text.text}")
            for key, text in plans.sections.items()
            if key in used
        ],
        "institution": list(plans.institutions.items()),
        "assessor": list(plans.assessors.items()),
        "status": [(status, status_name(plans, status, words)) for status in statuses],
    }


def assessed_days(plans: Plans, state: PlanState) -> list[date]:
    """The days on which something was assessed, and those of the address, latest first."""
    days = {said.observed for item in plans.commitments.values() for said in item.history}
    return sorted({day for day in {*days, state.on, state.since} if day}, reverse=True)
