"""One view of the commitments: what an address asks for, found and ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.commitments.choices import options
from dashboard.commitments.reading import read_plans
from dashboard.commitments.standing import counts, standings
from dashboard.commitments.state import read_plan_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.answers import Atlas
    from dashboard.commitments.model import Plans, Status
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.state import PlanState
    from dashboard.language.i18n import Language

SLUGS = {"lt": "isipareigojimai", "en": "commitments"}
"""The end of the page's address in each language."""


@dataclass(frozen=True)
class PlanView:
    """What is looked at, in one language.

    Attributes:
        plans: All there is.
        state: What of it is asked for.
        found: The commitments that fit, in the order of the plans.
        words: The language.
    """

    plans: Plans
    state: PlanState
    found: Sequence[Standing]
    words: Language

    @property
    def path(self) -> str:
        """The page's address, under which every commitment has its own."""
        return list_path(self.words)

    @cached_property
    def counts(self) -> dict[Status | None, int]:
        """How many have each status."""
        return counts(self.found, self.plans.statuses)


def read_plan_view(atlas: Atlas, words: Language, query: str) -> PlanView:
    """The view that a query asks for."""
    plans = read_plans(atlas, words)
    known = {name: dict(choices) for name, choices in options(plans, words).items()}
    state = read_plan_state(query, known)
    return PlanView(plans, state, standings(plans, state), words)


def list_path(words: Language) -> str:
    """The address of the commitments page in a language."""
    return words.path(f"/{SLUGS[words.code]}")
