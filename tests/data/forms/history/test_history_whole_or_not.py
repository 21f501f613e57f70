"""Killed or without room: all of a table counts or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.errors import ArchiveError
from tests.data.forms.history.tables import HEADINGS, figures, known, row
from tests.killing import SOAK, killing

if TYPE_CHECKING:
    from pathlib import Path

IMPORTS = "from data.forms.history import import_table"
IMPORT = "import_table(*map(Path, given))"


@pytest.mark.soak
def test_killed_at_any_step_all_of_it_counts_or_nothing(bring, tmp_path: Path, var: Path) -> None:
    rows = [row(), row(year="2018"), row(municipality="19")]
    bring(row(area="Nėra"), *rows)
    path, map_csv = tmp_path / "istorija.csv", tmp_path / "map.csv"
    path.write_text("\n".join(";".join(each) for each in (HEADINGS, *rows)), encoding="utf-8")
    with killing(IMPORTS, IMPORT) as killed_before:
        for step in range(1, 120, 1 if SOAK else 6):
            killed = killed_before(step, path, map_csv, var)
            assert len(known(var)) in ({0, 3} if killed else {3})
            if not killed:
                break
    assert not killed
    assert step > 12
    assert len(figures(var, "total").query("state == 'ok'")) == 3


def test_a_full_disk_is_said_and_takes_nothing_in(
    bring, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(ArchiveError, match="no room left"):
            bring(row())
    assert known(var) == {}
    assert bring(row()).accepted == (("13", 2019),)
