"""The program that a view of the bench offers gives every number that the view tells."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

import savivalda
from dashboard.language.i18n import language
from dashboard.research.bench import read_bench
from dashboard.research.registry import MAKERS, view_of

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.answers import Atlas
    from dashboard.research.view import ResearchView

pytestmark = pytest.mark.filterwarnings("ignore::savivalda.Demonstration")

CHOICES = (
    "",
    "indicator=total&unit=constant_per_resident&places=county:02",
    "indicator=openness&measure=change&since=2018&estimated=without",
    "indicator=total&places=peers&peer=53&year=2023",
    "indicator=residents&measure=growth&places=list&with=13,19,53",
    "indicator=total&figures=real",
)
"""What is chosen of every view: all, a county, another measure, peers, too few, real figures."""

OWN = {
    "relation": ("colour=group&log=xy&other_indicator=density", "measure=z&other_measure=rank"),
    "distribution": ("by=group", "by=county&year=2020"),
    "difference": ("against=indicators&indicator=budgetary&other_indicator=public",),
    "split": ("parts=bars", "parts=flows&places=group:ring"),
    "inequality": ("lines=clusters", "lines=clusters&indicator=density&places=group:other"),
    "multiples": ("tiled=trends",),
}
"""What is chosen of one view alone."""


@pytest.fixture(scope="module")
def atlas(opened: savivalda.OpenAtlas) -> Atlas:
    """The same data as the programs ask, whose figures are remembered for both."""
    return opened._reader._atlas  # type: ignore[attr-defined, no-any-return]


def view_asked(atlas: Atlas, query: str) -> ResearchView:
    return view_of(read_bench(atlas, language("en"), query))


def results_of(program: str) -> dict[str, Any]:
    known: dict[str, Any] = {}
    exec(program, known)
    results: dict[str, Any] = known.get("results", {})
    return results


def wrong(view: ResearchView, results: dict[str, Any]) -> dict[str, tuple[float, object]]:
    """Statistics that the program does not give, with what it gives instead."""
    told = {":".join(filter(None, (each.id, each.group))): each.value for each in view.statistics}
    assert len(told) == len(view.statistics)
    return {
        name: (value, results.get(name))
        for name, value in told.items()
        if name not in results
        or not (
            math.isclose(value, float(results[name]), rel_tol=1e-9, abs_tol=1e-12)
            or (math.isnan(value) and math.isnan(float(results[name])))
        )
    }


@pytest.mark.parametrize(
    "query",
    [f"view={name}&{choice}" for name in MAKERS for choice in (*CHOICES, *OWN.get(name, ()))],
)
def test_a_program_gives_the_numbers_of_its_view(
    query: str, atlas: Atlas, opened: savivalda.OpenAtlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(savivalda, "open", lambda **_: opened)
    view = view_asked(atlas, query)
    assert view.code is not None
    assert wrong(view, results_of(view.code())) == {}


def test_a_program_runs_where_the_data_are(
    database: Path, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(database.parent))
    view = view_asked(atlas, "view=relation")
    assert view.statistics
    assert view.code is not None
    assert wrong(view, results_of(view.code())) == {}
