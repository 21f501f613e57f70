"""What another steward takes in meanwhile is seen whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.forms.archive import accepted
from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.supply import supply
from tests.data.forms.given import checked

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def after_each_reading(give, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the log was read, another form comes in."""
    years, read = iter(range(2016, 2026)), accepted.read_log

    def reading(path: Path) -> object:
        entries = read(path)
        with monkeypatch.context() as patch:
            patch.setattr(accepted, "read_log", read)
            give("13", next(years), content="meanwhile")
        return entries

    monkeypatch.setattr(accepted, "read_log", reading)


def test_a_build_takes_the_log_as_it_was_at_one_moment(give, var: Path, request) -> None:
    give("13", 2015)
    request.getfixturevalue("after_each_reading")
    found = supply(var, range(2015, 2027))
    assert [*found.submissions] == [("13", 2015)]
    assert found.count == 1
    assert len(found.sheets["allocations"]) == 1
    assert [file.year for file in found.files] == [2015]


def test_which_forms_count_no_more_is_told_of_one_moment(give, var: Path, request) -> None:
    give("13", 2015)
    request.getfixturevalue("after_each_reading")
    assert Archive(var).superseded() == set()


def test_a_form_that_is_superseded_while_it_is_checked_undoes_nothing(
    give, var: Path, tmp_path: Path
) -> None:
    first = tmp_path / "2015.xlsx"
    first.write_text("first")
    (counts,) = accept([first], var, check=checked("13", 2015))
    assert counts.result == "accepted"

    def check(paths):
        give("13", 2015, content="a correction, meanwhile")
        return checked("13", 2015)(paths)

    (late,) = accept([first], var, check=check)
    assert (late.result, late.reason) == ("refused", "superseded")
    assert Archive(var).current()["13", 2015].checksum != counts.entry.checksum
