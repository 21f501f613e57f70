"""Real and invented figures are never counted together, and the real ones can be had alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from data.asking import commitments, views
from data.catalog import INDICATORS, YEARS
from data.errors import UnknownFigures
from tests.mixed import REAL

if TYPE_CHECKING:
    from data.asking.store import Store

EVERY = [
    (indicator.id, unit, area)
    for indicator in INDICATORS.values()
    for unit in indicator.units
    for area in (("all", "culture") if indicator.by_area else ("all",))
]


@pytest.mark.parametrize(("indicator", "unit", "area"), EVERY)
def test_real_figures_alone_are_those_of_a_database_built_without_invented_ones(
    mixed_stores: tuple[Store, Store], indicator: str, unit: str, area: str
) -> None:
    among, alone = mixed_stores
    asked = (indicator, unit, area)
    real = views.indicator_view(among, *asked, figures="real")
    assert real.equals(views.indicator_view(alone, *asked))
    assert real.equals(views.indicator_view(alone, *asked, figures="real"))
    for same in (False, True):
        found = views.national_view(among, *asked, figures="real", same=same)
        assert found.equals(views.national_view(alone, *asked, same=same))
    terms = views.view_terms(among, *asked, figures="real")
    assert terms.equals(views.view_terms(alone, *asked))


@pytest.mark.parametrize("figures", ["all", "real"])
@pytest.mark.parametrize(("indicator", "unit", "area"), EVERY)
def test_what_counts_is_all_invented_or_all_real(
    mixed_stores: tuple[Store, Store], indicator: str, unit: str, area: str, figures: str
) -> None:
    asked = (indicator, unit, area)
    frame = views.indicator_view(mixed_stores[0], *asked, figures=figures)
    comparable = frame["state"].isin({"ok", "declared_zero"})
    base = (frame["demo"] & comparable).any()
    assert base == (figures == "all")
    assert (frame["counts"] == comparable & (frame["demo"] == base)).all()
    counted = frame[frame["counts"]].groupby("year")["value"]
    for same in (False, True):
        national = views.national_view(mixed_stores[0], *asked, figures=figures, same=same)
        if not same:
            known = national.set_index("year")["municipalities"]
            assert (known == counted.size().reindex(known.index, fill_value=0)).all()
    columns, *found = views.view_columns(mixed_stores[0], *asked, figures=figures)
    for name in ("value", "state", "counts", "demo", "estimated", "corrected", "small"):
        np.testing.assert_array_equal(columns[name], frame[name].to_numpy(), err_msg=name)
    for value, same in zip(found, (False, True), strict=True):
        expected = views.national_view(mixed_stores[0], *asked, figures=figures, same=same)
        np.testing.assert_array_equal(value, expected["value"])


def test_a_real_figure_is_there_to_be_read_and_changes_nothing_else(
    mixed_stores: tuple[Store, Store],
) -> None:
    frame = views.indicator_view(mixed_stores[0], "total", "eur")
    shown = frame[~frame["demo"] & frame["value"].notna()]
    assert set(zip(shown["municipality"], shown["year"], strict=True)) == {
        (place, year) for place, years in REAL.items() for year in years
    }
    invented = frame[frame["counts"]].groupby("year")["value"].mean()
    national = views.national_view(mixed_stores[0], "total", "eur").set_index("year")["value"]
    assert np.allclose(national, invented.reindex(national.index))


def test_a_promise_is_measured_by_one_kind_of_figures_in_all_years(
    mixed_stores: tuple[Store, Store],
) -> None:
    among, alone = mixed_stores
    progress = commitments.promise_progress(among, "3-II-1", "openness").set_index("year")
    assert progress["demo"].all()
    national = views.national_view(among, "openness").set_index("year")
    assert progress["value"].equals(national["value"])
    assert (progress["comparable"] == national["municipalities"]).all()
    real = commitments.promise_progress(alone, "3-II-1", "openness").set_index("year")
    assert not real["demo"].any()
    assert real["comparable"].to_dict() == {
        year: sum(year in years for years in REAL.values()) for year in YEARS
    }


def test_there_are_no_other_figures(mixed_stores: tuple[Store, Store]) -> None:
    for ask in (views.indicator_view, views.national_view, views.view_terms, views.view_columns):
        with pytest.raises(UnknownFigures, match=r"'reel' \(meant 'real'\?\); known: all, real"):
            ask(mixed_stores[0], "total", figures="reel")
