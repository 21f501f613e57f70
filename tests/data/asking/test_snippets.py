"""Whoever runs what a figure's page offers, in SQL or in Python, gets just this number."""

from __future__ import annotations

import contextlib
import io
import math
from typing import TYPE_CHECKING

import duckdb
import pytest

import savivalda
from data.asking.snippets import FILE, python_snippet, sql_snippet
from data.asking.trace import Figure, figure_terms
from data.asking.views import national_view
from data.catalog import INDICATORS
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.asking.store import Store

pytestmark = pytest.mark.filterwarnings("ignore::savivalda.Demonstration")

KINDS = [
    (each.id, unit, area, place)
    for each in INDICATORS.values()
    for unit in each.units
    for area in (("all", "culture") if each.by_area else ("all",))
    for place in (("53", "") if SOAK or unit == each.units[0] else ("53",))
]
"""Every indicator in every unit of a municipality, and in the usual one of the country."""


@pytest.fixture(scope="module")
def once_opened(store: Store) -> Iterator[savivalda.OpenAtlas]:
    """The downloaded file, opened once for many programs."""
    with savivalda.open(store.path) as atlas:
        yield atlas


def said(store: Store, figure: Figure) -> float:
    """What the atlas says."""
    if figure.municipality:
        terms = figure_terms(store, figure).set_index("municipality")
        return float(terms.loc[figure.municipality, "value"])
    years = national_view(store, figure.indicator, figure.unit, figure.area).set_index("year")
    return float(years.loc[figure.year, "value"])


def printed(program: str, store: Store) -> float:
    """What a program prints that finds the downloaded file."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        exec(program.replace(FILE, str(store.path)), {})
    return float(told.getvalue())


@pytest.mark.parametrize("kind", KINDS, ids="-".join)
def test_both_snippets_give_the_figure(
    store: Store,
    once_opened: savivalda.OpenAtlas,
    monkeypatch: pytest.MonkeyPatch,
    kind: tuple[str, str, str, str],
) -> None:
    monkeypatch.setattr(savivalda, "open", lambda _: contextlib.nullcontext(once_opened))
    *view, place = kind
    figure = Figure(*view, 2022, place)
    with duckdb.connect(store.path, read_only=True) as atlas:
        ((queried,),) = atlas.sql(sql_snippet(figure)).fetchall()
    expected = said(store, figure)
    assert math.isfinite(expected)
    assert math.isclose(queried, expected, rel_tol=1e-12)
    assert math.isclose(printed(python_snippet(figure), store), expected, rel_tol=1e-12)


def test_real_figures_alone_are_those_that_count_among_them(store: Store) -> None:
    figure = Figure("total", "eur", "all", 2022, "", "real")
    with duckdb.connect(store.path, read_only=True) as atlas:
        ((queried,),) = atlas.sql(sql_snippet(figure)).fetchall()
    only = figure_terms(store, figure)
    assert queried == only[only["counts"]]["value"].mean()
    assert printed(python_snippet(figure), store) == queried
