"""A historical table is parted into forms that stand beside those that came by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.history import Wishes, import_table
from data.forms.history.table import open_table
from tests.bench.historical import write_map, write_table
from tests.data.forms.given import checked, line, sheets
from tests.data.forms.history.tables import figures, known, problems, row

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_table_is_parted_and_what_it_does_not_hold_is_unknown_and_not_zero(
    bring, var: Path
) -> None:
    other = row(municipality="Kauno miesto savivaldybė", year="2018", executed="1.234,50 €")
    nothing = row(year="2018", executed="0")
    done = bring(row(), row(area="Kultūra", executed="0,5"), other, nothing)
    assert (done.rows, done.errors) == (4, 0)
    assert done.accepted == (("13", 2018), ("13", 2019), ("19", 2018))
    assert known(var) == {
        ("13", 2018): "received", ("13", 2019): "accepted", ("19", 2018): "accepted"
    }  # fmt: skip
    total = figures(var, "total", "eur")
    assert total.loc[("13", 2019), "value"] == 100
    assert total.loc[("19", 2018), "value"] == 1234.5
    assert not total.loc[("13", 2019), "demo"]
    assert total.loc[("13", 2018), "state"] == "no_data", "who paid nothing has no figures"
    assert figures(var, "competitions").loc[("13", 2019), "state"] == "no_data"
    assert figures(var, "ngo_competition").loc[("13", 2019), "state"] == "ok"
    assert figures(var, "openness").loc[("13", 2019), "state"] == "no_data"


def test_an_earlier_import_is_superseded_on_its_sheet(bring, var: Path) -> None:
    bring(row())
    mapped = [
        ("form", "Savivaldybė", "municipality", ""), ("form", "Metai", "year", ""),
        ("openness", "Taryba", "ngo_council", ""), ("openness", "", "open_budget", "taip"),
        ("openness", "", "published_results", "ne"),
    ]  # fmt: skip
    head = ("Savivaldybė", "Metai", "Taryba")
    council = bring(("13", "2019", "ne"), ("19", "2019", "ne"), headings=head, mapped=mapped)
    assert council.accepted == (("13", 2019), ("19", 2019))
    assert known(var) == {("13", 2019): "accepted", ("19", 2019): "received"}
    bring(row(executed="50"))
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 50
    assert figures(var, "openness").loc[("13", 2019), "value"] == 20
    assert figures(var, "openness").loc[("19", 2019), "state"] == "no_data"


def test_the_same_table_again_changes_nothing(bring, var: Path) -> None:
    bring(row(), row(year="2018"))
    before = Archive(var).entries()
    done = bring(row(year="2018"), row())
    assert (done.accepted, done.unchanged) == ((), (("13", 2018), ("13", 2019)))
    assert Archive(var).entries() == before
    assert bring(row(), row(year="2018", executed="1")).accepted == (("13", 2018),)


def test_a_table_never_mixes_with_a_form_unless_it_is_told_how(
    bring, tmp_path: Path, var: Path
) -> None:
    path = tmp_path / "forma.csv"
    path.write_text("a")
    accept([path], var, check=checked("13", 2019, sheets(line("7.00"))))
    refused = bring(row(), row(year="2018"))
    assert (refused.mixed, refused.accepted, refused.exit_code) == ((("13", 2019),), (), 1)
    assert known(var) == {("13", 2019): "accepted"}
    done = bring(row(), row(year="2018"), wishes=Wishes(forms="leave"))
    assert (done.kept, done.accepted) == ((("13", 2019),), (("13", 2018),))
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 7
    assert bring(row(), wishes=Wishes(forms="over")).accepted == (("13", 2019),)
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 99.5


def test_the_file_and_its_map_are_kept(bring, var: Path) -> None:
    bring(row())
    (entry,) = Archive(var).entries()
    kept = var / "forms" / entry.file
    assert kept.read_text(encoding="utf-8").startswith("Savivaldybė;Metai")
    assert kept.with_name("map.csv").is_file()
    assert entry.form_version == "history"


def test_plain_and_odd_cells_mean_the_same(bring, var: Path) -> None:
    """Plain cells are read by the database, odd ones one by one: the sums must not differ."""
    amounts = [
        "1234.5", "1234,50", "1 234,50", "1\u00a0234,50", "1\u202f234.50", "1.234,50", "1,234.50",
        "1 234,50 €", "1234,5 Eur", " 1234,50 ", "EUR 1234,5", "1'234.50",
    ]  # fmt: skip
    rows = [
        row(programme=f"P{n}", planned=amount, revised=amount, executed=amount)
        for n, amount in enumerate(amounts)
    ]
    assert problems(bring(*rows)) == []
    assert figures(var, "total", "eur").loc[("13", 2019), "value"] == 1234.5 * len(amounts)


def test_thousands_of_rows_of_every_municipality_build_into_a_map(
    tmp_path: Path, var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data.forms.history.examining._SMALL", 0)  # as of a table of millions
    table = write_table(tmp_path / "didelis.csv", 6600)
    done = import_table(table, write_map(tmp_path / "map.csv"), var)
    assert (done.rows, done.errors, len(done.accepted)) == (6600, 0, 660)
    assert (figures(var, "total")["state"] == "ok").all()


def test_plain_files_are_read_in_place(tmp_path: Path) -> None:
    table = write_table(tmp_path / "didelis.csv", 100)
    assert (
        open_table(table, tmp_path, {"savivaldybe": "municipality", "metai": "year"}).path == table
    )
