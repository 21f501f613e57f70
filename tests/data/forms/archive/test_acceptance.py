"""Forms are taken in whole, once, with a line in the log; builds use them and nothing invented."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from data.asking.store import Store
from data.asking.views import indicator_view
from data.building.build import build
from data.catalog import YEARS
from data.errors import ArchiveError
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.submissions import set_state, submissions
from geo.errors import UnknownPlace
from tests.data.forms.given import ENTITIES, call, checked, line, sheets

if TYPE_CHECKING:
    from data.building.build import BuildReport

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ROOT = Path(__file__).parents[4]


@pytest.fixture
def give(tmp_path: Path):
    """Send a file that a check finds to be so."""

    def sent(*said: object, name: str = "forma.xlsx", content: str = "a", **more: object):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        (result,) = accept([path], tmp_path / "var", check=checked(*said), now=NOON, **more)
        return result

    return sent


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def state(var: Path, municipality: str = "13", year: int = 2020):
    return {(each.municipality, each.year): each for each in submissions(var)}[municipality, year]


def figures(target: Path, indicator: str = "total", municipality: str = "13", year: int = 2020):
    with Store(target) as store:
        frame = indicator_view(store, indicator).set_index(["municipality", "year"])
        return frame.loc[(municipality, year)]


def test_a_clean_form_is_kept_as_it_came_and_tidy(give, var: Path) -> None:
    result = give("13", 2020, sheets(line(remark="a; b\n„c“")), content="as it came")
    assert result.result == "accepted"
    assert result.superseded is None
    kept = var / "forms" / "accepted" / "13" / "2020" / result.entry.checksum
    assert files(kept) == sorted(
        ["original.xlsx"]
        + [
            f"{sheet}.csv"
            for sheet in ("form", "allocations", "competitions", "services", "openness")
        ]
    )
    assert (kept / "original.xlsx").read_text() == "as it came"
    with (kept / "allocations.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["municipality"], row["year"] == ("13", "2020")
    assert row["executed"] == "1000.00"
    assert row["remark"] == "a; b\n„c“"
    assert row["users"] == ""
    assert files(var / "forms")[-1] == "log.csv"
    assert not list((var / "forms").glob(".*"))


def test_the_log_says_what_came_and_the_state_follows(give, var: Path) -> None:
    give("13", 2020, sheets(declared_zero_competition=True), "no_stamp")
    (entry,) = Archive(var).entries()
    assert (entry.at, entry.result, entry.state) == (NOON, "accepted", "declared_zero")
    assert (entry.errors, entry.warnings, entry.form_version) == (0, 1, "1.0")
    assert state(var).state == "declared_zero"
    assert state(var).received_on == date(2026, 11, 21)


def test_the_same_form_again_changes_nothing(give, var: Path) -> None:
    give()
    before = files(var / "forms" / "accepted")
    assert give(name="other name.xlsx").result == "unchanged"
    assert files(var / "forms" / "accepted") == before
    assert [entry.result for entry in Archive(var).entries()] == ["accepted", "unchanged"]
    assert state(var).earlier == 0


def test_a_corrected_form_supersedes_and_the_earlier_stays(give, var: Path) -> None:
    first = give(content="first")
    second = give("13", 2020, sheets(line("2000.00")), content="second")
    assert second.superseded == first.entry.checksum
    assert state(var).checksum == second.entry.checksum
    assert state(var).earlier == 1
    assert Archive(var).folder_of("13", 2020, first.entry.checksum).is_dir()
    again = give(content="first")
    assert again.result == "accepted"
    assert state(var).checksum == first.entry.checksum


def test_a_refused_form_leaves_a_line_and_nothing_else(give, var: Path) -> None:
    result = give("13", 2020, None, "personal_code", "no_stamp", name="=cmd 38001010009.xlsx")
    assert (result.result, result.reason) == ("refused", "problems")
    assert files(var / "forms") == ["log.csv"]
    assert "38001010009" not in (var / "forms" / "log.csv").read_text(encoding="utf-8")
    (entry,) = Archive(var).entries()
    assert (entry.errors, entry.warnings) == (1, 1)
    assert entry.file == "_cmd ….xlsx"
    assert state(var).state == "received"


def test_a_refused_form_does_not_touch_the_accepted_one(give, var: Path) -> None:
    give(content="good")
    before = state(var)
    give("13", 2020, None, "total_differs", content="bad")
    assert state(var) == before


def test_a_form_that_is_perhaps_anothers_is_nobodys(give, var: Path) -> None:
    give("13", 2020, None, "wrong_municipality")
    assert state(var).state == "not_asked"
    assert Archive(var).entries()[0].municipality == ""


@pytest.mark.parametrize(
    ("rows", "reason"),
    [(sheets(line("0.00")), "no_money"), (sheets(line(code="D13-0001")), "demo_codes")],
)
def test_what_a_build_could_not_take_is_refused(give, var: Path, rows: object, reason: str) -> None:
    assert give("13", 2020, rows).reason == reason
    assert state(var).state == "received"


def test_a_file_that_changes_while_it_is_read_is_not_taken_in(tmp_path: Path, var: Path) -> None:
    path = tmp_path / "forma.xlsx"
    path.write_text("before")

    def check(paths: list[Path]):
        path.write_text("after")
        return checked()(paths)

    with pytest.raises(ArchiveError, match=r"forma.xlsx was changed while it was read"):
        accept([path], var, check=check)
    assert files(var / "forms") == []


def test_a_line_of_the_log_that_cannot_be_read_is_said(give, var: Path) -> None:
    give()
    with (var / "forms" / "log.csv").open("a") as file:
        file.write("yesterday,accepted\n")
    with pytest.raises(ArchiveError, match="a line cannot be read"):
        submissions(var)


def test_every_municipality_and_year_has_a_state(give, var: Path) -> None:
    assert {each.state for each in submissions(var)} == {"not_asked"}
    assert len(submissions(var)) == 60 * len(YEARS)
    assert give("13", 2026).waits
    assert len(submissions(var)) == 60 * (len(YEARS) + 1)
    assert state(var, "13", 2026).state == "accepted"


def test_states_are_set_by_hand_until_a_form_comes(give, var: Path) -> None:
    set_state(var, "Vilniaus m. sav.", 2020, "no_answer")
    set_state(var, "13", 2021, "not_asked")
    set_state(var, "13", 2022, "no_answer")
    set_state(var, "13", 2022, None)
    assert [state(var, "13", year).state for year in (2020, 2021, 2022)] == [
        "no_answer", "not_asked", "not_asked",
    ]  # fmt: skip
    assert Archive(var).stated().keys() == {("13", 2020), ("13", 2021)}
    give()
    assert state(var).state == "accepted"
    with pytest.raises(ArchiveError, match="13 2020: a form came on 2026-11-21"):
        set_state(var, "13", 2020, "no_answer")
    with pytest.raises(ArchiveError, match=r"'no_anwser' \(meant 'no_answer'\?\)"):
        set_state(var, "13", 2021, "no_anwser")
    with pytest.raises(UnknownPlace):
        set_state(var, "Atlantida", 2021, "no_answer")


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
    return var / "savivalda.duckdb", build(var / "savivalda.duckdb")


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
    report = build(var / "a.duckdb", demo=False)
    assert (report.forms, report.tables["allocation"], report.tables["entity"]) == (1, 1, 1)
    with Store(var / "a.duckdb") as store:
        assert set(store.query("sources")["kind"]) == {"real"}


def test_the_data_version_follows_the_forms(give, var: Path) -> None:
    target = var / "a.duckdb"
    empty = build(target, demo=False)
    give()
    first = build(target, demo=False)
    assert build(target, demo=False).data_version == first.data_version != empty.data_version
    give("13", 2020, sheets(line("1000.01")), content="second")
    assert build(target, demo=False).data_version != first.data_version
    elsewhere = build(var.parent / "b.duckdb", demo=False, data_dir=var)
    assert elsewhere.forms == 1


def test_what_is_odd_but_possible_does_not_stop_a_build(give, var: Path) -> None:
    odd = line("900.00", revised=Decimal(1), mode="competition", kind="public_institution")
    rows = sheets(
        odd | {"programme": "K01"},
        competitions=[call("900.00", requested=Decimal(1), budget=Decimal(2))],
    )
    give("13", 2020, rows)
    assert build(var / "a.duckdb", demo=False).forms == 1


def test_a_form_lost_from_the_archive_stops_the_build(give, var: Path) -> None:
    result = give()
    kept = Archive(var).folder_of("13", 2020, result.entry.checksum)
    kept.rename(kept.with_name("gone"))
    with pytest.raises(ArchiveError, match="which is not there"):
        build(var / "a.duckdb", demo=False)


def test_a_municipality_with_forms_of_all_years_has_no_invented_recipients(give, var: Path) -> None:
    for year in YEARS:
        give("13", year, content=str(year))
    build(var / "a.duckdb")
    with duckdb.connect(var / "a.duckdb", read_only=True) as tables:
        found = tables.execute("SELECT code FROM entity WHERE municipality = '13'").fetchall()
    assert found == [(ENTITIES[0],)]


PROGRAM = """
import os, signal, sys
from pathlib import Path
from data.forms.archive.acceptance import accept
from tests.data.forms.given import checked
{before}
for path in map(Path, sys.argv[2:]):
    accept([path], Path(sys.argv[1]), check=checked("13", int(path.stem)))
"""
KILL_AT = """
done = 0
def deadly(name):
    real = getattr(os, name)
    def call(*given, **named):
        global done
        done += 1
        if done == {step}:
            {what}
        return real(*given, **named)
    return call
for name in ("fsync", "replace", "rename", "mkdir", "unlink"):
    setattr(os, name, deadly(name))
"""
KILL = "os.kill(os.getpid(), signal.SIGKILL)"


def start(var: Path, paths: list[Path], before: str = "") -> subprocess.Popen[bytes]:
    program = PROGRAM.format(before=before)
    return subprocess.Popen(
        [sys.executable, "-c", program, var, *paths], cwd=ROOT, env=os.environ | {"PYTHONPATH": "."}
    )


def test_killed_at_any_step_a_form_is_in_or_out_and_can_be_sent_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2020.csv"
    path.write_text("a form")
    steps = 0
    for step in range(1, 60, 2):
        var = tmp_path / str(step)
        process = start(var, [path], KILL_AT.format(step=step, what=KILL))
        code = process.wait()
        known = state(var)
        assert known.state in {"not_asked", "accepted"}
        if known.state == "accepted":
            assert len(files(Archive(var).folder_of("13", 2020, known.checksum or ""))) == 6
        (result,) = accept([path], var, check=checked())
        assert result.result == ("unchanged" if known.state == "accepted" else "accepted")
        assert not list((var / "forms").glob(".*"))
        if code == 0:
            break
        assert code == -signal.SIGKILL
        steps += 1
    assert steps > 5
    assert code == 0


@pytest.mark.parametrize("step", ["fsync", "replace", "mkdir"])
def test_a_full_disk_takes_nothing_in_and_loses_nothing(
    give, var: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    give(content="first")
    before = files(var / "forms"), (var / "forms" / "log.csv").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(f"os.{step}", full)
        with pytest.raises(ArchiveError, match="No space left"):
            give("13", 2021, content="second")
    assert (files(var / "forms"), (var / "forms" / "log.csv").read_bytes()) == before
    assert give("13", 2021, content="second").result == "accepted"


def test_two_at_once_lose_nothing(tmp_path: Path, var: Path) -> None:
    paths = [tmp_path / f"{year}.csv" for year in range(2015, 2027)]
    for path in paths:
        path.write_text(path.name)
    running = [start(var, paths[part::2]) for part in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert sorted(entry.year or 0 for entry in Archive(var).entries()) == list(range(2015, 2027))
    assert not list((var / "forms").glob(".*"))


def test_a_checked_folder_of_csv_files_goes_all_the_way(tmp_path: Path, var: Path) -> None:
    folder = tmp_path / "forma"
    folder.mkdir()
    own = "Savivaldybės lėšos"
    (folder / "Forma.csv").write_text(
        "Savivaldybė;Vilniaus miesto savivaldybė\nAtaskaitiniai metai;2020\n"
        "Užpildymo data;2021-02-01\nAtsakingas padalinys;Finansų skyrius\n"
        "Konkurso būdu NVO lėšų neskirta;Ne\nIš viso įvykdyta;1 250,50\n"
        "Iš jų NVO konkurso būdu;250,50\n",
        encoding="utf-8",
    )
    (folder / "Asignavimai.csv").write_text(
        "Juridinio asmens kodas;Gavėjo pavadinimas;Gavėjo tipas;Viešosios politikos sritis;"
        "Skyrimo būdas;Programa arba konkursas;Finansavimo šaltinis;Planuota;Patikslintas planas;"
        "Įvykdyta\n"
        f"{ENTITIES[0]};Pirmoji;Biudžetinė įstaiga;Kultūra;Asignavimas;P1;{own};1000;1000;1000\n"
        f"{ENTITIES[1]};Antroji;NVO;Kultūra;Konkursas;k01;{own};250,5;250,5;250,5\n",
        encoding="utf-8",
    )
    (folder / "Konkursai.csv").write_text(
        "Konkurso kodas;Viešosios politikos sritis;Paskelbimo data;Konkurso biudžetas;"
        "Gauta paraiškų;Finansuota paraiškų;Prašyta;Skirta\n"
        "K01;Kultūra;2020-02-01;300;2;1;300;250,50\n",
        encoding="utf-8",
    )
    (folder / "Paslaugos.csv").write_text(
        "Viešoji paslauga;Viešosios politikos sritis;Teikėjo tipas;Perdavimo etapas;"
        "Perdavimo metai\nPagalba į namus;Socialinė apsauga;NVO;Perduota;2019\n",
        encoding="utf-8",
    )
    (folder / "Atvirumas.csv").write_text(
        "Veikia NVO taryba;taip\nNVO tarybos posėdžių skaičius;4\nNVO atstovų dalis taryboje;50 %\n"
        "Biudžetas skelbiamas atvirai;ne\nNuoroda į biudžetą;\n"
        "Konkursų rezultatai skelbiami;ne\nNuoroda į konkursų rezultatus;\n",
        encoding="utf-8",
    )
    (result,) = accept([folder], var)
    assert [
        problem.text("en") for problem in result.report.problems if problem.severity == "error"
    ] == []
    assert result.result == "accepted"
    build(var / "a.duckdb", demo=False)
    assert figures(var / "a.duckdb", "ngo_competition_share")["value"] == pytest.approx(
        100 * 250.5 / 1250.5
    )
    assert figures(var / "a.duckdb", "openness")["value"] == 60
    assert figures(var / "a.duckdb", "services_transferred")["value"] == 100
