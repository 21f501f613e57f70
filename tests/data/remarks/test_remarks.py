"""The right of reply: what is taken in, what is refused, and what becomes of it in a build."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING

import pytest

from data.asking.remarks import remarks, standing
from data.asking.store import Store
from data.errors import RemarkError, SourceError
from data.remarks.changing import add_remark, withdraw_remark
from data.remarks.checked import COLUMNS
from data.remarks.file import NAME, read_remarks
from tests.built import quick_build
from tests.data.building.publishing import put

if TYPE_CHECKING:
    from pathlib import Path

    from data.building.build import BuildReport

TODAY, LATER = date(2026, 11, 27), date(2026, 12, 1)
SAID = {
    "municipality": "kėdainių",
    "office": "Kėdainių rajono savivaldybės administracija",
    "text_lt": "Trūksta seniūnijų.",
    "text_en": "Elderships are missing.",
}
ABOUT = {
    "wide": {},
    "year": {"year": "2020"},
    "series": {"indicator": "total"},
    "figure": {"indicator": "total", "year": "2020"},
}
"""What a remark may be on."""


def test_a_remark_is_kept_as_it_was_made_and_numbered(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    link = {"link": "https://example.org/a"}
    first = add_remark(folder, {**SAID, **ABOUT["figure"], **link}, TODAY)
    second = add_remark(folder, {**SAID, "office": "NVO,\n „centras“"}, LATER)
    assert (first.remark, first.municipality, first.year) == ("R1", "53", 2020)
    assert (second.remark, second.office, second.made_on) == ("R2", "NVO, „centras“", LATER)
    assert read_remarks(folder) == (first, second)


def test_a_withdrawn_remark_stays_with_the_day_and_why_and_its_id_is_not_given_again(
    tmp_path: Path,
) -> None:
    add_remark(tmp_path, SAID, TODAY)
    gone = withdraw_remark(tmp_path, "R1", "Skaičius pataisytas.", LATER)
    assert (gone.withdrawn_on, gone.why) == (LATER, "Skaičius pataisytas.")
    assert gone.text_lt == SAID["text_lt"]
    assert add_remark(tmp_path, SAID, LATER).remark == "R2"
    assert [each.remark for each in read_remarks(tmp_path)] == ["R1", "R2"]


WRONG = {
    "municipality": ("Klaipdos", "vilniaus", ""),
    "indicator": ("totl", "budget\x1b[2J"),
    "year": ("1990", "2020.5", "soon"),
    "office": ("", "  ", "ponia@savivaldybe.lt", "tel. 8 612 34567", "38703181745",
               "3 870318-1746", "x" * 121, "=cmd", "\udce4"),
    "text_lt": ("", "x" * 601, "Rašykite j.jonaitis@kedainiai.lt", "a\u202eb"),
    "text_en": ("", "x" * 601, "call +370 612 34567"),
    "link": ("javascript:alert(1)", "ftp://example.org", "kedainiai", "https://a b.lt",
             "https://x@y.lt@z.lt/", "https://example.org/\u202e"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("part", "value"), [(part, value) for part, values in WRONG.items() for value in values]
)
def test_a_wrong_part_is_named_and_changes_nothing(tmp_path: Path, part: str, value: str) -> None:
    add_remark(tmp_path, SAID, TODAY)
    before = (tmp_path / NAME).read_bytes()
    with pytest.raises(RemarkError) as failed:
        add_remark(tmp_path, {**SAID, part: value}, TODAY)
    assert failed.value.part == part
    assert any(said in str(failed.value) for said in ("expected", "must", "known: "))
    assert str(failed.value).isprintable()
    for private in ("ponia@", "jonaitis@", "34567", "3870318"):
        assert private not in str(failed.value)
    assert (tmp_path / NAME).read_bytes() == before
    assert [*tmp_path.iterdir()] == [tmp_path / NAME]


@pytest.mark.parametrize(
    ("remark", "why"), [("R9", "x"), ("r1", "x"), ("R1", ""), ("R1", "8 612 34567")]
)
def test_what_cannot_be_withdrawn_stays(tmp_path: Path, remark: str, why: str) -> None:
    with pytest.raises(RemarkError):
        withdraw_remark(tmp_path / "none", remark, why, TODAY)
    add_remark(tmp_path, SAID, TODAY)
    before = (tmp_path / NAME).read_bytes()
    with pytest.raises(RemarkError):
        withdraw_remark(tmp_path, remark, why, TODAY)
    assert (tmp_path / NAME).read_bytes() == before


def test_a_remark_is_withdrawn_once(tmp_path: Path) -> None:
    add_remark(tmp_path, SAID, TODAY)
    withdraw_remark(tmp_path, "R1", "x", TODAY)
    with pytest.raises(RemarkError, match="withdrawn on 2026-11-27 already"):
        withdraw_remark(tmp_path, "R1", "y", LATER)
    assert read_remarks(tmp_path)[0].why == "x"


def test_remarks_that_are_made_at_once_are_all_kept(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = [*pool.map(lambda _: add_remark(tmp_path, SAID, TODAY), range(24))]
    assert {each.remark for each in made} == {f"R{number}" for number in range(1, 25)}
    assert {each.remark for each in read_remarks(tmp_path)} == {each.remark for each in made}


HEAD = ",".join(COLUMNS)
LINES = {
    "R1,99,,,x,2026-01-01,x,x,,,": ("line 2", "municipality", "'99'"),
    "R1,53,wealth,,x,2026-01-01,x,x,,,": ("line 2", "indicator", "'wealth'"),
    "R1,53,,1990,x,2026-01-01,x,x,,,": ("line 2", "year", "'1990'"),
    "R1,53,,,x,soon,x,x,,,": ("line 2", "made_on", "'soon'"),
    "R1,53,,,x,2026-01-01,x,x,,2026-02-01,": ("line 2", "why"),
    "R1,53,,,x,2026-01-01,x,x": ("line 2", "11 cells"),
    "R1,53,,,x,2026-01-01,x,x,,,\nR1,53,,,x,2026-01-01,x,x,,,": ("line 3", "twice"),
    "1,53,,,x,2026-01-01,x,x,,,": ("line 2", "remark", "'1'"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_file_that_is_wrong_stops_a_build_and_the_command_by_its_line(
    tmp_path: Path, line: str
) -> None:
    path = tmp_path / NAME
    path.write_text(f"{HEAD}\n{line}\n", encoding="utf-8")
    before = path.read_bytes()
    for work in (
        lambda: quick_build(tmp_path / "savivalda.duckdb"),
        lambda: add_remark(tmp_path, SAID, TODAY),
    ):
        with pytest.raises(SourceError) as failed:
            work()
        for said in (str(path), *LINES[line]):
            assert said in str(failed.value)
    assert path.read_bytes() == before
    assert not (tmp_path / "savivalda.duckdb").exists()


@pytest.mark.parametrize("content", ["", "a,b\n", f"{HEAD}\n\xe4".encode("latin-1")])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / NAME
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError, match=r"remarks\.csv.*expected"):
        read_remarks(tmp_path)


def test_a_build_takes_remarks_in_and_is_another_version_for_each_change(
    bare_built: tuple[Path, BuildReport], tmp_path: Path
) -> None:
    target, (made, before) = tmp_path / "savivalda.duckdb", bare_built
    put(target, made)
    versions, given = [before.data_version], []
    for what in ("figure", "series", "year", "wide"):
        add_remark(tmp_path, {**SAID, **ABOUT[what], "text_en": what}, TODAY)
    add_remark(tmp_path, {**SAID, "municipality": "Neringa"}, TODAY)
    for change in (lambda: None, lambda: withdraw_remark(tmp_path, "R3", "x", LATER)):
        change()
        versions.append(quick_build(target).data_version)
        with Store(target) as store:
            given.append(remarks(store))
            assert given[-1] == read_remarks(tmp_path)
    assert len({*versions}) == 3
    assert quick_build(target).data_version == versions[-1]

    def beside(indicator: str, year: int, said: int = 0) -> list[str]:
        return [each.text_en for each in standing(given[said], "53", indicator, year)]

    assert beside("total", 2020) == ["wide", "year", "series", "figure"]
    assert beside("total", 2021) == ["wide", "series"]
    assert beside("openness", 2020) == ["wide", "year"]
    assert beside("total", 2020, -1) == ["wide", "series", "figure"]
