"""A map of columns reads a file's own headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from data.forms.checking.mapping import read_map
from data.forms.definition.errors import FormError
from data.forms.history.map_file import read_map as read_history_map
from tests.data.forms.checking.checks import check, found
from tests.data.forms.drafts import good

if TYPE_CHECKING:
    from pathlib import Path


def test_a_map_of_columns_reads_a_files_own_headings(tmp_path: Path) -> None:
    plain, own = check(good(), tmp_path), good()
    own.put("Asignavimai!A4", "Įm. kodas")
    own.put("Asignavimai!J4", "Kasinės išlaidos")
    own.put("Asignavimai!M4", "Vidinis Nr.")
    own.put("Asignavimai!M5", 17)
    own.put("Forma!A8", "Kas pildė")
    assert [code for code, _ in found(check(own, tmp_path))] == [
        "missing_field", *["missing_column"] * 2, *["unknown_column"] * 3,
    ]  # fmt: skip
    path = tmp_path / "map.csv"
    path.write_text(
        "sheet;heading;column\nAsignavimai;Įm. kodas;code\nallocations;KASINĖS išlaidos;executed\n"
        "Asignavimai;Vidinis nr;\nForma;Kas pildė;office\n",
        encoding="utf-8",
    )
    report = check(own, tmp_path, column_map=read_map(path))
    assert report.problems == ()
    assert report.rows == plain.rows


@pytest.mark.parametrize("heading", ["Planuota, tūkst. Eur", "Planuota, Lt", "Planas mln. €"])
def test_amounts_in_another_unit_are_not_taken_for_euros(heading: str, tmp_path: Path) -> None:
    """A map converts nothing, so it cannot name such a heading."""
    path = tmp_path / "map.csv"
    path.write_text(f'sheet,heading,column\nAsignavimai,"{heading}",planned\n', encoding="utf-8")
    with pytest.raises(FormError, match=rf"line 2: .*'{heading}'.* convert them"):
        read_map(path)
    with pytest.raises(FormError, match="convert them"):
        read_history_map(path)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("Asignavimai!H4", "Planuota, tūkst. Eur"), ("Forma!A11", "Iš viso įvykdyta (tūkst. €)"),
        ("Konkursai!H4", "Skirta, Lt"), ("Asignavimai!J2", "tūkst. eurų"),
    ],
)  # fmt: skip
def test_a_heading_in_another_unit_is_named_at_its_cell(
    where: str, said: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put(where, said)
    report = check(draft, tmp_path)
    assert found(report) == [("other_unit", where)]
    assert said in report.problems[0].text("lt")
    assert report.rows is None


@pytest.mark.parametrize(
    ("line", "said"),
    [("Asignavima;x;code", "Asignavimai"), ("Asignavimai;x;coed", "code"), ("", "sheet, heading")],
)
def test_a_wrong_map_says_what_was_meant(line: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text(f"sheet;heading;column\n{line}\n" if line else "a;b\n", encoding="utf-8")
    with pytest.raises(FormError, match=said):
        read_map(path)
