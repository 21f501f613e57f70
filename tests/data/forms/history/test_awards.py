"""Lists of grants that municipalities publish: read by a map, or by 360Giving's headings."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

import openpyxl
import pytest

from data.forms.archive.acceptance import accept
from data.forms.archive.accepted import Archive
from data.forms.archive.keeping import content_checksum
from data.forms.history import import_table
from data.forms.history.table import open_table
from data.forms.reading import Unreadable
from tests.data.forms.given import ENTITIES, checked, line, sheets
from tests.data.forms.history.tables import known, problems, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from data.forms.history import Imported

HEADINGS = ("Metai", "Kodas", "Gavėjas", "Projektas", "Konkursas", "Sritis", "Būdas", "Skirta, €")
COLUMNS = ("year", "code", "name", "title", "programme", "area", "mode", "awarded")
GRANT = (
    "2020", ENTITIES[0], "Pirmoji", "Šventė", "Kultūros projektai", "Kultūra", "Konkursas", "1000",
)  # fmt: skip
WHOSE = ("form", "", "municipality", "13")


def grant(**changes: str) -> tuple[str, ...]:
    return tuple((dict(zip(COLUMNS, GRANT, strict=True)) | changes).values())


@pytest.fixture
def take(tmp_path: Path, var: Path) -> Callable[..., Imported]:
    """Import a list of grants of one municipality, with more lines of the map if given."""

    def taken(*rows: Sequence[str], headings: Sequence[str] = HEADINGS, more=()) -> Imported:
        path, map_csv = tmp_path / "sarasas.csv", tmp_path / "map.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([headings, *rows])
        mapped = [
            ("form" if column == "year" else "awards", heading, column, "")
            for heading, column in zip(HEADINGS, COLUMNS, strict=True)
            if heading in headings
        ]
        with map_csv.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [("sheet", "heading", "column", "value", "rules"), WHOSE, *mapped, *more]
            )
        return import_table(path, map_csv, var)

    return taken


def kept(var: Path, year: int = 2020) -> list[dict[str, str]]:
    """The rows that the archive keeps of the municipality's list of a year."""
    archive = Archive(var)
    folder = archive.folder_of("13", year, archive.current()["13", year].checksum)
    with (folder / "awards.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_list_is_kept_by_municipality_and_year(take, var: Path) -> None:
    done = take(grant(), grant(code=ENTITIES[1], awarded="2 500,50 €"), grant(year="2019"))
    assert (done.sheet, done.rows, done.errors) == ("awards", 3, 0)
    assert done.accepted == (("13", 2019), ("13", 2020))
    assert [row["awarded"] for row in kept(var)] == ["1000.00", "2500.50"]


def test_what_a_list_does_not_tell_may_be_missing(take, var: Path) -> None:
    done = take(("2020", ENTITIES[0], "Pirmoji", "10"), headings=(*HEADINGS[:3], HEADINGS[-1]))
    assert done.errors == 0
    assert {name for name, said in kept(var)[0].items() if said} == {
        "municipality", "year", "code", "name", "awarded", "from_file", "from_rows",
    }  # fmt: skip


def test_the_map_tells_what_is_the_same_in_every_row(take, var: Path) -> None:
    more = [
        ("form", "", "year", "2018"), ("awards", "", "mode", "Konkursas"),
        ("awards", "", "programme", "NVO projektai"), ("awards", "", "area", "NVO"),
    ]  # fmt: skip
    headings = ("Kodas", "Gavėjas", "Skirta, €")
    done = take((ENTITIES[0], "Pirmoji", "10"), headings=headings, more=more)
    assert done.accepted == (("13", 2018),)
    (row,) = kept(var, 2018)
    assert (row["mode"], row["programme"], row["area"]) == ("competition", "NVO projektai", "ngo")


def test_rows_of_people_come_in_only_as_left_out(take, tmp_path: Path, var: Path) -> None:
    rules = "Kodas,value,why_lt,why_en\n|,person,Be juridinio asmens kodo,No entity code\n"
    (tmp_path / "out.csv").write_text(rules, encoding="utf-8")
    rows = [grant(), grant(code="", name="Jonas Jonaitis", awarded="7,50")]
    assert problems(take(*rows)) == [("B3", "required")]
    done = take(*rows, more=[("table", "", "left_out", "", "out.csv")])
    assert (done.errors, done.rows) == (0, 1)
    assert {reason: by[2020].total for reason, by in done.table.left_out.items()} == {
        "person": Decimal("7.50")
    }
    assert "Jonaitis" not in str(kept(var))


@pytest.mark.parametrize(
    ("column", "said", "code"),
    [
        ("code", "", "required"),
        ("code", "12345", "entity_length"),
        ("code", "123456789", "entity_check_digit"),
        ("code", "38001010009", "personal_code"),
        ("name", "", "required"),
        ("awarded", "", "required"),
        ("awarded", "-1", "negative"),
        ("programme", "", "required_when"),
        ("area", "", "required_when"),
        ("mode", "Malonė", "unknown_code"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_taken(
    take, var: Path, column: str, said: str, code: str
) -> None:
    done = take(grant(), grant(**{column: said}))
    assert (f"{'ABCDEFGH'[COLUMNS.index(column)]}3", code) in problems(done)
    assert (done.accepted, known(var)) == ((), {})


def test_agreements_without_ids_may_be_alike_in_every_cell(take, var: Path) -> None:
    assert take(grant(), grant()).errors == 0
    assert len(kept(var)) == 2


def test_the_same_id_with_the_same_rest_is_a_repeat(take) -> None:
    more = [("awards", "Nr.", "reference", "")]
    headings = (*HEADINGS, "Nr.")
    rows = [(*grant(), "S-1"), (*grant(), "S-1"), (*grant(code=ENTITIES[1]), "S-1")]
    assert problems(take(*rows, headings=headings, more=more)) == [("B3", "duplicate_row")]
    untitled = [(*grant(title=""), number) for number in ("S-1", "S-1", "", "")]
    assert problems(take(*untitled, headings=headings, more=more)) == [("B3", "duplicate_row")]


def test_a_competition_has_one_policy_area(take) -> None:
    done = take(grant(), grant(area="Sportas"), grant(area="Sportas", mode="Kita"))
    assert problems(done) == [("F3", "two_areas")]
    assert take(grant(), grant(area="Sportas", programme="Sporto projektai")).errors == 0


def test_more_than_was_asked_for_is_refused(take) -> None:
    more, headings = [("awards", "Prašyta", "requested", "")], (*HEADINGS, "Prašyta")
    done = take(
        (*grant(), "999,99"), (*grant(), ""), (*grant(), "1000"), headings=headings, more=more
    )
    assert problems(done) == [("H2", "grant_over_request")]


def test_an_individual_enterprise_is_kept_without_its_owners_name(take, var: Path) -> None:
    take(grant(name="J. Petraičio IĮ"), grant(name="  IĮ   „Petraitis“ "), grant())
    assert [row["name"] for row in kept(var)] == [
        "Individuali įmonė", "Individuali įmonė", "Pirmoji",
    ]  # fmt: skip


def test_an_individual_enterprise_is_kept_so_in_other_tables_too(bring, var: Path) -> None:
    bring(row(name="J. Petraičio individuali įmonė"), row(area="Kultūra", name="Petraičio IĮ"))
    archive = Archive(var)
    folder = archive.folder_of("13", 2019, archive.current()["13", 2019].checksum)
    assert "Petrai" not in (folder / "allocations.csv").read_text(encoding="utf-8")


def test_a_list_that_would_mix_with_a_form_is_refused_by_name(
    take, tmp_path: Path, var: Path
) -> None:
    path = tmp_path / "forma.csv"
    path.write_text("a")
    accept([path], var, check=checked("13", 2020, sheets(line("7.00"))))
    before = Archive(var).current()["13", 2020]
    done = take(grant(), grant(year="2019"))
    assert (done.mixed, done.accepted) == ((("13", 2020),), ())
    assert done.exit_code == 1
    assert Archive(var).current()["13", 2020] == before


GIVING = (
    "Identifier", "Title", "Currency", "Amount Awarded", "Award Date", "Recipient Org:Identifier",
    "Recipient Org:Name", "Funding Org:Name", "Grant Programme:Title",
)  # fmt: skip
GIFT = (
    "360G-vilnius-1", "Šventė", "EUR", 1000.5, "2020-05-06", f"LT-RC-{ENTITIES[0]}", "Pirmoji",
    "Vilniaus miesto savivaldybės administracija", "Kultūros projektai",
)  # fmt: skip


def giving(folder: Path, var: Path, **changes: object) -> Imported:
    """Import a workbook in the 360Giving standard, with a map that says no more than the sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(GIVING)
    book.active.append([changes.get(name, said) for name, said in zip(GIVING, GIFT, strict=True)])
    book.save(folder / "grants.xlsx")
    map_csv = folder / "map.csv"
    map_csv.write_text("sheet,heading,column,value\nawards,Title,title,\n", encoding="utf-8")
    return import_table(folder / "grants.xlsx", map_csv, var)


def test_the_columns_of_360giving_are_known(tmp_path: Path, var: Path) -> None:
    done = giving(tmp_path, var)
    assert problems(done) == []
    assert kept(var) == [
        {
            "municipality": "13", "year": "2020", "code": ENTITIES[0], "name": "Pirmoji",
            "title": "Šventė", "programme": "Kultūros projektai", "area": "", "mode": "",
            "awarded": "1000.50", "requested": "", "awarded_on": "2020-05-06",
            "reference": "360G-vilnius-1", "link": "", "currency": "eur",
            "from_file": content_checksum(tmp_path / "grants.xlsx"), "from_rows": "2",
        }
    ]  # fmt: skip


def test_the_same_code_may_be_written_without_its_register(tmp_path: Path, var: Path) -> None:
    for said in (ENTITIES[0], f"LT-PVM-{ENTITIES[0]}", f"lt-rc-{ENTITIES[0]}"):
        assert giving(tmp_path, var, **{"Recipient Org:Identifier": said}).errors == 0


@pytest.mark.parametrize(
    ("heading", "said", "found"),
    [
        ("Currency", "GBP", [("C2", "unknown_code")]),
        ("Award Date", "pavasarį", [("E2", "not_a_date")]),
        ("Award Date", "", [("E2", "required")]),
        ("Recipient Org:Identifier", "360G-vilnius-9", [("F2", "entity_length")]),
        ("Funding Org:Name", "Kultūros taryba", [("H2", "unknown_municipality")]),
    ],
)
def test_what_does_not_fit_is_refused_at_its_cell(
    tmp_path: Path, var: Path, heading: str, said: str, found: list[tuple[str, str]]
) -> None:
    assert problems(giving(tmp_path, var, **{heading: said})) == found


PAGE = """<!DOCTYPE html><html><head><title>Finansuoti projektai</title></head><body>
<table><tr><td>Meniu</td></tr></table>
<table><caption>2020 m.</caption>
<tr><th>Metai<th>Kodas<th>Gavėjas<th>Skirta, €
<tr><td rowspan="2">2020</td><td>{}</td><td>Pirmoji &amp; Ko</td><td>1&nbsp;000,50</td></tr>
<tr><td>{}</td><td>Antroji</td><td>20</td></tr>
</table></body></html>""".format(*ENTITIES[:2])


@pytest.mark.parametrize("name", ["sarasas.html", "sarasas.htm", "sarasas.xls", "sarasas.csv"])
def test_the_largest_table_of_a_web_page_is_read(
    take, tmp_path: Path, var: Path, name: str
) -> None:
    take(grant(area="Nėra"))
    page = tmp_path / name
    page.write_text(PAGE, encoding="utf-8")
    map_csv = tmp_path / "map.csv"
    used = ("form,Metai,year,", "awards,Kodas,code,", "awards,Gavėjas,name,")
    lines = ("sheet,heading,column,value", "form,,municipality,13", *used)
    map_csv.write_text("\n".join(lines), encoding="utf-8")
    assert problems(import_table(page, map_csv, var)) == []
    assert [(row["name"], row["awarded"]) for row in kept(var)] == [
        ("Pirmoji & Ko", "1000.50"), ("Antroji", "20.00"),
    ]  # fmt: skip


def test_a_page_without_a_table_says_what_it_is(tmp_path: Path) -> None:
    page = tmp_path / "sarasas.xls"
    page.write_text("<html><title>Prisijunkite</title><form>…</form></html>", encoding="utf-8")
    with pytest.raises(Unreadable, match="no_web_table title=Prisijunkite"):
        open_table(page, tmp_path, {})
