"""Rows are added up or left out, and every cent of the table's own total is told of."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.errors import ArchiveError
from data.forms.history import Wishes, check_table
from tests.data.forms.given import ENTITIES
from tests.data.forms.history.tables import known, problems
from tests.data.forms.history.test_rules_files import AREAS, HEADINGS, KINDS, MAP, check, row

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["check"]

SUM = ("table", "", "repeated_rows", "sum", "")
LEAVE = ("table", "", "left_out", "", "left.csv")
LEFT = {
    "left.csv": "ĮSTAIGA,PAVADINIMAS,value,why_lt,why_en\n"
    "????,,unit,Skyrius,A division\n,Kita*,other,Kita,Other\n"
}


def test_repeated_rows_are_an_error_unless_the_map_adds_them_up(check) -> None:
    rows = [
        row(),
        row(FUNKCIJA="10", IŠLEISTA="0,50", PAVADINIMAS="Naujas vardas"),
        row(METAI="2020"),
    ]
    assert ("B3", "duplicate_row") in problems(check(*rows)[0])
    table, tidy = check(*rows, more=(SUM,))
    assert (table.errors, table.read, table.rows) == (0, 3, 2)
    assert [(each["planned"], each["executed"]) for each in tidy] == [
        ("20.00", "10.00"),
        ("10.00", "9.50"),
    ]
    assert tidy[0]["name"] == "Naujas vardas"


def test_a_sum_of_which_a_part_is_not_told_is_not_told(check) -> None:
    mapped = tuple((*each[:4], "plan.csv") if each[2] == "planned" else each for each in MAP)
    plan = {"plan.csv": "FUNKCIJA,value\n10,\n"}
    _, tidy = check(row(), row(FUNKCIJA="10"), mapped=mapped, more=(SUM,), files=plan)
    assert [(each["planned"], each["executed"]) for each in tidy] == [("", "19.00")]


def test_what_cannot_be_added_must_agree(check) -> None:
    kinds = "FUNKCIJA,value\n09,ngo\n,other\n"
    table, tidy = check(row(), row(FUNKCIJA="10"), kinds=kinds, more=(SUM,))
    assert ("D3", "sum_disagrees") in problems(table)
    assert tidy == []


def test_rows_left_out_are_asked_nothing_but_counted_by_reason_and_year(
    check, tmp_path: Path
) -> None:
    rows = [
        row(),
        row(ĮSTAIGA="5077", FUNKCIJA="77", IŠLEISTA="1 000,01", PLANAS="nežinomas"),
        row(ĮSTAIGA="5078", METAI="2020", IŠLEISTA=""),
        row(PAVADINIMAS="Kita, smulkūs", METAI="2020", IŠLEISTA="2"),
    ]
    table, tidy = check(*rows, more=(LEAVE,), files=LEFT)
    assert (table.errors, table.read, len(tidy)) == (0, 4, 1)
    assert table.left_out == {
        "unit": {2019: (1, Decimal("1000.01")), 2020: (1, Decimal("0.00"))},
        "other": {2020: (1, Decimal("2.00"))},
    }
    assert table.totals == {2019: Decimal("1009.51"), 2020: Decimal("2.00")}
    assert table.taken == {2019: (1, Decimal("9.50"))}
    assert table.kinds == {"budgetary_institution": (1, Decimal("9.50"))}
    left = [each for each in table.decided if each.column == "left_out"]
    assert [(each.line, each.value, each.rows, each.recipients) for each in left] == [
        (2, "unit", 2, 2), (3, "other", 1, 1),
    ]  # fmt: skip
    with (tmp_path / "work0" / "left_out.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.reader(file))
    assert written[0] == ["row", "reason", *HEADINGS]
    assert written[1] == ["3", "unit", *rows[1]]
    assert [each[0] for each in written[1:]] == ["3", "4", "5"]


def test_an_amount_that_cannot_be_read_is_an_error_in_a_row_left_out_too(check) -> None:
    table, _ = check(row(), row(ĮSTAIGA="5077", IŠLEISTA="daug"), more=(LEAVE,), files=LEFT)
    assert ("F3", "not_a_number") in problems(table)


def test_personal_data_in_a_row_left_out_are_refused_and_not_shown(check, var: Path) -> None:
    for said in ("Kita 38001010009", "Kita jonas@gmail.com"):
        table, _ = check(row(), row(PAVADINIMAS=said), more=(LEAVE,), files=LEFT)
        assert [each.cell for each in table.problems if each.severity == "error"] == ["C3"]
        assert said not in repr(table.problems)
    assert not (var / "forms" / "history").exists()


CENTS = st.integers(0, 10**9).map(lambda cents: Decimal(cents).scaleb(-2))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(("2018", "2019", "2020")),
        st.sampled_from((*ENTITIES[:2], "5077")),
        st.sampled_from(("Centras", "Kita įmonė")),
        st.sampled_from(("08", "09", "10")),
        CENTS,
    ),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ROWS)
def test_the_own_total_is_what_is_taken_in_and_what_is_left_out_to_the_cent(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str, str, Decimal]]
) -> None:
    folder = tmp_path_factory.mktemp("sums")
    (folder / "work").mkdir()
    for name, text in {"kinds.csv": KINDS, "areas.csv": AREAS, **LEFT}.items():
        (folder / name).write_text(text, encoding="utf-8")
    with (folder / "map.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("sheet", "heading", "column", "value", "rules"), *MAP, SUM, LEAVE]
        )
    with (folder / "t.csv").open("w", encoding="utf-8", newline="") as file:
        lines = [
            (*each[:4], "1", f"{each[4]:,}".replace(",", " ").replace(".", ",")) for each in rows
        ]
        csv.writer(file, delimiter=";").writerows([HEADINGS, *lines])
    table = check_table(folder / "t.csv", folder / "map.csv", folder / "work")
    assert table.errors == 0
    own: dict[int, Decimal] = {}
    for year, *_, amount in rows:
        own[int(year)] = own.get(int(year), Decimal()) + amount
    assert table.totals == own
    for year, total in own.items():
        taken = table.taken[year].total if year in table.taken else 0
        left = sum(years[year].total for years in table.left_out.values() if year in years)
        assert taken + left == total
    with (folder / "work" / "tidy.csv").open(encoding="utf-8", newline="") as file:
        tidy = list(csv.DictReader(file))
    assert sum(Decimal(each["executed"]) for each in tidy) == sum(
        amounts.total for amounts in table.taken.values()
    )


def test_rows_left_out_are_written_where_wished_and_never_over_a_file(
    bring, tmp_path: Path, var: Path
) -> None:
    told = {"kinds.csv": KINDS, "areas.csv": AREAS, **LEFT}
    given_ = {"headings": HEADINGS, "mapped": (*MAP, LEAVE), "files": told}
    target = tmp_path / "praleista.csv"
    bring(row(), row(ĮSTAIGA="5077"), **given_, wishes=Wishes(left_out=target, dry_run=True))
    assert "3,unit,2019,5077,Centras" in target.read_text(encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"praleista\.csv is there"):
        bring(row(), **given_, wishes=Wishes(left_out=target))
    assert known(var) == {}
    done = bring(row(), **given_, wishes=Wishes(left_out=target, overwrite=True))
    assert done.accepted == (("13", 2019),)
    assert target.read_text(encoding="utf-8").splitlines() == [
        ",".join(("row", "reason", *HEADINGS))
    ]
