"""How the state kept its promises, plan by plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dashboard.analysis.document import AnalysisPart, AnalysisSection
from dashboard.analysis.promised import numbers_table, promised_of
from dashboard.analysis.tabled import table_of
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import status_count
from dashboard.commitments.state import PlanState, write_plan_state
from dashboard.commitments.view import read_plan_view
from dashboard.frame.source_line import source_text

if TYPE_CHECKING:
    from dashboard.analysis.document import AnalysisTable
    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.commitments.model import Plan
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language

COMMITMENTS = "commitments"


def commitments_section(telling: AnalysisTelling) -> AnalysisSection:
    """Plans that had begun by the year, and the numbers that they were to move."""
    words, plans = telling.words, read_plans(telling.atlas, telling.words).plans
    begun = [plan for plan in plans.values() if plan.first and plan.first <= telling.year]
    views = [
        (plan, read_plan_view(telling.atlas, words, write_plan_state(PlanState(plan=plan.id))))
        for plan in begun
    ]
    views = [(plan, view) for plan, view in views if view.found]
    promised = promised_of(telling, {plan.id for plan in begun})
    said = (_said(telling, [view for _, view in views]),) if views else ()
    tables = (
        *([_plans_table(telling, views)] if views else []),
        *([numbers_table(telling, promised)] if promised else []),
    )
    heading, intro = (words.t(f"analysis.commitments.{part}") for part in ("heading", "intro"))
    return AnalysisSection(COMMITMENTS, heading, intro, (AnalysisPart(said, tables=tables),))


def _said(telling: AnalysisTelling, views: list[PlanView]) -> str:
    """How many plans and commitments there were, how many were assessed and wholly done."""
    words, found = telling.words, [item for view in views for item in view.found]
    told = [item.now.status for item in found if item.now]
    done = sum(status.progress == 1 for status in told)
    return words.t(
        "analysis.commitments.said",
        year=telling.year,
        plans=words.n("analysis.commitments.plans", len(views)),
        made=words.n("analysis.commitments.made", len(found)),
        assessed=_assessed(len(told), words),
        done=words.n("analysis.commitments.done", done) if done else "",
    )


def _assessed(count: int, words: Language) -> str:
    """Of how many the implementation was assessed."""
    if not count:
        return words.t("analysis.commitments.none_assessed")
    return words.n("analysis.commitments.assessed", count)


def _plans_table(telling: AnalysisTelling, views: list[tuple[Plan, PlanView]]) -> AnalysisTable:
    words = telling.words
    rows = [
        (plan.title.text, plan.years, words.number(len(view.found)), _standing(view))
        for plan, view in views
    ]

    def plain() -> pd.DataFrame:
        counts = [
            (plan.id, status.code if status else "not_assessed", count)
            for plan, view in views
            for status, count in view.counts.items()
        ]
        return pd.DataFrame(counts, columns=["plan", "status", "commitments"])

    head = [words.t(f"analysis.column.{key}") for key in ("plan", "years", "made", "standing")]
    title = words.t("analysis.commitments.table", year=telling.year)
    source = source_text((COMMITMENTS,), telling.atlas, words)
    return table_of("plans", title, (head, rows), plain, source=source)


def _standing(view: PlanView) -> str:
    """How many of a plan's commitments stand where."""
    if not any(item.now for item in view.found):
        return view.words.t("analysis.commitments.unassessed")
    return ", ".join(
        status_count(status, count, view.words) for status, count in view.counts.items() if count
    )
