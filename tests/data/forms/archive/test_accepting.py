"""Forms are taken in whole, once, with a line in the log."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.catalog import YEARS
from data.errors import ArchiveError
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.submissions import set_state, submissions
from geo.errors import UnknownPlace
from tests.data.forms.archive.archived import files, state
from tests.data.forms.given import checked, line, sheets

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_clean_form_is_kept_as_it_came_and_tidy(give, var: Path) -> None:
    result = give("13", 2020, sheets(line(programme="a; b\n„c“")), content="as it came")
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
    assert (row["municipality"], row["year"]) == ("13", "2020")
    assert row["executed"] == "1000.00"
    assert row["programme"] == "a; b\n„c“"
    assert row["users"] == ""
    assert files(var / "forms")[-1] == "log.csv"
    assert not list((var / "forms").glob(".*"))


def test_a_data_folder_may_be_named_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "form.xlsx").write_text("a")
    monkeypatch.chdir(tmp_path)
    here = Path("var")
    accept([Path("form.xlsx")], here, check=checked("13", 2020, sheets(line())))
    assert state(here).state == "accepted"
    assert not list(tmp_path.glob("var/forms/var"))


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


def test_a_superseded_form_comes_back_only_by_wish(give, var: Path) -> None:
    """An old file in a folder must not undo a correction."""
    first, second = give(content="first"), give(content="second")
    again = give(content="first")
    assert (again.result, again.reason) == ("refused", "superseded")
    assert state(var).checksum == second.entry.checksum
    assert give(content="second").result == "unchanged"
    assert give(content="first", wishes={"superseded"}).result == "accepted"
    assert state(var).checksum == first.entry.checksum
    assert give(content="second").reason == "superseded"


def test_of_several_forms_of_one_municipality_and_year_none_is_guessed(
    tmp_path: Path, var: Path
) -> None:
    """Whatever their order; the same file twice is one form."""
    paths = [tmp_path / f"{name}.xlsx" for name in ("b", "a", "again")]
    for path, content in zip(paths, ("newer", "older", "older"), strict=True):
        path.write_text(content)
    done = accept(paths, var, check=checked())
    assert [each.reason for each in done] == ["several"] * 3
    assert [each.others for each in done] == [(paths[1],), (paths[0],), (paths[0],)]
    assert files(var / "forms") == ["log.csv"]
    assert [each.result for each in accept(paths[1:], var, check=checked())] == [
        "accepted",
        "unchanged",
    ]


def test_a_faulty_form_beside_its_correction_is_no_rival(tmp_path: Path, var: Path) -> None:
    paths = [tmp_path / "faulty.xlsx", tmp_path / "mended.xlsx"]
    for path in paths:
        path.write_text(path.name)

    def check(_: list[Path]):
        return [*checked("13", 2020, None, "total_differs")(paths[:1]), *checked()(paths[1:])]

    done = accept(paths, var, check=check)
    assert [each.result for each in done] == ["refused", "accepted"]


def test_an_unlikely_size_has_to_be_confirmed(give, var: Path) -> None:
    refused = give("13", 2020, sheets(), "size_unlikely")
    assert (refused.result, refused.reason) == ("refused", "size")
    assert state(var).state == "received"
    assert give("13", 2020, sheets(), "size_unlikely", wishes={"size"}).result == "accepted"


def test_a_copy_that_nobody_mended_leaves_a_line(tmp_path: Path, var: Path) -> None:
    copy = tmp_path / "gauta" / "Kauno r" / "forma-pastabos.xlsx"
    copy.parent.mkdir(parents=True)
    copy.write_text("copy")
    accept([], var, check=checked(), copies=[copy])
    (entry,) = Archive(var).entries()
    assert (entry.result, entry.file) == ("skipped", "gauta/Kauno r/forma-pastabos.xlsx")
    assert state(var).state == "not_asked"


def test_a_refused_form_leaves_a_line_and_nothing_else(give, var: Path) -> None:
    result = give("13", 2020, None, "personal_code", "no_stamp", name="=cmd 38001010009.xlsx")
    assert (result.result, result.reason) == ("refused", "problems")
    assert files(var / "forms") == ["log.csv"]
    assert "38001010009" not in (var / "forms" / "log.csv").read_text(encoding="utf-8")
    (entry,) = Archive(var).entries()
    assert (entry.errors, entry.warnings) == (1, 1)
    assert entry.file.rpartition("/")[2] == "_cmd ….xlsx"
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
