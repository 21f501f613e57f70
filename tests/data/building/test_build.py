"""A build is repeatable, says what is wrong, and never leaves the target half made."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.building.describe import DEFAULT_FOLDER
from data.building.publish import sweep, workshop
from data.catalog import INDICATORS, PRICE_YEAR
from data.errors import BuildError, CheckFailed, SourceError
from data.parts import reckoning
from tests.built import quick_build
from tests.data.building.publishing import put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.building.build import BuildReport


def rewrite(path: Path, change: Callable[[list[str]], list[str]]) -> None:
    """Change a CSV file's lines below the header."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, *change(lines)]) + "\n", encoding="utf-8")


def leftovers(target: Path) -> list[str]:
    return [path.name for path in target.parent.glob(f".{target.name}*")]


def test_a_build_reports_what_it_made_and_leaves_only_the_target(
    built: tuple[Path, BuildReport],
) -> None:
    target, report = built
    assert re.fullmatch(r"\d{4}-\d\d-\d\d\.[0-9a-f]{8}", report.data_version)
    assert report.checksum.startswith(report.data_version[-8:])
    assert report.tables["municipality"] == 60
    grids = sum(9 if indicator.by_area else 1 for indicator in INDICATORS.values())
    assert report.tables["mart_indicator"] == grids * 660
    assert list(report.stages) == [
        "inputs", "schema", "load", "correct", "persons", "derive", "indicators", "marts", "tidy",
        "checks", "checksum", "changes", "write", "anew", "dataset",
    ]  # fmt: skip
    assert {path.name for path in target.parent.iterdir()} == {
        target.name,
        f"{target.name}.dataset",
    }


def test_the_same_inputs_give_the_same_content_whenever_they_are_built(
    built: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    again = quick_build(tmp_path / "again.duckdb", demo=True, sources=DEFAULT_FOLDER)
    assert again.checksum == built[1].checksum
    assert again.data_version == built[1].data_version


def test_the_checksum_minds_what_rows_say_and_not_the_order_of_rows_or_columns(
    bare_built: tuple[Path, BuildReport], sources: Path, tmp_path: Path
) -> None:
    target, (_, before) = tmp_path / "a.duckdb", bare_built
    rewrite(sources / "population" / "population.csv", lambda lines: lines[::-1])
    path = sources / "prices" / "prices.csv"
    swapped = (",".join(line.split(",")[::-1]) for line in path.read_text("utf-8").splitlines())
    path.write_text("\n".join(swapped), encoding="utf-8")
    assert quick_build(target, sources=sources).checksum == before.checksum
    rewrite(
        sources / "population" / "population.csv",
        lambda lines: [lines[0].rpartition(",")[0] + ",4321", *lines[1:]],
    )
    assert quick_build(target, sources=sources).checksum != before.checksum


def test_a_failed_check_names_rows_and_publishes_nothing(
    empty: Path, sources: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "a.duckdb"
    put(target, empty, files=True)
    before = target.read_bytes()
    rewrite(
        sources / "population" / "population.csv",
        lambda lines: [line for line in lines if not line.startswith("11,")],
    )
    with pytest.raises(CheckFailed) as caught:
        quick_build(target, sources=sources)
    assert caught.value.check == "population_complete"
    assert caught.value.count == 8  # 2019–2021 lie between years of other sources
    assert caught.value.rows[0] == {"municipality": "11", "year": 2015, "residents": None}
    assert "municipality=11, year=2015" in str(caught.value)
    assert "without a positive number of residents" in str(caught.value)
    assert target.read_bytes() == before
    assert {path.name for path in target.parent.iterdir()} == {
        target.name,
        f"{target.name}.dataset",
    }


@pytest.mark.parametrize(
    ("file", "content", "complaint"),
    [
        ("prices.csv", "year,inflation\n2015,1\n", "missing columns: inflation_pct"),
        ("prices.csv", "year,inflation_pct\n2015,much\n", "prices.csv cannot be loaded"),
        ("prises.csv", "year\n2015\n", r"no table 'prises' \(meant 'prices'\?\)"),
        ("municipality.csv", "code\n11\n", "two files for the table 'municipality'"),
    ],
)
def test_a_wrong_source_file_is_named(
    sources: Path, tmp_path: Path, file: str, content: str, complaint: str
) -> None:
    (sources / "prices" / file).write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=complaint):
        quick_build(tmp_path / "a.duckdb", sources=sources)
    assert not (tmp_path / "a.duckdb").exists()
    assert not leftovers(tmp_path / "a.duckdb")


def test_interpolation_crosses_the_census_only_between_a_year_before_and_one_after_it(
    sources: Path, tmp_path: Path
) -> None:
    (sources / "population_2019" / "population.csv").unlink()
    target = tmp_path / "a.duckdb"
    quick_build(target, sources=sources)
    marks = "SELECT DISTINCT year, crosses_census FROM population WHERE estimated ORDER BY year"
    with duckdb.connect(target, read_only=True) as tables:
        assert tables.execute(marks).fetchall() == [
            (2019, False), (2022, True), (2023, True), (2024, True), (2025, True),
        ]  # fmt: skip


def add_row(path: Path, row: str) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}{row}\n", encoding="utf-8")


def test_several_sources_may_fill_a_table_but_a_row_of_two_is_told_with_both(
    sources: Path, tmp_path: Path
) -> None:
    add_row(sources / "population_2021" / "population.csv", "13,2019,1")
    with pytest.raises(SourceError) as caught:
        quick_build(tmp_path / "a.duckdb", sources=sources)
    said = str(caught.value)
    assert "both have the row municipality=13, year=2019 of table 'raw.population'" in said
    assert all(f"{name}/population.csv" in said for name in ("population_2019", "population_2021"))
    assert not (tmp_path / "a.duckdb").exists()


def test_a_source_that_fills_gaps_yields_what_the_other_has_and_is_named_no_more(
    sources: Path, tmp_path: Path
) -> None:
    path, target = sources / "population" / "population.csv", tmp_path / "a.duckdb"
    for code in [line[:2] for line in path.read_text("utf-8").splitlines() if ",2018," in line]:
        add_row(path, f"{code},2019,4321")
    quick_build(target, sources=sources)
    with duckdb.connect(target, read_only=True) as tables:
        rows = tables.execute("SELECT residents FROM population WHERE year = 2019").fetchall()
        assert set(rows) == {(4321,)}
        named = tables.execute("SELECT source FROM source WHERE source LIKE 'population%'")
        assert {name for (name,) in named.fetchall()} == {
            "population", "population_2021", "population_age", "population_older",
        }  # fmt: skip


def test_a_column_with_a_default_may_be_left_out(sources: Path, tmp_path: Path) -> None:
    folder = sources / "prices"
    head = "municipality,year,entity,area,mode,programme,financing,planned,revised,executed"
    (folder / "allocation.csv").write_text(f"{head}\n")
    quick_build(tmp_path / "a.duckdb", sources=sources)
    (folder / "allocation.csv").write_text(f"{head},kind\n")
    quick_build(tmp_path / "a.duckdb", sources=sources)
    (folder / "allocation.csv").write_text(f"{head},year\n")
    with pytest.raises(SourceError, match="missing columns: none"):
        quick_build(tmp_path / "a.duckdb", sources=sources)


def test_a_target_that_cannot_be_written_is_a_build_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="cannot build beside"):
        quick_build(tmp_path / "file" / "a.duckdb")


def test_an_indicator_without_a_query_is_a_build_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = INDICATORS["total"]
    monkeypatch.setattr(reckoning, "INDICATORS", {"x": type(known)("x", "ngo", (), "more", ())})
    with pytest.raises(BuildError, match="sql/indicators/x"):
        quick_build(tmp_path / "a.duckdb")


def test_a_killed_build_is_swept_by_the_next_and_the_target_is_whole(
    empty: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.duckdb"
    imports = "from pathlib import Path; from data.building.build import build"
    program = f"{imports}; build(Path({str(target)!r}))"
    process = subprocess.Popen([sys.executable, "-c", program])
    deadline = time.monotonic() + 30
    while not leftovers(target) and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert leftovers(target)
    assert not target.exists()
    put(target, empty)
    assert not leftovers(target)


def test_a_running_build_is_not_swept(tmp_path: Path) -> None:
    target = tmp_path / "a.duckdb"
    with workshop(target) as folder:
        sweep(target)
        assert folder.is_dir()
    assert not folder.exists()


def test_without_the_demonstration_set_nobody_was_asked(empty: Path) -> None:
    with Store(empty) as store:
        assert set(store.query("submissions")["state"]) == {"not_asked"}
        assert "demo" not in set(store.query("sources")["kind"])
        view = store.query(
            "indicator_view", indicator="total", unit="eur", area="all", figures="all"
        )
    assert len(view) == 660
    assert view["value"].isna().all()


def test_population_has_no_gaps_and_says_which_years_are_estimated(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    rows = {
        year: (residents, estimated, crossing)
        for year, residents, estimated, crossing in tables.execute(
            "SELECT year, residents, estimated, crosses_census "
            "FROM population WHERE municipality = '13'"
        ).fetchall()
    }
    published = dict(
        tables.execute("SELECT year, residents FROM raw.population WHERE municipality = '13'")
        .fetchall()
    )  # fmt: skip
    assert sorted(rows) == list(range(2015, 2027))
    assert {year: rows[year] for year in published if year in rows} == {
        year: (residents, False, False) for year, residents in published.items() if year in rows
    }
    # From 2021, counted before the census, to 2026: both marks.
    assert [year for year in rows if rows[year][1]] == [2022, 2023, 2024, 2025]
    step = (published[2026] - published[2021]) / 5
    for year in range(2022, 2026):
        assert abs(rows[year][0] - (published[2021] + step * (year - 2021))) <= 0.5
        assert rows[year][1:] == (True, True)


def test_prices_are_chained_from_one_hundred(tables: duckdb.DuckDBPyConnection) -> None:
    index = dict(tables.execute("SELECT year, price_index FROM price_index").fetchall())
    change = dict(tables.execute("SELECT year, inflation_pct FROM raw.prices").fetchall())
    assert index[2015] == 100
    assert max(index) == PRICE_YEAR == 2025
    for year in range(2016, 2026):
        expected = index[year - 1] * (1 + change[year] / 100)
        assert abs(index[year] - expected) < Decimal("0.0002")
