"""A correction applies to what it was made for and leaves a mark, or stops the build by name."""

from __future__ import annotations

import csv
import shutil
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.corrections import CORRECTIONS, Correction, read_corrections
from data.demo.residents import published
from data.errors import CorrectionFailed, SourceError
from data.forms.archive.acceptance import accept
from data.residents import published_residents
from tests.built import quick_build
from tests.data.forms.given import ENTITIES, checked, line, sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from data.building.build import BuildReport

    Building = Callable[..., BuildReport]

PAID = Correction(
    correction="paid-twice",
    table="allocation",
    key=f"municipality=13; year=2020; entity={ENTITIES[0]}; programme=Kultūra",
    column="executed",
    expected="1000.00",
    value="500",
    reason="entered twice",
    status="applies",
    kind="real",
)

NAME = replace(
    PAID,
    correction="misspelt",
    table="entity",
    key=f"code={ENTITIES[0]}",
    column="name",
    expected="Pirmoji",
    value="Pirmoji VšĮ",
)

RESIDENTS = "SELECT residents FROM population WHERE municipality = '13' AND year = {}"

SLIP = "demo-41-2022-culture"
"""The correction that the demonstration set brings along."""


def write(path: Path, *corrections: Correction) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(asdict(PAID)))
        writer.writeheader()
        writer.writerows(map(asdict, corrections))
    return path


@pytest.fixture(scope="module")
def uncorrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an accepted form and what was built of it."""
    folder = tmp_path_factory.mktemp("uncorrected")
    path = folder / "forma.csv"
    path.write_text("a")
    rows = sheets(line(), line("7.00", code=ENTITIES[1], name="Antroji", kind="ngo"))
    accept([path], folder, check=checked("13", 2020, rows))
    quick_build(folder / "savivalda.duckdb", corrections=write(folder / "corrections.csv"))
    return folder


@pytest.fixture(scope="module")
def corrected(
    uncorrected: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, BuildReport]:
    """The same built with corrections of an amount, a recipient's name and a published figure."""
    folder = tmp_path_factory.mktemp("corrected") / "var"
    target = shutil.copytree(uncorrected, folder) / "savivalda.duckdb"
    ((residents,),) = ask(target, RESIDENTS.format(2018))
    counted = replace(
        PAID, correction="miscounted", table="population", key="municipality=13; year=2018",
        column="residents", expected=str(residents), value="500000",
    )  # fmt: skip
    path = write(folder / "corrections.csv", PAID, NAME, counted)
    return target, quick_build(target, corrections=path)


@pytest.fixture
def target(uncorrected: Path, tmp_path: Path) -> Path:
    """The built database in a copy of that folder."""
    return shutil.copytree(uncorrected, tmp_path / "var") / "savivalda.duckdb"


@pytest.fixture
def building(target: Path) -> Building:
    """Build with corrections and without the demonstration set."""

    def built(*corrections: Correction, **more: object) -> BuildReport:
        path = write(target.with_name("corrections.csv"), *corrections)
        return quick_build(target, corrections=path, **more)

    return built


def ask(target: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(target, read_only=True) as tables:
        return tables.execute(query).fetchall()


def test_a_correction_changes_one_value_and_leaves_a_mark(
    uncorrected: Path, corrected: tuple[Path, BuildReport]
) -> None:
    before = ask(uncorrected / "savivalda.duckdb", "SELECT content_checksum FROM build")
    target, report = corrected
    assert report.corrections == ("paid-twice", "misspelt", "miscounted")
    assert [(report.checksum,)] == ask(target, "SELECT content_checksum FROM build") != before
    assert ask(target, "SELECT sum(executed)::INTEGER FROM allocation") == [(507,)]
    mark = "SELECT * EXCLUDE (key, reason) FROM correction_applied WHERE correction = 'paid-twice'"
    assert ask(target, mark) == [
        ("paid-twice", "allocation", "executed", "1000.00", "500", "real", "13", 2020)
    ]
    with Store(target) as store:
        view = indicator_view(store, "total", "eur").set_index(["municipality", "year"])
    assert view.loc[("13", 2020), "value"] == 507
    assert {*view.index[view["corrected"]]} == {("13", 2020), ("13", 2018)}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"expected": "1000.01"}, "expected executed 1000.01, the source says 1000.00"),
        ({"expected": ""}, "expected executed None, the source says 1000.00"),
        ({"expected": "much"}, "cannot be applied"),
        ({"value": ""}, "cannot be applied"),
        ({"key": "municipality=13; year=2020"}, "expected one row of allocation .* got 2"),
        ({"key": "municipality=13; year=2020; area=sport"}, "got 0"),
        ({"key": "municipality=13"}, "its key must name municipality and year"),
        ({"key": "municipality=13; year=2020; entty=1"}, r"no column 'entty' \(meant 'entity'\?\)"),
        ({"column": "exectued"}, r"no column 'exectued' \(meant 'executed'\?\)"),
        ({"column": "municipality", "expected": "13", "value": "21"}, "cannot change whose"),
    ],
)
def test_a_correction_that_no_longer_holds_stops_the_build_by_name(
    target: Path, building: Building, change: dict[str, str], complaint: str
) -> None:
    before = target.read_bytes()
    with pytest.raises(CorrectionFailed, match=complaint) as caught:
        building(replace(PAID, **change))
    assert str(caught.value).startswith("correction 'paid-twice': ")
    assert caught.value.correction == "paid-twice"
    assert target.read_bytes() == before


def test_a_withdrawn_one_is_left_out_and_one_of_a_form_that_is_not_there_waits(
    building: Building,
) -> None:
    withdrawn = replace(PAID, status="withdrawn", expected="nonsense")
    elsewhere = replace(
        PAID, correction="elsewhere", key="municipality=21; year=2020; area=culture"
    )
    assert building(withdrawn, elsewhere).corrections == ()
    # Nor is one of real figures applied to invented ones, which bring their own.
    assert building(elsewhere, demo=True).corrections == (SLIP,)


def test_an_entity_is_corrected_in_every_form_that_pays_it(
    corrected: tuple[Path, BuildReport],
) -> None:
    paying = "SELECT municipality, year FROM correction_applied WHERE correction = 'misspelt'"
    assert ask(corrected[0], paying) == [("13", 2020)]


def test_published_figures_are_corrected_before_anything_is_reckoned_from_them(
    uncorrected: Path, corrected: tuple[Path, BuildReport]
) -> None:
    before = ask(uncorrected / "savivalda.duckdb", RESIDENTS.format(2018))
    assert ask(corrected[0], RESIDENTS.format(2018)) == [(500000,)] != before
    assert ask(corrected[0], RESIDENTS.format(2019)) != before


def test_what_is_corrected_still_meets_every_check(building: Building) -> None:
    with pytest.raises(Exception, match="figures_within_bounds"):
        building(replace(PAID, value="-1"))


def test_the_corrections_of_the_repository_are_of_real_figures(
    built: tuple[Path, BuildReport],
) -> None:
    assert {each.kind for each in read_corrections(CORRECTIONS)} <= {"real"}
    marks = ask(built[0], "SELECT correction FROM correction_applied WHERE kind = 'demo'")
    assert marks == [(SLIP,)]


def test_other_residents_do_not_stop_the_invented_correction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = {key: round(count * 0.83) for key, count in published_residents().items()}
    monkeypatch.setattr("data.demo.residents.published_residents", lambda: fewer)
    published.cache_clear()
    try:
        target = tmp_path / "savivalda.duckdb"
        assert quick_build(target, demo=True).corrections == (SLIP,)
    finally:
        published.cache_clear()
    ((before, after),) = ask(target, "SELECT before, after FROM correction_applied")
    assert before != after
    assert sorted(before) == sorted(after)
    with Store(target) as store:
        view = indicator_view(store, "total", "eur").set_index(["municipality", "year"])
    assert view.index[view["corrected"]].to_list() == [("41", 2022)]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"table": "mart_indicator"}, "line 2: unknown 'mart_indicator'"),
        ({"status": "aplies"}, r"unknown 'aplies' \(meant 'applies'\?\)"),
        ({"kind": "both"}, "is 'both', not 'real'"),
        ({"kind": "demo"}, r"is 'demo', not 'real'; .* are made with them, in data/demo/slip\.py"),
        ({"reason": ""}, "gives no reason"),
        ({"correction": ""}, "a name of its own"),
    ],
)
def test_a_line_that_is_not_a_correction_is_named(
    tmp_path: Path, change: dict[str, str], complaint: str
) -> None:
    path = write(tmp_path / "corrections.csv", replace(PAID, **change))
    with pytest.raises(SourceError, match=complaint):
        read_corrections(path)


def test_names_do_not_repeat_and_columns_are_these(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="a name of its own: 'paid-twice'"):
        read_corrections(write(tmp_path / "a.csv", PAID, PAID))
    (tmp_path / "b.csv").write_text("correction,why\nx,y\n")
    with pytest.raises(SourceError, match="must have the columns correction, table, key"):
        read_corrections(tmp_path / "b.csv")
    with pytest.raises(SourceError, match="No such file"):
        read_corrections(tmp_path / "c.csv")
    assert read_corrections(write(tmp_path / "d.csv")) == []
