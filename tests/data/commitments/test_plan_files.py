"""Files edited by hand: refused with file, line and column, or built from, with nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.asking import commitments as asked
from data.asking.store import Store
from data.building.describe import DESCRIPTION
from data.commitments.columns import COLUMNS
from data.commitments.files import PLANS, read_files
from data.errors import SourceError
from tests.built import quick_build

if TYPE_CHECKING:
    from pathlib import Path

STATUS = "3-I-1,government,implementation,{},{},,,,,,,,,{}"


def add(folder: Path, name: str, *lines: str) -> None:
    with (folder / f"{name}.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def test_every_file_of_the_folder_is_described(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {DESCRIPTION, *(f"{n}.csv" for n in COLUMNS)}
    assert {name: len(rows) for name, rows in read_files(folder).items()}["commitment"] == 29


@pytest.mark.parametrize(
    ("name", "line", "place", "said"),
    [
        (
            "commitment_status",
            STATUS.format("dne", "2026-11-21", "ogp-lithuania"),
            "line 49, column status",
            r"unknown 'dne' \(meant 'done'\?\)",
        ),
        (
            "commitment_status",
            STATUS.format("limited", "2026-11-21", "ogp-lithuania"),
            "line 49, column status",
            "'limited' is not one of scale 'implementation'; known: done, halfway",
        ),
        (
            "commitment_status",
            STATUS.format("done", "2026-02-30", "ogp-lithuania"),
            "line 49, column observed_on",
            "must be a day such as 2026-01-31, got '2026-02-30'",
        ),
        (
            "commitment_status",
            STATUS.format("done", "2017-11-21", "ogp-lithuania"),
            "line 49, column commitment",
            "line 2 has the same commitment, assessor, scale, observed_on",
        ),
        (
            "commitment_status",
            STATUS.format("done", "2026-11-21", ""),
            "line 49, column document",
            "is empty",
        ),
        (
            "commitment_status",
            "3-I-9" + STATUS.format("done", "2026-11-21", "ogp-lithuania")[5:],
            "line 49, column commitment",
            "unknown '3-I-9'",
        ),
        (
            "commitment_status",
            "4-3,government,implementation,done,2021-01-31,,,,,,,,2018-06-29,ogp-lt0026",
            "line 49, column finished_on",
            "is before the start, 2018-06-30",
        ),
        (
            "commitment_status",
            "4-3,government,implementation,started,2019-01-31,,,,,,,2020-06-14,,ogp-lt0026",
            "line 49, column deadline_revised",
            "is before the original deadline, 2020-06-15",
        ),
        (
            "plan_document",
            "new,Title,Publisher,finmin,,2026-11-21",
            "line 24, column url",
            "must be an address that begins with https://, got 'finmin'",
        ),
        (
            "commitment",
            "3-V-1,3,V,1,ngo,Pavadinimas,Title,,,,,,,,commitments",
            "line 31, column section",
            "'V' is not one of plan '3'; known: I, II, III",
        ),
        (
            "commitment_indicator",
            "4-1,openess,percent,all,more,,,Kodėl,Why,",
            "line 11, column indicator",
            r"unknown indicator 'openess' \(meant 'openness'\?\)",
        ),
        (
            "commitment_indicator",
            "4-1,openness,eur,all,more,,,Kodėl,Why,",
            "line 11, column unit",
            "unknown unit 'eur'; known: percent",
        ),
        ("plan_section", "3,IV,section", "line 26", "must have 7 cells"),
        (
            "plan_section",
            "3,IV,section,Atvirumas,,,",
            "line 26, column working_en",
            "is empty, as is the title",
        ),
        (
            "plan_section",
            "3,IV,section,Atvirumas,,Viešumas,Openness",
            "line 26, column working_lt",
            "must be empty, the source has a title",
        ),
    ],
)
def test_a_wrong_cell_stops_the_build_with_its_line_and_column(
    sources: Path, tmp_path: Path, name: str, line: str, place: str, said: str
) -> None:
    add(sources / PLANS, name, line)
    with pytest.raises(SourceError, match=rf"{name}.csv, {place}: {said}"):
        quick_build(tmp_path / "new.duckdb", sources=sources)
    assert not (tmp_path / "new.duckdb").exists()


def test_a_plan_a_commitment_a_status_and_a_promise_are_changes_of_files_alone(
    sources: Path, tmp_path: Path
) -> None:
    folder = sources / PLANS
    plan = "8,2028,2029,Aštuntasis veiksmų planas,Eighth action plan,preparation,1,,,commitments"
    title = "Skelbti sutartis,,,Publish contracts"
    commitment = f"8-I-1,8,I,1,money,{title},,2028-01-01,2028-12-31,,,commitments"
    add(folder, "action_plan", plan)
    add(folder, "plan_section", "8,I,section,Atvirumas,,,Openness")
    add(folder, "commitment", commitment)
    add(folder, "commitment_institution", "8-I-1,finance")
    add(folder, "plan_document", "plan-8,Planas,Vyriausybė,https://lrv.lt/planas,,2028-01-15")
    add(folder, "plan_citation", "8,,plan-8", "8,8-I-1,plan-8")
    status = "8-I-1,ngo_centre,implementation,started,2028-06-30,,,,nėra,,,2029-06-30,,plan-8"
    again = status.replace("2028-06-30", "2028-09-30").replace("2029-06-30", "2029-12-31")
    add(folder, "commitment_status", status, again)
    promise = "8-I-1,openness,percent,all,more,90,2029,Kodėl,Why,plan-8"
    add(folder, "commitment_indicator", promise)
    quick_build(tmp_path / "new.duckdb", sources=sources)
    with Store(tmp_path / "new.duckdb") as store:
        found = asked.commitments(store).set_index("commitment").loc["8-I-1"]
        assert (found["section_lt"], found["institution_en"]) == (
            "Atvirumas",
            "Ministry of Finance",
        )
        assert str(found["deadline_revised"].date()) == "2029-12-31"
        said = asked.statuses(store).set_index("commitment").loc["8-I-1"]
        assert list(said["deadline_revised"].astype(str)) == ["2029-06-30", "2029-12-31"]
        assert list(said["status"]) == ["started", "started"]
        progress = asked.promise_progress(store, "8-I-1", "openness")
        assert (progress["phase"] == "before").all()
        assert (progress["target"] == 90).all()
