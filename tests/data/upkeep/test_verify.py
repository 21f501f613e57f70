"""Forms, log, builds and checksums agree, or what does not is named with its file."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.building.describe import DEFAULT_FOLDER
from data.durable import locked
from data.forms.archive.acceptance import accept
from data.forms.checking.check import check_file
from data.forms.checking.mapping import read_map
from data.forms.definition.read import load_form
from data.upkeep import anew
from data.upkeep.finding import KINDS, Finding
from data.upkeep.verify import verify
from tests.data.forms.drafts import true_to_life
from tests.data.forms.given import checked
from tests.data.forms.writers import write_xlsx
from tests.data.upkeep.conftest import tree
from tests.killing import SOAK

if TYPE_CHECKING:
    from collections.abc import Callable

    Spoil = Callable[[Path], object]

ROOT = Path(__file__).parents[3]
FORM = "forms/accepted/53/2023/*"
IMPORTED = "forms/accepted/*/2018/*"
TABLE = "forms/history/*"
LOG = "forms/log.csv"


def one(folder: Path, pattern: str) -> Path:
    return min(folder.glob(pattern))


def flip(path: Path, at: int | None = None, *, bit: int = 0) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2 if at is None else at] ^= 1 << bit
    path.write_bytes(content)


def swap(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def remove_line(path: Path, number: int) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:number], *lines[number + 1 :]]))


def damage(found: list[Finding]) -> list[tuple[str, str]]:
    return [(each.kind, each.path.name) for each in found if each.grade == "damage"]


def kinds(found: list[Finding]) -> set[str]:
    return {each.kind for each in found}


def test_where_all_agrees_nothing_is_said_and_nothing_changed(whole: Path) -> None:
    before = tree(whole), [(path, path.stat().st_mtime_ns) for path in sorted(whole.rglob("*"))]
    assert verify(whole) == []
    after = tree(whole), [(path, path.stat().st_mtime_ns) for path in sorted(whole.rglob("*"))]
    assert after == before


def test_an_archive_without_a_database_is_no_damage(kept: Path) -> None:
    assert kinds(verify(kept)) == {"no_database"}
    assert kinds(verify(kept / "absent")) == {"nothing_here"}


def last_torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


SPOILT: dict[str, tuple[str, Spoil, str, str]] = {
    "original": (f"{FORM}/original.xlsx", flip, "original_changed", "original.xlsx"),
    "part of it": ("forms/accepted/53/2025/*/original/*", flip, "original_changed", "original"),
    "no original": (f"{FORM}/original.xlsx", Path.unlink, "original_missing", ""),
    "sheet": (
        f"{FORM}/allocations.csv", lambda path: swap(path, "1100.25", "1100.26"),
        "sheet_changed", "allocations.csv",
    ),
    "heading": (
        f"{FORM}/services.csv", lambda path: swap(path, "area", "aera"),
        "sheet_changed", "services.csv",
    ),
    "row": (f"{FORM}/competitions.csv", lambda path: remove_line(path, 1), "sheet_changed", ""),
    "places": (f"{FORM}/places.csv", flip, "sheet_changed", "places.csv"),
    "no sheet": (f"{FORM}/openness.csv", Path.unlink, "sheet_missing", "openness.csv"),
    "no folder": (FORM, shutil.rmtree, "form_missing", ""),
    "figures": (f"{IMPORTED}/allocations.csv", flip, "sheet_changed", "allocations.csv"),
    "table": (f"{TABLE}/table-*", flip, "table_changed", "table-t.csv"),
    "no table": (f"{TABLE}/table-*", Path.unlink, "table_missing", "table-t.csv"),
    "map": (f"{TABLE}/map.csv", last_torn, "map_unreadable", "map.csv"),
    "no map": (f"{TABLE}/map.csv", Path.unlink, "map_unreadable", "map.csv"),
    "torn log": (LOG, last_torn, "log_torn", "log.csv"),
    "no letters": (LOG, lambda path: flip(path, 200, bit=7), "log_unreadable", "log.csv"),
    "log's head": (LOG, lambda path: flip(path, 3), "log_unreadable", "log.csv"),
    "result": (LOG, lambda path: swap(path, "accepted,", "accepteb,"), "log_line", "log.csv"),
    "blank line": (LOG, lambda path: swap(path, "\n", "\n\n"), "log_line", "log.csv"),
    "no log": (LOG, Path.unlink, "log_unreadable", "log.csv"),
    "states": ("forms/states.csv", lambda path: swap(path, "13,", "00,"), "states_unreadable", ""),
    "torn states": ("forms/states.csv", last_torn, "states_unreadable", "states.csv"),
    "remarks": ("remarks.csv", last_torn, "remarks_unreadable", "remarks.csv"),
}  # fmt: skip
"""What is spoilt and how; the finding, and the name of the file that it must name."""


@pytest.mark.parametrize("what", SPOILT)
def test_what_is_spoilt_is_named(kept: Path, what: str) -> None:
    pattern, spoil, kind, name = SPOILT[what]
    path = one(kept, pattern)
    spoil(path)
    found = verify(kept)
    assert kind in kinds(found), [str(each) for each in found]
    named = [each.path for each in found if each.kind == kind]
    assert any(each.name == name if name else each in {path, *path.parents} or path.exists()
               for each in named)  # fmt: skip
    assert KINDS[kind][0] == "damage"


def test_a_changed_sheet_is_told_to_the_line_and_column_and_no_value_is_shown(kept: Path) -> None:
    swap(one(kept, f"{FORM}/allocations.csv"), "1100.25", "1100.26")
    (found,) = [each for each in verify(kept) if each.grade == "damage"]
    assert "column executed, is not what the original gives" in str(found)
    assert "1100" not in str(found).replace(str(kept), "")


@pytest.mark.soak
def test_a_flipped_bit_in_any_file_of_the_archive_is_found(kept: Path) -> None:
    chance = random.Random(16)
    paths = [path for path in sorted((kept / "forms").rglob("*")) if path.is_file()]
    silent = {"log.csv", "map.csv", "states.csv"}  # of what these say, some is known to them alone
    for path in paths if SOAK else chance.sample(paths, 12):
        if path.name in silent:
            continue
        content = path.read_bytes()
        at, bit = chance.randrange(len(content)), chance.randrange(8)
        flip(path, at, bit=bit)
        named = {each.path for each in verify(kept) if each.grade == "damage"}
        assert named & {path, *path.parents}, (path, at, bit)
        path.write_bytes(content)


@pytest.mark.usefixtures("unruled")
def test_a_line_of_the_log_that_is_lost_is_known_from_the_build(whole: Path) -> None:
    remove_line(whole / LOG, 2)
    found = verify(whole)
    assert damage(found) == [("log_lost", "log.csv")]
    assert kinds(found) == {"log_lost", "leftover_form"}


@pytest.mark.usefixtures("unruled")
def test_forms_that_came_after_the_build_are_no_damage(whole: Path, tmp_path: Path) -> None:
    sent = write_xlsx(true_to_life(), tmp_path / "forma.xlsx")
    accept([sent], whole, check=lambda paths: map(check_file, paths))
    found = verify(whole)
    assert damage(found) == []
    assert kinds(found) <= {"not_built"}


def test_what_the_log_does_not_name_is_left_over_and_harms_nothing(kept: Path) -> None:
    form = one(kept, FORM)
    shutil.copytree(form, form.with_name("0123456789abcdef"))
    shutil.copytree(one(kept, TABLE), kept / "forms/history/0123456789abcdef")
    (form / "notes.txt").touch()
    (kept / "forms/.working-abc").mkdir()
    (kept / "forms/.log.csv.abc").touch()
    (kept / ".remarks.csv.abc").touch()
    (kept / ".savivalda.duckdb.building-abc").mkdir()
    found = verify(kept)
    assert damage(found) == []
    assert sorted(each.kind for each in found if each.kind.startswith("left")) == [
        "leftover_file", "leftover_form", "leftover_part", "leftover_table", "leftover_working",
        "leftover_working", "leftover_working",
    ]  # fmt: skip


def test_what_somebody_works_on_is_not_left_over_and_nobody_is_waited_for(kept: Path) -> None:
    working = kept / ".savivalda.duckdb.building-abc"
    for folder in (kept / "forms/.working-abc", working):
        folder.mkdir()
    with locked(kept / "forms"), locked(working):
        assert kinds(verify(kept)) == {"no_database"}


def test_a_form_that_came_with_a_map_of_columns_is_read_with_what_stood_where(
    tmp_path: Path,
) -> None:
    draft = true_to_life()
    sheet = load_form().sheet("allocations")
    for cell, value in draft.grids[sheet.title].cells.items():
        if value == sheet.column("executed").heading:
            draft.grids[sheet.title].cells[cell] = "Pervesta"
    (tmp_path / "map.csv").write_text(
        "sheet,heading,column\nallocations,Pervesta,executed\n", encoding="utf-8"
    )
    mapped = read_map(tmp_path / "map.csv")
    path = write_xlsx(draft, tmp_path / "forma.xlsx")
    var = tmp_path / "var"
    (done,) = accept(
        [path], var, check=lambda paths: [check_file(each, column_map=mapped) for each in paths]
    )
    assert done.result == "accepted", [each.code for each in done.report.problems]
    assert kinds(verify(var)) == {"no_database"}
    swap(one(var, "forms/accepted/*/*/*/allocations.csv"), "1100.25", "1100.26")
    assert damage(verify(var)) == [("sheet_changed", "allocations.csv")]


def test_what_today_cannot_be_read_anew_is_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "forma.csv"
    path.write_text("a form", encoding="utf-8")
    accept([path], tmp_path / "var", check=checked("13", 2020))
    found = verify(tmp_path / "var")
    assert damage(found) == []
    assert "form_otherwise" in kinds(found)


def test_a_form_of_an_older_definition_is_a_remark(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap(kept / LOG, ",1.0,", ",0.9,")
    swap(one(kept, f"{FORM}/allocations.csv"), "1100.25", "1100.26")
    found = verify(kept)
    assert damage(found) == []
    assert "form_older" in kinds(found)


def test_many_forms_are_read_side_by_side(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anew, "_FEW", 0)
    monkeypatch.setattr(
        anew, "check_many", lambda paths, **how: [check_file(each, **how) for each in paths]
    )
    swap(one(kept, f"{FORM}/allocations.csv"), "1100.25", "1100.26")
    assert damage(verify(kept)) == [("sheet_changed", "allocations.csv")]


def test_statuses_that_the_program_does_not_read_are_told(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(DEFAULT_FOLDER / "commitments", kept / "commitments")
    assert kinds(verify(kept)) == {"no_database"}
    swap(kept / "commitments/commitment_status.csv", "\n", "\n\n")
    assert kinds(verify(kept)) == {"no_database", "statuses_apart"}
    sources = tmp_path / "sources"
    shutil.copytree(kept / "commitments", sources / "commitments")
    assert damage(verify(kept, sources=sources)) == [("statuses_unreadable", "commitments")]


def test_every_kind_of_finding_stands_in_the_page_for_operators() -> None:
    page = (ROOT / "docs/upkeep.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in page] == []
