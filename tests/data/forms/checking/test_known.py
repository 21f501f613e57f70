"""Earlier years as the database knows them, and a form that is checked against them."""

from __future__ import annotations

import shutil
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking import views
from data.asking.store import Store
from data.forms.checking.check import check_file
from data.forms.checking.context import Context, KnownEntity
from data.forms.checking.known import known_context
from data.forms.definition.codes import code_list
from tests.data.forms.drafts import allocation, filled
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REAL = "188659752"


@pytest.fixture
def part_real(database: Path, tmp_path: Path) -> Iterator[Store]:
    """A database in which Vilnius sent a true form for 2025: one association, two rows."""
    path = shutil.copy(database, tmp_path / "savivalda.duckdb")
    with duckdb.connect(path) as connection:
        connection.execute("DELETE FROM allocation WHERE municipality = '13' AND year = 2025")
        connection.execute(
            "UPDATE submission SET demo = false, state = 'accepted' "
            "WHERE municipality = '13' AND year = 2025"
        )
        connection.execute(
            "INSERT INTO entity VALUES (?, 'Asociacija', NULL, 'ngo', '13', NULL, NULL)", [REAL]
        )
        for amount in ("10000.10", "2000.20"):
            connection.execute(
                "INSERT INTO allocation VALUES ('13', 2025, ?, 'culture', 'appropriation', ?, "
                "'municipal', 0, 0, ?, NULL, NULL, NULL, NULL)",
                [REAL, amount, amount],
            )
    with Store(path) as store:
        yield store


def test_without_a_database_nothing_is_known():
    assert known_context(None) == Context()
    assert known_context(None, demo=True) == Context(demo=True)


def invented(codes):
    return [code for code in codes if code.startswith("D")]


def test_the_demonstration_set_says_nothing_about_true_forms(store):
    known, forms = known_context(store), views.submissions(store)
    real = forms[~forms["demo"]]
    assert {*known.totals} == {*zip(real["municipality"], real["year"], strict=True)}
    assert not invented(known.entities)
    assert not invented(entity for *_, entity in known.received)


def test_a_kind_that_no_form_offers_is_not_held_against_a_form(store):
    kinds = {entity.kind for entity in known_context(store).entities.values()}
    assert kinds
    assert kinds <= {code.code for code in code_list("recipient_kind")}


def test_invented_entities_are_known_where_invented_forms_are(store):
    known = known_context(store, demo=True)
    assert known.demo
    assert known.entities["D13-0001"].kind == "budgetary_institution"
    assert not invented(entity for *_, entity in known.received)


def test_true_figures_are_known_to_the_cent(part_real):
    known = known_context(part_real)
    assert known.entities[REAL] == KnownEntity("Asociacija", "ngo", None)
    assert known.totals["13", 2025] == Decimal("12000.30")
    assert known.received["13", 2025, REAL] == Decimal("12000.30")


def test_a_form_is_compared_with_the_year_before(part_real, tmp_path):
    row = allocation(1, code=REAL, kind="Kita", revised=90_000, executed=90_000)
    path = tmp_path / "forma.xlsx"
    draft = filled({"allocations": [row], "competitions": [], "services": []}, 90_000, 0)
    write_xlsx(draft, path)
    codes = {each.code for each in check_file(path, context=known_context(part_real)).problems}
    assert {"jump_total", "jump_entity", "kind_changed"} <= codes
