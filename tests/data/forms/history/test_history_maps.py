"""A map says which heading feeds which column; what it cannot say is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.forms.definition.errors import FormError
from tests.data.forms.given import ENTITIES
from tests.data.forms.history.tables import COLUMNS, HEADINGS, figures, row

if TYPE_CHECKING:
    from pathlib import Path


def test_one_heading_may_feed_several_columns_and_a_value_all_rows(bring, var: Path) -> None:
    short = [
        ("form", "Savivaldybė", "municipality", ""), ("form", "Metai", "year", ""),
        *(("allocations", "Suma", column, "") for column in ("planned", "revised", "executed")),
        *(
            ("allocations", "", column, value)
            for column, value in (
                ("financing", "municipal"), ("mode", "Asignavimas"), ("programme", "Visos"),
            )
        ),
        ("allocations", "Kodas", "code", ""), ("allocations", "Įmonė", "name", ""),
        ("allocations", "Tipas", "kind", ""), ("allocations", "Sritis", "area", ""),
    ]  # fmt: skip
    head = ("Nr.", "Savivaldybė", "Metai", "Kodas", "Įmonė", "Tipas", "Sritis", "Suma", "Pastabos")
    done = bring(
        ("1", "13", "2019 m.", ENTITIES[0], "Pirmoji", "NVO", "Sportas", "12", "ok"),
        headings=head,
        mapped=short,
    )
    assert done.errors == 0
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 12


def test_a_missing_column_is_named(bring) -> None:
    done = bring(row()[:-1], headings=HEADINGS[:-1])
    assert [(each.code, each.details["column"]) for each in done.problems] == [
        ("missing_heading", "Suma")
    ]


@pytest.mark.parametrize(
    ("mapped", "complaint"),
    [
        ([("allocation", "a", "code", "")], r"line 2: unknown sheet 'allocation' \(meant"),
        ([("allocations", "a", "kodas", "")], "line 2: unknown column 'kodas'"),
        ([("form", "a", "declared_total", "")], "line 2: unknown column 'declared_total'"),
        ([("form", "a", "year", "")], "must fill one sheet, got: none"),
        (
            [("allocations", "a", "code", ""), ("services", "b", "area", "")],
            "must fill one sheet, got: allocations, services",
        ),
    ],
)
def test_a_wrong_map_is_refused(bring, mapped: list[tuple[str, ...]], complaint: str) -> None:
    with pytest.raises(FormError, match=complaint):
        bring(row(), mapped=mapped)


def test_a_value_that_its_column_cannot_hold_is_refused(bring) -> None:
    own = [
        ("form" if column in {"municipality", "year"} else "allocations", heading, column, "")
        for heading, column in zip(HEADINGS, COLUMNS, strict=True)
    ]
    with pytest.raises(FormError, match="the map gives every row financing 'valstybė'"):
        bring(row(), mapped=[*own, ("allocations", "", "financing", "valstybė")])
