"""Historical tables go through the form's checks to the cell, and in whole or not at all."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.build import build
from data.errors import ArchiveError
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.submissions import submissions
from data.forms.checking.context import Context
from data.forms.checking.texts import to_text
from data.forms.definition.errors import FormError
from data.forms.history import import_table
from data.forms.history.table import open_table
from tests.bench.historical import write_map, write_table
from tests.data.forms.given import ENTITIES, checked, line, sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from data.forms.history import Imported

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[4]
HEADINGS = (
    "Savivaldybė", "Metai", "Kodas", "Įmonė", "Tipas", "Sritis", "Būdas", "Programa", "Šaltinis",
    "Planas", "Patikslinta", "Suma",
)  # fmt: skip
COLUMNS = (
    "municipality", "year", "code", "name", "kind", "area", "mode", "programme", "financing",
    "planned", "revised", "executed",
)  # fmt: skip
GOOD = (
    "Vilniaus m. sav.", "2019", ENTITIES[0], "Pirmoji", "NVO", "Sportas", "Konkursas", "K01",
    "Savivaldybės lėšos", "100", "100", "99,50",
)  # fmt: skip


def row(**changes: str) -> tuple[str, ...]:
    return tuple(({**dict(zip(COLUMNS, GOOD, strict=True)), **changes}).values())


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


@pytest.fixture
def bring(tmp_path: Path, var: Path) -> Callable[..., Imported]:
    """Import rows, with the usual map if no other is given."""

    def brought(
        *rows: Sequence[str],
        headings: Sequence[str] = HEADINGS,
        mapped: Sequence[tuple[str, ...]] | None = None,
        **more: object,
    ) -> Imported:
        path, map_csv = tmp_path / "istorija.csv", tmp_path / "map.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([headings, *rows])
        usual = [
            ("form" if column in {"municipality", "year"} else "allocations", heading, column, "")
            for heading, column in zip(HEADINGS, COLUMNS, strict=True)
        ]
        with map_csv.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [("sheet", "heading", "column", "value"), *(mapped or usual)]
            )
        return import_table(path, map_csv, var, now=NOON, **more)

    return brought


def problems(done: Imported) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in done.problems]


def known(var: Path) -> dict[tuple[str, int], str]:
    return {
        (each.municipality, each.year): each.state
        for each in submissions(var)
        if each.state != "not_asked"
    }


def figures(var: Path, indicator: str, unit: str | None = None):
    build(var / "a.duckdb", demo=False)
    with Store(var / "a.duckdb") as store:
        return indicator_view(store, indicator, unit).set_index(["municipality", "year"])


def test_a_table_is_parted_by_municipality_and_year(bring, var: Path) -> None:
    other = row(municipality="Kauno miesto savivaldybė", year="2018", executed="1.234,50 €")
    done = bring(row(), row(area="Kultūra", executed="0,5"), other)
    assert (done.rows, done.errors) == (3, 0)
    assert done.accepted == (("13", 2019), ("19", 2018))
    assert known(var) == {("13", 2019): "accepted", ("19", 2018): "accepted"}
    total = figures(var, "total", "eur")
    assert total.loc[("13", 2019), "value"] == 100
    assert total.loc[("19", 2018), "value"] == 1234.5
    assert not total.loc[("13", 2019), "demo"]


def test_what_a_table_does_not_hold_is_unknown_and_not_zero(bring, var: Path) -> None:
    bring(row())
    assert figures(var, "competitions").loc[("13", 2019), "state"] == "no_data"
    assert figures(var, "ngo_competition").loc[("13", 2019), "state"] == "ok"
    assert figures(var, "openness").loc[("13", 2019), "state"] == "no_data"


@pytest.mark.parametrize(
    ("column", "said", "code"),
    [
        ("municipality", "Atlantida", "unknown_municipality"),
        ("municipality", "Vilniaus", "ambiguous_municipality"),
        ("year", "seniai", "not_a_year"),
        ("year", "", "required"),
        ("code", "123456789", "entity_check_digit"),
        ("code", "12345", "entity_length"),
        ("code", "D13-0001", "entity_demo"),
        ("code", "", "required"),
        ("kind", "NVOO", "unknown_code"),
        ("area", "Sporta", "unknown_code"),
        ("planned", "šimtas", "not_a_number"),
        ("planned", "1.234", "ambiguous_number"),
        ("revised", "-5", "negative"),
        ("revised", "99 999 999 999", "above_maximum"),
        ("executed", "1,005", "ambiguous_number"),
        ("executed", "0,005", "finer_than_cents"),
        ("executed", "", "required"),
        ("name", "x" * 501, "text_too_long"),
        ("programme", "-", "required"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(
    bring, var: Path, column: str, said: str, code: str
) -> None:
    done = bring(
        row(), row(area="Kultūra", **{column: said}) if column != "area" else row(area=said)
    )
    at = "ABCDEFGHIJKL"[COLUMNS.index(column)]
    assert (f"{at}3", code) in problems(done)
    assert done.errors >= 1
    assert done.accepted == ()
    assert not (var / "forms" / "log.csv").exists()


def test_a_personal_code_is_refused_and_not_shown(bring, var: Path) -> None:
    for column in ("code", "name", "executed"):
        done = bring(row(**{column: "38001010009"}))
        assert [code for _, code in problems(done)] == ["personal_code"]
        assert "38001010009" not in repr(done.problems)
    assert bring(row(name="UAB 38001010009")).errors == 1
    assert not list((var / "forms").rglob("*.csv"))


def test_nothing_that_stands_beside_a_personal_code_is_shown(bring) -> None:
    for column in ("municipality", "code", "name", "kind", "programme", "executed"):
        done = bring(row(**{column: "Jonas Jonaitis a. k. 38001010009"}))
        assert [code for _, code in problems(done)] == ["personal_code"]
        assert "Jonaitis" not in to_text(done.report)


def test_a_personal_code_is_found_where_nobody_reads(bring, tmp_path: Path, var: Path) -> None:
    """The file is kept as it came, so it may hold none: above, beside or below the table."""
    bring(row(area="Nėra"))
    code = "3 800101-0009"
    above, beside, below = (
        f"Sudarė {code}\n{USUAL}",
        "\n".join(
            f"{each};{note}" for each, note in zip(USUAL.split("\n"), ("", code, ""), strict=True)
        ),
        f"{USUAL}\nSudarė {code}",
    )
    for text in (above, beside, below):
        path = tmp_path / "kita.csv"
        path.write_text(text, encoding="utf-8")
        done = import_table(path, tmp_path / "map.csv", var)
        assert [problem.code for problem in done.problems] == ["personal_code"]
        assert done.problems[0].cell in {"A1", "M2", "A4"}
    assert not (var / "forms" / "history").exists()


def test_who_paid_nothing_has_no_figures(bring, var: Path) -> None:
    bring(row(), row(year="2018", executed="0"))
    assert known(var) == {("13", 2018): "received", ("13", 2019): "accepted"}
    assert figures(var, "total").loc[("13", 2018), "state"] == "no_data"


def test_rows_are_compared(bring) -> None:
    done = bring(
        row(),
        row(),
        row(kind="Kita", area="Kultūra"),
        row(area="Švietimas", executed="101", name="Kitaip"),
    )
    assert problems(done) == [
        ("C3", "duplicate_row"), ("E4", "two_kinds"), ("L5", "executed_over_revised"),
    ]  # fmt: skip
    assert done.problems[0].details["first"] == "C2"
    assert done.errors == 2


def test_a_total_that_jumps_is_remarked_on(bring) -> None:
    big = dict.fromkeys(("planned", "revised", "executed"), "60000")
    known = Context(totals={("13", 2017): Decimal(400_000)})
    done = bring(row(**big | {"executed": "50 000"}), row(year="2018"), row(**big, year="2020"))
    assert problems(done) == [("L2", "jump_total")]
    done = bring(row(**big, year="2018"), context=known)
    assert problems(done) == [("L2", "jump_total")]
    assert done.accepted == (("13", 2018),)


def test_problems_that_repeat_are_named_at_each_cell(bring) -> None:
    done = bring(*(row(area="Nėra", programme=str(n)) for n in range(40)))
    assert problems(done) == [(f"F{n}", "unknown_code") for n in range(2, 42)]


def test_a_flood_of_problems_ends(bring) -> None:
    done = bring(*(row(area="Nėra", programme=str(n)) for n in range(10_050)))
    assert len(done.problems) == 10_001
    assert "too_many_problems" in {problem.code for problem in done.problems}


def test_an_earlier_import_is_superseded_on_its_sheet(bring, var: Path) -> None:
    bring(row())
    mapped = [
        ("form", "Savivaldybė", "municipality", ""), ("form", "Metai", "year", ""),
        ("openness", "Taryba", "ngo_council", ""), ("openness", "", "open_budget", "taip"),
        ("openness", "", "published_results", "ne"),
    ]  # fmt: skip
    head = ("Savivaldybė", "Metai", "Taryba")
    council = bring(("13", "2019", "ne"), ("19", "2019", "ne"), headings=head, mapped=mapped)
    assert council.accepted == (("13", 2019), ("19", 2019))
    assert known(var) == {("13", 2019): "accepted", ("19", 2019): "received"}
    bring(row(executed="50"))
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 50
    assert figures(var, "openness").loc[("13", 2019), "value"] == 20
    assert figures(var, "openness").loc[("19", 2019), "state"] == "no_data"


def test_the_same_table_again_changes_nothing(bring, var: Path) -> None:
    bring(row(), row(year="2018"))
    before = Archive(var).entries()
    done = bring(row(year="2018"), row())
    assert (done.accepted, done.unchanged) == ((), (("13", 2018), ("13", 2019)))
    assert Archive(var).entries() == before
    assert bring(row(), row(year="2018", executed="1")).accepted == (("13", 2018),)


def test_a_form_of_its_own_is_left_alone(bring, tmp_path: Path, var: Path) -> None:
    path = tmp_path / "forma.csv"
    path.write_text("a")
    accept([path], var, check=checked("13", 2019, sheets(line("7.00"))))
    done = bring(row(), row(year="2018"))
    assert (done.kept, done.accepted) == ((("13", 2019),), (("13", 2018),))
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 7
    assert bring(row(), over_forms=True).accepted == (("13", 2019),)
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 99.5


def test_the_file_and_its_map_are_kept(bring, var: Path) -> None:
    bring(row())
    (entry,) = Archive(var).entries()
    kept = var / "forms" / entry.file
    assert kept.read_text(encoding="utf-8").startswith("Savivaldybė;Metai")
    assert kept.with_name("map.csv").is_file()
    assert entry.form_version == "history"


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
        ("missing_column", "Suma")
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


USUAL = "\n".join(";".join(each) for each in (HEADINGS, row(), row(area="Kultūra")))
WRITTEN = {
    "utf-8": USUAL.encode(),
    "mark": b"\xef\xbb\xbf" + USUAL.encode(),
    "windows": USUAL.encode("cp1257"),
    "utf-16": USUAL.encode("utf-16"),
    "tabs": USUAL.replace(";", "\t").encode(),
    "carriage": USUAL.replace("\n", "\r\n").encode(),
    "title above": ("Istoriniai duomenys\n" + USUAL).encode(),
    "blank lines": USUAL.replace("\n", "\n\n").encode(),
    "bare quotes": USUAL.replace("Pirmoji", '"Pirmoji" VšĮ').encode(),
    "notes below": (USUAL + "\n;;;;;;;;;;;\n\nIš viso;;;;;;;;;200;200;199\nBe fondo\n").encode(),
    "empty columns": "\n".join(f"{each};;" for each in USUAL.split("\n")).encode(),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_table_is_read_however_it_was_saved(bring, tmp_path: Path, var: Path, name: str) -> None:
    bring(row(area="Nėra"))  # writes the map
    path = tmp_path / "kita.csv"
    path.write_bytes(WRITTEN[name])
    done = import_table(path, tmp_path / "map.csv", var)
    assert [each for each in done.problems if each.severity == "error"] == []
    assert done.rows == 2
    assert done.accepted == (("13", 2019),)


@pytest.mark.parametrize("name", ["title above", "blank lines", "windows"])
def test_rows_keep_their_numbers(bring, tmp_path: Path, var: Path, name: str) -> None:
    bring(row(area="Nėra"))
    path = tmp_path / "kita.csv"
    encoding = "cp1257" if name == "windows" else "utf-8"
    path.write_bytes(WRITTEN[name].replace("Kultūra".encode(encoding), b"Kult"))
    expected = {"title above": "F4", "blank lines": "F5", "windows": "F3"}
    assert problems(import_table(path, tmp_path / "map.csv", var)) == [
        (expected[name], "unknown_code")
    ]


def test_a_workbook_is_read_too(bring, tmp_path: Path, var: Path) -> None:
    bring(row(area="Nėra"))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Istoriniai duomenys"])
    sheet.append([])
    sheet.append(HEADINGS)
    sheet.append([*row()[:1], 2019, int(ENTITIES[0]), *row()[3:9], 100, 100.5, 1234.25])
    sheet.append([*row(area="Kult")])
    book.save(tmp_path / "kita.xlsx")
    done = import_table(tmp_path / "kita.xlsx", tmp_path / "map.csv", var)
    assert ("F5", "unknown_code") in problems(done)
    sheet.delete_rows(5)
    book.save(tmp_path / "kita.xlsx")
    assert import_table(tmp_path / "kita.xlsx", tmp_path / "map.csv", var).rows == 1
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 1234.25


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"x", "no_tables"),
        ("a.csv", b"", "no_tables"),
        ("a.csv", b"a;b\n1;2\n", "no_tables"),
        ("a.csv", b"\x00\x01\x02" * 99, "not_a_workbook"),
        ("a.xlsx", b"PK no workbook", "damaged"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    bring, tmp_path: Path, var: Path, name: str, content: bytes, code: str
) -> None:
    bring(row(area="Nėra"))
    (tmp_path / name).write_bytes(content)
    done = import_table(tmp_path / name, tmp_path / "map.csv", var)
    assert [problem.code for problem in done.problems] == [code]
    assert import_table(tmp_path / "none.csv", tmp_path / "map.csv", var).errors == 1


def test_a_row_that_is_too_long_is_named(bring) -> None:
    done = bring(row(), (*row(area="Kultūra"), "", "dar kai kas"))
    assert ("M3", "damaged") in problems(done)


def test_plain_and_odd_cells_mean_the_same(bring, var: Path) -> None:
    """Plain cells are read by the database, odd ones one by one: the sums must not differ."""
    amounts = [
        "1234.5", "1234,50", "1 234,50", "1\u00a0234,50", "1\u202f234.50", "1.234,50", "1,234.50",
        "1 234,50 €", "1234,5 Eur", " 1234,50 ", "EUR 1234,5", "1'234.50",
    ]  # fmt: skip
    rows = [
        row(programme=f"P{n}", planned=amount, revised=amount, executed=amount)
        for n, amount in enumerate(amounts)
    ]
    assert problems(bring(*rows)) == []
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 1234.5 * len(amounts)


KILL_AT = """
import os, signal
done = 0
def deadly(name):
    real = getattr(os, name)
    def call(*given, **named):
        global done
        done += 1
        if done == {step}:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)
    return call
for name in ("fsync", "replace", "mkdir"):
    setattr(os, name, deadly(name))
from pathlib import Path
from data.forms.history import import_table
import_table(Path({path!r}), Path({map_csv!r}), Path({var!r}))
"""


def test_killed_at_any_step_all_of_it_counts_or_nothing(bring, tmp_path: Path, var: Path) -> None:
    rows = [row(), row(year="2018"), row(municipality="19")]
    bring(row(area="Nėra"), *rows)
    path = tmp_path / "istorija.csv"
    path.write_text("\n".join(";".join(each) for each in (HEADINGS, *rows)), encoding="utf-8")
    for step in (1, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 60):
        code = KILL_AT.format(
            step=step, path=str(path), map_csv=str(tmp_path / "map.csv"), var=str(var)
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=os.environ, check=False)
        assert done.returncode in {0, -signal.SIGKILL}
        assert len(known(var)) in {0, 3}
        if done.returncode == 0:
            break
    assert len(known(var)) == 3
    assert len(figures(var, "total").query("state == 'ok'")) == 3


def test_a_full_disk_is_said_and_takes_nothing_in(
    bring, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(ArchiveError, match="No space left"):
            bring(row())
    assert known(var) == {}
    assert bring(row()).accepted == (("13", 2019),)


def test_thousands_of_rows_of_every_municipality_build_into_a_map(
    tmp_path: Path, var: Path
) -> None:
    table = write_table(tmp_path / "didelis.csv", 6600)
    done = import_table(table, write_map(tmp_path / "map.csv"), var)
    assert (done.rows, done.errors, len(done.accepted)) == (6600, 0, 660)
    assert (figures(var, "total")["state"] == "ok").all()


def test_plain_files_are_read_in_place(tmp_path: Path) -> None:
    table = write_table(tmp_path / "didelis.csv", 100)
    assert (
        open_table(table, tmp_path, {"savivaldybe": "municipality", "metai": "year"}).path == table
    )
