"""How the state kept its promises, plan by plan, and where the promised numbers came to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.analysis.document import AnalysisPart, AnalysisSection
from dashboard.analysis.tabled import table_of
from dashboard.commitments.promise import (
    all_promises,
    figure_text,
    promise_title,
    writer_of,
    years_of,
)
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import status_count
from dashboard.commitments.state import PlanState, write_plan_state
from dashboard.commitments.view import read_plan_view
from dashboard.frame.source_line import source_text

if TYPE_CHECKING:
    from dashboard.analysis.document import AnalysisTable
    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.commitments.model import Plan
    from dashboard.commitments.promise import Promise, PromiseYear
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language

COMMITMENTS = "commitments"
PHASES = ("before", "during")


def commitments_section(telling: AnalysisTelling) -> AnalysisSection:
    """Plans that had begun by the year, and the numbers that they were to move."""
    words, plans = telling.words, read_plans(telling.atlas, telling.words).plans
    begun = [plan for plan in plans.values() if plan.first and plan.first <= telling.year]
    views = [
        (plan, read_plan_view(telling.atlas, words, write_plan_state(PlanState(plan=plan.id))))
        for plan in begun
    ]
    views = [(plan, view) for plan, view in views if view.found]
    promised = _promised(telling, {plan.id for plan in begun})
    said = (_said(telling, [view for _, view in views]),) if views else ()
    tables = (
        *([_plans_table(telling, views)] if views else []),
        *([_numbers_table(telling, promised)] if promised else []),
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


def _promised(telling: AnalysisTelling, begun: set[str]) -> dict[tuple[str, str], Promise]:
    """Indicators that plans were to move, each once in a plan; one with a target goes first."""
    plan_of = {
        key: item.plan for key, item in read_plans(telling.atlas, telling.words).commitments.items()
    }
    found = sorted(all_promises(telling.atlas, telling.words), key=lambda item: item.target is None)
    kept: dict[tuple[str, str], Promise] = {}
    for item in found:
        plan = plan_of[item.commitment]
        if plan in begun and telling.figures == "all":
            kept.setdefault((plan, item.view.indicator), item)
    return dict(sorted(kept.items()))


def _numbers_table(
    telling: AnalysisTelling, promised: dict[tuple[str, str], Promise]
) -> AnalysisTable:
    words, plans = telling.words, read_plans(telling.atlas, telling.words).plans
    told = {pair: _phases(telling, item) for pair, item in promised.items()}
    rows = [
        (
            plans[plan].title.text,
            promise_title(item, words),
            *(_cell(year, item, telling) for year in told[plan, of]),
            _target(item, telling),
        )
        for (plan, of), item in promised.items()
    ]

    def plain() -> pd.DataFrame:
        return pd.DataFrame(
            [
                (*pair, promised[pair].view.unit, year.year, year.phase, year.value)
                for pair, years in told.items()
                for year in years
                if year
            ],
            columns=["plan", "indicator", "unit", "year", "phase", "value"],
        )

    demo = next((mark for it in promised.values() if (mark := _demo(telling, it))), "")
    keys = ("plan", "indicator", "before", "during", "now", "target")
    head = [words.t(f"analysis.column.{key}", year=telling.year) for key in keys]
    title = words.t("analysis.commitments.numbers", year=telling.year)
    return table_of("promised-numbers", title, (head, rows), plain, demo=demo)


def _phases(telling: AnalysisTelling, promise: Promise) -> list[PromiseYear | None]:
    """The last year before the plan, the last of the plan, and that of the analysis."""
    years = [
        item
        for item in years_of(telling.atlas, promise)
        if item.year <= telling.year and item.value is not None
    ]
    of_phase = {item.phase: item for item in years}
    now = next((item for item in years if item.year == telling.year), None)
    before, during = (of_phase.get(phase) for phase in PHASES)
    return [before, None if during is now else during, now]


def _cell(year: PromiseYear | None, promise: Promise, telling: AnalysisTelling) -> str:
    if year is None:
        return "–"
    figure = figure_text(year, promise, telling.words)
    if year.year == telling.year:
        return figure
    return telling.words.t("analysis.commitments.cell", value=figure, year=year.year)


def _target(promise: Promise, telling: AnalysisTelling) -> str:
    """What should have been reached, and by when; a dash where nobody set it."""
    if promise.target is None:
        return "–"
    words, writer = telling.words, writer_of(promise, telling.words)
    if promise.target == int(promise.target):
        writer = replace(writer, decimals=0)
    said = words.t(
        f"analysis.commitments.target_{promise.direction}",
        value=writer.figure(promise.target),
        by=words.t("promise.by", year=promise.target_year) if promise.target_year else "",
    )
    return said.strip()


def _demo(telling: AnalysisTelling, promise: Promise) -> str:
    """The mark, where a figure of it is invented."""
    invented = any(year.demo for year in _phases(telling, promise) if year)
    return telling.words.t("demo.figures") if invented else ""
