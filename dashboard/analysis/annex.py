"""Parts of the analysis that are no views: commitments, methods, sources, all municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.analysis.document import AnalysisSection, AnalysisTable
from dashboard.analysis.outline import ANNEX, OUTLINE
from dashboard.commitments.promise import all_promises, promise_sentence
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import counts_sentence
from dashboard.commitments.state import PlanState, write_plan_state
from dashboard.commitments.view import read_plan_view
from dashboard.indicators.picture import short_name, told
from dashboard.indicators.sources import source_ids
from dashboard.indicators.writing import title
from data.catalog import INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.analysis.telling import AnalysisTelling

COMMITMENTS = "commitments"
OF_THE_ATLAS = ("boundaries", "places", COMMITMENTS)
"""Sources that every analysis rests on, whatever its figures."""


def commitments_section(telling: AnalysisTelling) -> AnalysisSection:
    """How the state kept its promises, plan by plan, and what the promised numbers came to."""
    words, plans = telling.words, read_plans(telling.atlas, telling.words)
    made = {item.plan for item in plans.commitments.values()}
    views = [
        read_plan_view(telling.atlas, words, write_plan_state(PlanState(plan=plan)))
        for plan in plans.plans
        if plan in made
    ]
    said = [counts_sentence(view, plans.plans[view.state.plan].title.text) for view in views]
    numbers = [
        promise_sentence(each, words)
        for each in all_promises(telling.atlas, words)
        if any(item.value is not None for item in each.years)
    ]
    return _section(telling, COMMITMENTS, (*said, *dict.fromkeys(numbers)))


def annex_section(telling: AnalysisTelling) -> AnalysisSection:
    """All municipalities in a table: what the map says of each."""
    words, views = telling.words, [telling.shown(*asked) for asked in ANNEX]
    columns = [
        told(shown, shown.years.index(telling.year), telling.wording(shown)) for shown in views
    ]
    names = [short_name(place, words) for place in municipalities()]
    demo = next((said for shown in views if (said := telling.demo(shown))), "")
    table = AnalysisTable(
        words.t("analysis.annex.table", year=telling.year),
        (words.t("table.name"), *(title(shown.view, words) for shown in views)),
        tuple(zip(names, *columns, strict=True)),
        demo,
    )
    return AnalysisSection(
        "annex", words.t("analysis.annex.heading"), words.t("analysis.annex.intro"), tables=(table,)
    )


def method_section(telling: AnalysisTelling) -> AnalysisSection:
    """How figures were reckoned, what counts, and whose data they are."""
    words = telling.words
    methods = [
        words.t(
            "analysis.method.of",
            name=words.t(f"indicator.{name}.name"),
            method=words.t(f"indicator.{name}.method"),
        )
        for name in dict.fromkeys(_indicators())
    ]
    said = (words.t("research.rule"), *methods, words.t("analysis.method.again", year=telling.year))
    return _section(telling, "method", said, tables=(_sources(telling),))


def _indicators() -> Iterator[str]:
    """Indicators that the analysis tells of, in its order."""
    for pieces in OUTLINE.values():
        for piece in pieces:
            asked = dict(part.split("=") for part in piece.query.split("&"))
            if asked.get("indicator", "") in INDICATORS:
                yield asked["indicator"]
    yield from (name for name, _ in ANNEX)


def _sources(telling: AnalysisTelling) -> AnalysisTable:
    words, code = telling.words, telling.words.code
    ids = set(OF_THE_ATLAS)
    for name, unit in ANNEX:
        shown = telling.shown(name, unit)
        row = np.array(shown.years) <= telling.year
        ids |= {*source_ids(shown, shown.there & row[:, None])}
    frame = telling.atlas.sources()
    rows = frame[frame["source"].isin(ids)].to_dict("records")
    return AnalysisTable(
        words.t("analysis.sources"),
        tuple(
            words.t(f"analysis.column.{key}") for key in ("source", "publisher", "date", "terms")
        ),
        tuple(
            (
                str(row[f"title_{code}"]),
                str(row["publisher"]),
                f"{row['retrieved']:%Y-%m-%d}",
                str(row[f"licence_{code}"]),
            )
            for row in rows
        ),
    )


def _section(
    telling: AnalysisTelling,
    name: str,
    said: tuple[str, ...],
    tables: tuple[AnalysisTable, ...] = (),
) -> AnalysisSection:
    heading, intro = (telling.words.t(f"analysis.{name}.{part}") for part in ("heading", "intro"))
    return AnalysisSection(name, heading, intro, said, tables=tables)
