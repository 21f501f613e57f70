"""One action plan as its page shows it: commitments in words, how many stand where, a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.views import commitments, plans

if TYPE_CHECKING:
    from datetime import date

    from dashboard.atlas import Atlas
    from dashboard.i18n import Language

NOT_ASSESSED = "not_assessed"
"""Stands for a status where there is none, so that no commitment drops out of a share."""


@dataclass(frozen=True)
class Commitment:
    """A commitment in one language.

    Attributes:
        number: Section and place in it: `II.3`.
        section: Numeral and title: `II. Korupcijos prevencija, …`.
        title: What was promised; in Lithuanian where no source translates it.
        translated: Whether the title is in the language asked for.
        institution: Who answers for it.
        status: A code of the list `implementation_status`, or `NOT_ASSESSED`.
        observed: Day of the assessment.
    """

    number: str
    section: str
    title: str
    translated: bool
    institution: str
    status: str
    observed: date | None


@dataclass(frozen=True)
class PlanView:
    """A plan, its commitments in the plan's order, and what the statuses are called.

    Attributes:
        title: The plan's name and years.
        statuses: Words of each status, least done first; `NOT_ASSESSED` only where it occurs.
    """

    title: str
    commitments: tuple[Commitment, ...]
    statuses: dict[str, str]

    @property
    def counts(self) -> dict[str, int]:
        """How many commitments have each status, in the order of `statuses`."""
        found = [item.status for item in self.commitments]
        return {status: found.count(status) for status in self.statuses}

    @property
    def sections(self) -> dict[str, list[Commitment]]:
        """The commitments of each section."""
        found: dict[str, list[Commitment]] = {}
        for item in self.commitments:
            found.setdefault(item.section, []).append(item)
        return found


def read_plan_view(atlas: Atlas, plan: str, words: Language) -> PlanView:
    """Asks the store for a plan.

    Raises:
        KeyError: There is no such plan.
    """
    facts = plans(atlas.store).set_index("plan").loc[plan]
    years = words.t("years.span", first=facts["start_year"], last=facts["end_year"])
    rows = commitments(atlas.store, plan).to_dict("records")
    found = tuple(_commitment(row, words.code) for row in rows)
    statuses = atlas.labels("implementation_status", words)
    if any(item.status == NOT_ASSESSED for item in found):
        statuses[NOT_ASSESSED] = words.t("commitments.status.not_assessed")
    return PlanView(f"{facts[f'title_{words.code}']} ({years})", found, statuses)


def plan_sentence(shown: PlanView, words: Language) -> str:
    """Says how many commitments stand where; that none is done is said, other noughts are not."""
    parts = [
        words.n(f"commitments.count.{status}", count)
        for status, count in shown.counts.items()
        if count
    ]
    if not shown.counts["done"]:
        parts.append(words.t("commitments.none_done"))
    days = [item.observed for item in shown.commitments if item.observed]
    return words.t(
        "commitments.sentence" if days else "commitments.sentence_undated",
        plan=shown.title,
        date=words.date(max(days)) if days else "",
        of=words.n("commitments.of", len(shown.commitments)),
        parts=", ".join(parts),
    )


def _commitment(row: dict[Any, Any], code: str) -> Commitment:
    translated = not pd.isna(row[f"title_{code}"])
    return Commitment(
        number=f"{row['section']}.{row['number']}",
        section=f"{row['section']}. {row[f'section_{code}']}",
        title=row[f"title_{code}"] if translated else row["title_lt"],
        translated=translated,
        institution=row[f"institution_{code}"],
        status=NOT_ASSESSED if pd.isna(row["status"]) else row["status"],
        observed=None if pd.isna(row["observed_on"]) else row["observed_on"].date(),
    )
