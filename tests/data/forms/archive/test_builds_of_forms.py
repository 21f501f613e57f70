"""Builds use the accepted forms, and invent nothing beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.catalog import YEARS
from data.errors import ArchiveError
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.submissions import set_state
from tests.data.forms.given import ENTITIES, call, checked, line, sheets

if TYPE_CHECKING:
    from pathlib import Path

    from data.building.build import BuildReport
from tests.built import quick_build
from tests.data.forms.archive.archived import figures

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """A build with the demonstration set, forms of two municipalities, and a silent one."""
    var = tmp_path_factory.mktemp("mixed")
    winner = {"kind": "ngo", "mode": "competition", "code": ENTITIES[1], "name": "NVO"}
    rows = sheets(
        line(),
        line("250.50", programme="k 01", **winner),
        competitions=[call("250.50", competition="K-01")],
    )
    other = sheets(line("70.00", kind="other", name="Kitaip", code=ENTITIES[1]))
    for said in (("13", 2020, rows), ("21", 2021, other), ("13", 2026, rows)):
        (var / "forma.csv").write_text(str(said[:2]))
        accept([var / "forma.csv"], var, check=checked(*said), now=NOON)
    set_state(var, "19", 2020, "no_answer")
    return var / "savivalda.duckdb", quick_build(var / "savivalda.duckdb", demo=True)


def test_a_build_uses_the_forms_and_invents_only_the_rest(mixed: tuple[Path, BuildReport]) -> None:
    target, report = mixed
    assert report.forms == 2
    assert report.waiting == (("13", 2026),)
    real, invented = figures(target), figures(target, year=2019)
    assert (real["state"], real["demo"], invented["demo"]) == ("ok", False, True)
    assert figures(target, "ngo_competition_share")["value"] == pytest.approx(100 * 250.5 / 1250.5)
    assert figures(target, "competitions")["value"] == 1
    with duckdb.connect(target, read_only=True) as tables:
        rows = tables.execute(
            "SELECT demo, count(*) FROM submission GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        assert rows == [(False, 3), (True, 657)]
        found = tables.execute(
            "SELECT starts_with(entity, 'D'), count(*) FROM allocation "
            "WHERE municipality = '13' AND year = 2020 GROUP BY ALL"
        ).fetchall()
        assert found == [(False, 2)]
        for table, there in (("competition", 1), ("service", 0), ("openness", 1)):
            rows = tables.table(table).filter("municipality = '13' AND year = 2020")
            assert len(rows) == there
        assert tables.execute("SELECT count(DISTINCT demo) FROM mart_indicator").fetchone() == (2,)


def test_where_it_is_known_that_nothing_came_nothing_is_invented(
    mixed: tuple[Path, BuildReport],
) -> None:
    silent = figures(mixed[0], municipality="19")
    assert (silent["state"], silent["demo"]) == ("no_answer", False)


def test_forms_are_a_source_with_the_day_of_the_newest(mixed: tuple[Path, BuildReport]) -> None:
    with Store(mixed[0]) as store:
        sources = store.query("sources").set_index("source")
    assert sources.loc["forms", "kind"] == "real"
    assert f"{sources.loc['forms', 'retrieved']:%Y-%m-%d}" == "2026-11-21"
    assert "demo" in sources.index


def test_two_municipalities_may_see_a_recipient_differently(
    mixed: tuple[Path, BuildReport],
) -> None:
    target, _ = mixed
    assert figures(target, "ngo_any")["value"] > 0
    assert figures(target, "ngo_any", "21", 2021)["value"] == 0
    with duckdb.connect(target, read_only=True) as tables:
        assert tables.execute(
            "SELECT name, recipient_kind, municipality FROM entity WHERE code = ?", [ENTITIES[1]]
        ).fetchall() == [("Kitaip", "other", "21")]


def test_without_the_demonstration_set_there_are_only_forms(give, var: Path) -> None:
    give()
    report = quick_build(var / "a.duckdb")
    assert (report.forms, report.tables["allocation"], report.tables["entity"]) == (1, 1, 1)
    with Store(var / "a.duckdb") as store:
        assert set(store.query("sources")["kind"]) == {"real"}


def test_the_data_version_follows_the_forms(
    bare_built: tuple[Path, BuildReport], give, var: Path
) -> None:
    target, (_, empty) = var / "a.duckdb", bare_built
    give()
    first = quick_build(target)
    assert quick_build(target).data_version == first.data_version != empty.data_version
    give("13", 2020, sheets(line("1000.01")), content="second")
    elsewhere = quick_build(var.parent / "b.duckdb", data_dir=var)
    assert elsewhere.forms == 1
    assert elsewhere.data_version not in {first.data_version, empty.data_version}


def test_what_is_odd_but_possible_does_not_stop_a_build(give, var: Path) -> None:
    odd = line("900.00", revised=Decimal(1), mode="competition", kind="public_institution")
    rows = sheets(
        odd | {"programme": "K01"},
        competitions=[call("900.00", requested=Decimal(1), budget=Decimal(2))],
    )
    give("13", 2020, rows)
    assert quick_build(var / "a.duckdb").forms == 1


def test_a_form_lost_from_the_archive_stops_the_build(give, var: Path) -> None:
    result = give()
    kept = Archive(var).folder_of("13", 2020, result.entry.checksum)
    kept.rename(kept.with_name("gone"))
    with pytest.raises(ArchiveError, match="which is not there"):
        quick_build(var / "a.duckdb")


def test_a_municipality_with_forms_of_all_years_has_no_invented_recipients(give, var: Path) -> None:
    for year in YEARS:
        give("13", year, content=str(year))
    quick_build(var / "a.duckdb", demo=True)
    with duckdb.connect(var / "a.duckdb", read_only=True) as tables:
        found = tables.execute("SELECT code FROM entity WHERE municipality = '13'").fetchall()
    assert found == [(ENTITIES[0],)]
