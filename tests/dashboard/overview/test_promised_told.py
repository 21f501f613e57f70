"""Plans and the target in short: what the tables of commitments and services say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest

from dashboard.commitments.promise import PromiseYear
from dashboard.language.i18n import language
from dashboard.overview.overview import read_overview
from dashboard.overview.promised import last_good_year, newest_target, plan_path, plan_sentence
from tests.dashboard.overview.overview_tables import leave

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.answers import Atlas
    from tests.dashboard.overview.conftest import Edit

LT, EN = language("lt"), language("en")
ASSESSED = (
    "SELECT plan, assessor, status, count(*) AS n FROM commitment_status "
    "JOIN commitment USING (commitment) JOIN commitment_scale USING (scale) "
    "WHERE kind = 'implementation' GROUP BY ALL"
)


def asked(atlas: Atlas, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{atlas.store.path}' AS atlas (READ_ONLY)")
        connection.execute("USE atlas")
        return connection.execute(query).fetchall()


def test_the_newest_plan_and_the_newest_that_was_assessed(atlas: Atlas) -> None:
    numbers = {int(str(row[0])) for row in asked(atlas, "SELECT plan FROM commitment")}
    said = {(int(str(plan)), status): n for plan, _, status, n in asked(atlas, ASSESSED)}
    newest, assessed = max(numbers), max(plan for plan, _ in said)
    assert newest > assessed, "or there is one plan to be shown"
    plans = read_overview(atlas, LT).plans
    assert [int(view.state.plan) for view in plans] == [newest, assessed]
    counts = {status: n for (plan, status), n in said.items() if plan == assessed}
    assert {str(s.code): n for s, n in plans[1].counts.items() if s and n} == counts
    three = [len(view.found) for view in plans]
    assert three == [
        len(asked(atlas, f"SELECT * FROM commitment WHERE plan = '{plan}'"))
        for plan in (newest, assessed)
    ]


def test_what_is_said_of_the_plans_today(atlas: Atlas) -> None:
    newest, assessed = (plan_sentence(view) for view in read_overview(atlas, LT).plans)
    assert newest == (
        "Šeštasis veiksmų planas (2023–2025 m.): "
        "nė vieno iš 3 įsipareigojimų įgyvendinimas neįvertintas."
    )
    assert assessed == (
        "Penktasis veiksmų planas (2021–2023 m.), nepriklausomo vertinimo mechanizmo (IRM) "
        "vertinimas: iš 3 įsipareigojimų 1 neįgyvendintas, 2 įgyvendinti."
    )
    assert [plan_path(view) for view in read_overview(atlas, EN).plans] == [
        "/en/commitments?plan=6",
        "/en/commitments?plan=5&assessor=irm",
    ]


def test_of_several_assessors_the_last_word_is_told_and_of_none_the_newest_plan_alone(
    changed: Edit, empty: Path
) -> None:
    older = changed("DELETE FROM commitment_status WHERE scale = 'irm_implementation'", of=empty)
    plans = read_overview(older, LT).plans
    assert [view.state.plan for view in plans] == ["6", "3"]
    silent = changed("DELETE FROM commitment_status WHERE scale LIKE '%implementation'", of=empty)
    assert [view.state.plan for view in read_overview(silent, LT).plans] == ["6"]
    sixth = changed(
        "UPDATE commitment_status SET commitment = '6' || commitment[2:] WHERE commitment[1] = '5'",
        of=empty,
    )
    assert [view.state.plan for view in read_overview(sixth, LT).plans] == ["6"]


@pytest.mark.parametrize(
    ("statements", "year"), [([], 2025), ([leave(2025, 39)], 2024), ([leave(2025, 40)], 2025)]
)
def test_how_many_reached_the_target_is_counted_in_a_year_of_enough(
    changed: Edit, statements: list[str], year: int
) -> None:
    atlas = changed(*statements)
    ((reached, known),) = asked(
        atlas,
        "SELECT count(*) FILTER (numerator / denominator >= 0.15), count(*) FROM mart_indicator "
        "WHERE indicator = 'services_transferred' AND area = 'all' AND demo "
        f"AND state IN ('ok', 'declared_zero') AND year = {year}",
    )
    target = newest_target(atlas, LT)
    assert target is not None
    assert target.last is not None
    assert (target.promise.target, target.promise.target_year) == (15, 2020)
    found = target.last
    assert (found.year, found.reached, found.comparable) == (year, reached, known)
    assert found.demo
    assert target.sources == ("demo",)


def test_without_figures_nobody_is_said_to_have_reached_it(vilnius: Atlas) -> None:
    target = newest_target(vilnius, LT)
    assert target is not None
    assert (target.due, target.last, target.sources) == (None, None, ())
    assert last_good_year([]) is None


def test_where_no_year_has_enough_the_target_is_told_of_the_last_that_has_any() -> None:
    known = [PromiseYear(year, "", 20.0, 1, count) for year, count in ((2023, 3), (2024, 2))]
    assert last_good_year([*known, PromiseYear(2025, "", None, 0, 0)]) == known[-1]
