"""The indicators that plans should have moved, and where their numbers came to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.analysis.tabled import table_of
from dashboard.commitments.promise import (
    all_promises,
    figure_text,
    promise_title,
    writer_of,
    years_of,
)
from dashboard.commitments.reading import read_plans

if TYPE_CHECKING:
    from dashboard.analysis.document import AnalysisTable
    from dashboard.analysis.telling import AnalysisTelling
    from dashboard.commitments.promise import Promise, PromiseYear

PHASES = ("before", "during")


def promised_of(telling: AnalysisTelling, begun: set[str]) -> dict[tuple[str, str], Promise]:
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


def numbers_table(
    telling: AnalysisTelling, promised: dict[tuple[str, str], Promise]
) -> AnalysisTable:
    """What the country's figures were before the plans, in their last years, and now."""
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
