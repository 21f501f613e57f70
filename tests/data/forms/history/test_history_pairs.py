"""Historical tables are asked for the same contradictions as forms."""

from __future__ import annotations

from datetime import date

import pytest

from data.forms.checking.context import Context
from data.forms.definition.read import load_form
from tests.data.forms.history.tables import problems, row

SERVICE = {
    "municipality": "Vilniaus m. sav.", "year": "2019", "service": "Pagalba į namus",
    "area": "Socialinė apsauga", "provider_kind": "NVO", "transfer_stage": "Perduota",
    "transfer_year": "2018",
}  # fmt: skip
OPENNESS = {
    "municipality": "Vilniaus m. sav.", "year": "2019", "ngo_council": "Taip", "meetings": "3",
    "ngo_share": "50", "open_budget": "Ne", "published_results": "Ne",
}  # fmt: skip


def lines(sheet: str, values: dict[str, str]):
    """A row of another sheet, its headings and its map."""
    titles = {
        column.id: column.title_lt
        for name in ("form", sheet)
        for column in load_form().sheet(name).columns
    }
    mapped = [
        ("form" if column in {"municipality", "year"} else sheet, titles[column], column, "")
        for column in values
    ]
    headings = [titles[column] for column in values]
    return {"headings": headings, "mapped": mapped}, [*values.values()]


@pytest.mark.parametrize(
    ("sheet", "values", "changes", "code"),
    [
        ("services", SERVICE, {"transfer_year": "2020"}, "transfer_year_later"),
        ("services", SERVICE, {"transfer_stage": "Numatyta perduoti"}, "transfer_year_untimely"),
        ("services", SERVICE, {"provider_kind": "Biudžetinė įstaiga"},
         "transferred_to_institution"),
        ("openness", OPENNESS, {"meetings": "0"}, "council_without_meetings"),
        ("openness", OPENNESS, {"ngo_share": "0"}, "council_without_ngos"),
        ("openness", OPENNESS, {"ngo_council": "Ne", "ngo_share": ""}, "meetings_without_council"),
        ("openness", OPENNESS, {"ngo_council": "Ne", "meetings": ""}, "share_without_council"),
    ],
)  # fmt: skip
def test_a_contradiction_in_a_row_is_named(bring, sheet, values, changes, code) -> None:
    more, good = lines(sheet, values)
    assert code not in {each for _, each in problems(bring(good, **more))}
    more, bad = lines(sheet, values | changes)
    assert code in {each for _, each in problems(bring(bad, **more))}


def test_a_year_that_has_not_begun_is_refused(bring) -> None:
    context = Context(today=date(2026, 11, 21))
    assert problems(bring(row(year="2027"), context=context)) == [("B2", "year_to_come")]
    assert bring(row(year="2026"), context=context).errors == 0


def test_a_table_in_thousands_is_remarked_on_once(bring) -> None:
    context = Context(residents={("13", 2019): 2, ("19", 2018): 1})
    rows = [row(), row(municipality="Kauno m. sav.", area="Kultūra")]
    assert problems(bring(*rows, context=context)) == []
    thousands = Context(residents={("13", 2019): 500_000, ("19", 2018): 300_000})
    assert problems(bring(*rows, context=thousands)) == [("L2", "size_unlikely")]


@pytest.mark.parametrize("said", ["jonas@gmail.com", "tel. 8 612 34567", "3.89.01.01.0003"])
def test_personal_data_are_refused_and_not_shown(bring, said: str) -> None:
    done = bring(row(), row(area="Kultūra", name=f"Ūkis, {said}"))
    assert [cell for cell, _ in problems(done)] == ["D3"]
    assert said not in repr(done.problems)
    assert done.accepted == ()


@pytest.mark.parametrize("said", ["jonas@gmail.com", "tel. 8 612 34567", "3.89.01.01.0003"])
def test_personal_data_are_found_in_a_column_that_nobody_reads(bring, said: str) -> None:
    usual = bring(row())
    headings = [*usual.path.read_text(encoding="utf-8").splitlines()[0].split(";"), "Užrašai"]
    done = bring((*row(area="Kultūra"), said), headings=headings)
    assert [cell for cell, _ in problems(done)] == ["M2"]
    assert done.accepted == ()
