"""In which order commitments come, when they run, and how late they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dashboard.commitments.model import (
    Plan,
    Text,
)
from dashboard.commitments.order import ordered
from dashboard.commitments.reading import read_plans
from dashboard.commitments.standing import (
    standings,
)
from dashboard.commitments.state import SORTS, PlanState
from dashboard.commitments.timeline import days_late, strip, undated
from dashboard.language.alphabet import collation
from dashboard.language.i18n import CODES, language
from tests.dashboard.commitments.promises import (
    BEGUN,
    DAYS,
    DONE,
    promised,
    said,
)

if TYPE_CHECKING:
    from dashboard.answers import Atlas


def test_a_strip_shows_a_status_in_its_year_and_then_while_the_plan_runs() -> None:
    plan = Plan("3", Text("Third"), "2016–2018", 2016, 2018, "", Text(""))
    item = promised(
        said(BEGUN, DAYS[0]), said(DONE), start=date(2016, 7, 1), deadline=date(2017, 6, 30)
    )
    years = strip(item, plan, range(2015, 2021), "", None)
    assert [year.said and year.said.status.code for year in years] == [
        None, None, "started", "started", None, None,
    ]  # fmt: skip
    assert [year.fresh for year in years] == [False, False, True, False, False, False]
    assert [year.running for year in years] == [False, True, True, True, False, False]
    assert [year.due for year in years] == [False, True, True, False, False, False]
    assert undated(item, "") == item.history[1]


@pytest.mark.parametrize(
    ("deadline", "finished", "late"),
    [
        (None, date(2020, 1, 1), None),
        (date(2020, 1, 1), None, None),
        (date(2020, 1, 1), date(2020, 1, 31), 30),
        (date(2020, 1, 1), date(2019, 12, 31), -1),
    ],
)
def test_lateness_needs_both_days(
    deadline: date | None, finished: date | None, late: int | None
) -> None:
    assert days_late(promised(deadline=deadline, finished=finished)) == late


def test_lithuanian_letters_have_their_places() -> None:
    names = ["Žemė", "Šeima", "Zona", "Ąžuolas", "Aida", "Čia", "Cukrus", "Ypač", "Ikona", "Jūra"]
    assert sorted(names, key=collation) == [
        "Aida", "Ąžuolas", "Cukrus", "Čia", "Ikona", "Ypač", "Jūra", "Šeima", "Zona", "Žemė",
    ]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("sort", SORTS)
def test_turned_round_the_order_is_the_other_and_what_is_empty_stays_last(
    atlas: Atlas, code: str, sort: str
) -> None:
    plans = read_plans(atlas, language(code))
    found = standings(plans, PlanState())
    up, down = ordered(found, plans, sort), ordered(found, plans, f"-{sort}")
    assert sorted(item.commitment.key for item in up) == sorted(plans.commitments)
    assert sorted(item.commitment.key for item in down) == sorted(plans.commitments)
    if sort in {"status", "observed"}:
        for order in (up, down):
            unknown = [not (item.now and (sort == "status" or item.now.observed)) for item in order]
            assert unknown == sorted(unknown)
