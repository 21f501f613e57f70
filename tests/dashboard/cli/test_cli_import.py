"""`savivalda import` says what would come in, what came in and what was left out, with its sums."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from data.forms.archive.acceptance import accept
from tests.dashboard.cli.test_cli_forms import run
from tests.data.forms.given import ENTITIES, checked, line, sheets
from tests.data.forms.history.tables import known

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("no_files")

FILES = {
    "map.csv": "sheet,heading,column,value,rules\nform,,municipality,13,\nform,METAI,year,,\n"
    "allocations,KODAS,code,,\nallocations,VARDAS,name,,\nallocations,,kind,,kinds.csv\n"
    "allocations,,area,sport,\nallocations,,mode,appropriation,\nallocations,,programme,,\n"
    "allocations,,financing,,\nallocations,,planned,,\nallocations,,revised,,\n"
    "allocations,SUMA,executed,,\ntable,,repeated_rows,sum,\ntable,,left_out,,left.csv\n",
    "kinds.csv": "VARDAS,value,why_lt,why_en\n*VšĮ*,public_institution,a,b\n,ngo,c,d\n",
    "left.csv": "KODAS,value,why_lt,why_en\n????,unit,Administracijos skyrius,A division\n",
    "lent.csv": f"METAI;KODAS;VARDAS;SUMA\n2019;{ENTITIES[0]};VšĮ Viena;1 000,50\n"
    f"2019;{ENTITIES[0]};VšĮ Viena;0,25\n2020;{ENTITIES[1]};Dvi;2000000\n2020;5077;Skyrius;3,30\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def var(tmp_path: Path) -> Path:
    return tmp_path / "var"


def test_a_dry_run_tells_rows_sums_places_and_rules_and_takes_nothing(
    folder: Path, var: Path
) -> None:
    done = run("import", folder / "lent.csv", "--map", folder / "map.csv", "--dry-run", data=var)
    text = re.sub("[ \xa0]+", " ", done.stdout)
    for said in (
        "Nieko nepriimta ir neįrašyta.",
        "Eilučių lentelėje: 4. Praleista: 1. Po sudėjimo priimama: 2.",
        "2019 1 000,75 € 1 000,75 € 0,00 €",
        "2020 2 000 003,30 € 2 000 000,00 € 3,30 €",
        "Iš viso 2 001 004,05 € 2 001 000,75 € 3,30 €",
        "Viešoji įstaiga 1 1 000,75 €",
        "Administracijos skyrius 2020 1 3,30 €",
        "Būtų priimta savivaldybių ir metų (2)\n Vilniaus miesto savivaldybė: 2019, 2020",
        "Taisyklės: kinds.csv",
        "2 Viešoji įstaiga 2 1 1 000,75 €",
    ):
        assert said in text
    told = done.stdout.partition("neįrašyta.\n")[2]
    assert max(map(len, told.splitlines())) <= 100
    assert not var.exists()


def test_an_import_tells_its_sums_in_short_and_writes_what_it_left_out(
    folder: Path, var: Path
) -> None:
    left = folder / "praleista.csv"
    arguments = ("import", folder / "lent.csv", "--map", folder / "map.csv", "--lang", "en")
    done = run(*arguments, "--left-out", left, data=var)
    assert "accepted, rows: 2. Municipalities and years: new 2" in done.stdout
    assert "€2,000,003.30" in done.stdout
    assert "A division" in done.stdout
    assert "Rules:" not in done.stdout
    assert left.read_text(encoding="utf-8").splitlines()[1] == '5,unit,2020,5077,Skyrius,"3,30"'
    again = run(*arguments, "--left-out", left, data=var, expect=1)
    assert "praleista.csv is there" in again.output
    run(*arguments, "--left-out", left, "--overwrite", data=var)


def test_a_table_that_would_mix_with_a_form_is_refused_by_name(folder: Path, var: Path) -> None:
    form = folder / "forma.csv"
    form.write_text("a")
    accept([form], var, check=checked("13", 2019, sheets(line("7.00"))))
    arguments = ("import", folder / "lent.csv", "--map", folder / "map.csv")
    for more in ((), ("--dry-run",)):
        done = run(*arguments, *more, data=var, expect=1)
        assert "susimaišytų su savivaldybių pateiktomis formomis (1)" in done.stdout
        assert "  Vilniaus miesto savivaldybė: 2019\n" in done.stdout
        assert {*known(var)} == {("13", 2019)}
    english = run(*arguments, "--lang", "en", data=var, expect=1)
    assert "  Vilnius City: 2019\n" in english.stdout
    done = run(*arguments, "--leave-forms", data=var)
    assert "naujų 1, jau buvusių 0, paliktų su sava forma 1" in done.stdout
    done = run(*arguments, "--over-forms", data=var)
    assert "naujų 1, jau buvusių 1, paliktų su sava forma 0" in done.stdout


def test_problems_of_an_import_can_be_had_one_by_one_as_json_or_as_a_page(
    folder: Path, var: Path
) -> None:
    rows = "".join(f"{2015 + n % 9};12345;Kas{n};200000000\n" for n in range(40))
    (folder / "blogai.csv").write_text(f"METAI;KODAS;VARDAS;SUMA\n{rows}", encoding="utf-8")
    arguments = ("import", folder / "blogai.csv", "--map", folder / "map.csv")
    done = run(*arguments, "--format", "json", data=var, expect=1)
    told = json.loads(done.stdout)
    assert [each["cell"] for each in told["problems"]] == [f"B{n}" for n in range(2, 42)]
    assert (told["errors"], told["clean"]) == (40, False)
    page = run(*arguments, "--format", "html", data=var, expect=1).stdout
    assert page.startswith("<!doctype html>")
    assert "Pirmas langelis B2, paskutinis B41, iš viso 40." in page
    text = run(*arguments, data=var, expect=1).stdout
    assert text.count("!B") == 1
    clean = run(
        "import", folder / "lent.csv", "--map", folder / "map.csv", "--format", "json", data=var
    )
    assert json.loads(clean.stdout)["clean"] is True
    assert "priimta" in clean.stderr
