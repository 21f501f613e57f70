"""The form is defined once, completely, in both languages, and a wrong definition is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from data.forms.definition.codes import choices, code_list
from data.forms.definition.errors import FormError
from data.forms.definition.read import COMPETITION, FORM, load_form, read_form, sheet

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = [
    pytest.param(where, column, id=f"{where.id}.{column.id}")
    for where in load_form().sheets
    for column in where.columns
]

SHEETS = {
    "form": (
        "Forma",
        (
            "municipality year filled_on office contact declared_zero_competition declared_total "
            "declared_total_ngo_competition"
        ),
    ),
    "allocations": (
        "Asignavimai",
        "code name kind area mode programme financing planned revised executed users",
    ),
    "competitions": (
        "Konkursai",
        "competition area announced budget applications funded requested awarded link",
    ),
    "services": (
        "Paslaugos",
        "service area provider_kind provider_code transfer_stage transfer_year yearly_value",
    ),
    "openness": (
        "Atvirumas",
        "ngo_council meetings ngo_share open_budget link published_results results_link",
    ),
}


def test_the_five_sheets_hold_what_is_asked_of_a_municipality():
    found = {each.id: (each.title, [c.id for c in each.columns]) for each in load_form().sheets}
    assert found == {name: (title, ids.split()) for name, (title, ids) in SHEETS.items()}


def test_the_stamp_names_the_version():
    assert load_form().stamp == "Savivalda forma 1.0"


def test_a_heading_says_unit_and_whether_the_column_is_required():
    allocations = sheet("allocations")
    assert allocations.column("planned").heading == "Planuota, € *"
    assert allocations.column("users").heading == "Paslaugų gavėjų skaičius"


@pytest.mark.parametrize("each", load_form().sheets, ids=lambda each: each.id)
def test_a_sheet_is_explained_in_both_languages(each):
    texts = (each.title, each.title_en, each.help_lt, each.help_en)
    assert all(text.strip() for text in texts)
    assert len(set(texts)) == 4


@pytest.mark.parametrize(("where", "column"), COLUMNS)
def test_a_column_is_explained_in_both_languages(where, column):
    texts = (column.title_lt, column.title_en, column.help_lt, column.help_en)
    assert all(text.strip() for text in texts)
    assert len(set(texts)) == 4
    assert column.help_lt.endswith(".")
    assert column.help_en.endswith(".")


@pytest.mark.parametrize(("where", "column"), COLUMNS)
def test_a_column_that_is_chosen_from_a_list_has_one(where, column):
    assert bool(choices(column)) == (column.type in {"code", "yesno", "municipality"})
    labels = [each.label_lt for each in choices(column)]
    assert len(set(labels)) == len(labels)


def test_sixty_municipalities_can_be_chosen():
    assert len(choices(sheet("form").column("municipality"))) == 60


def test_the_sheets_carry_all_that_the_tables_need(tables):
    """Every column of a table comes from the form, but for who, when and what the entity is."""
    feeds = {
        "allocation": "allocations",
        "competition": "competitions",
        "service": "services",
        "openness": "openness",
    }
    for table, fed_by in feeds.items():
        needed = {row[0] for row in tables.execute(f"DESCRIBE {table}").fetchall()}
        given = {column.id for column in sheet(fed_by).columns}
        elsewhere = {"municipality", "year", "entity", "provider", "from_file", "from_rows"}
        assert needed - given - elsewhere == set()


def test_an_unknown_code_list_says_which_there_are():
    with pytest.raises(FormError, match=r"'policy_aria'.*meant 'policy_area'.*service"):
        code_list("policy_aria")


WRONG = {
    "not TOML": ('version = "1.0"', "version = ", "form.toml cannot be read"),
    "version": ('version = "1.0"', 'version = "first"', 'version must be like "1.0"'),
    "unknown key of the form": ('version = "1.0"', 'version = "1.0"\ncolour = 1', "'colour'"),
    "unknown key of a sheet": (
        'layout = "record"',
        'layout = "record"\nhide = 1',
        "'form'.*'hide'",
    ),
    "unknown layout": (
        'layout = "table"',
        'layout = "tabel"',
        "'allocations'.*layout 'tabel'.*meant 'table'",
    ),
    "title that no sheet can have": ('title = "Forma"', 'title = "Forma/1"', "cannot name a sheet"),
    "two sheets of one id": ('id = "services"', 'id = "openness"', "sheet id used twice"),
    "no sheet for the stamp": ('id = "form"', 'id = "first"', "'form' is missing"),
    "no sheet of competitions": (
        'id = "competitions"',
        'id = "calls"',
        "needs sheet 'competitions'",
    ),
    "key of no column": (
        'key = ["service"]',
        'key = ["servise"]',
        "'services'.*'servise' is no required column",
    ),
    "table without a key": ('key = ["service"]\n', "", "'services'.*key is for tables"),
    "missing key of a column": (
        'title_en = "Award mode"\n',
        "",
        "'allocations', column 'mode': key 'title_en' is missing",
    ),
    "unknown key of a column": (
        'title_en = "Award mode"',
        'title_en = "Award mode"\nhlep_lt = "x"',
        "column 'mode': unknown key 'hlep_lt'.*meant 'help_lt'",
    ),
    "two columns of one id": ('id = "revised"', 'id = "planned"', "'allocations'.*'planned'"),
    "two columns of one heading": (
        'title_lt = "Patikslintas planas"',
        'title_lt = "Planuota"',
        "'allocations'.*heading used twice",
    ),
    "unknown type": ('type = "url"', 'type = "link"', "column 'link'.*type 'link'.*known"),
    "unknown code list": ('codes = "service"', 'codes = "services"', "'service'.*meant 'service'"),
    "code without a list": ('codes = "service"\n', "", "column 'service'.*codes go with"),
    "empty text": ('title_en = "Award mode"', 'title_en = " "', "'mode'.*title_en must be text"),
    "required neither true nor false": (
        'codes = "award_mode"\nrequired = true',
        'codes = "award_mode"\nrequired = "yes"',
        "'mode'.*required must be true or false",
    ),
    "amount without its unit": ('unit = "€"\n', "", "declared_total.*unit must be '€'"),
    "amount without bounds": (
        "minimum = 0\nmaximum = 10000000000\n",
        "",
        "declared_total.*needs minimum and maximum",
    ),
    "bounds the wrong way round": ("maximum = 366", "maximum = -1", "'meetings'.*not above"),
    "bounds that are not exact": ("maximum = 366", "maximum = 366.0", "'meetings'.*whole number"),
    "bounds of a text": (
        'title_en = "Recipient\'s name"',
        'title_en = "Recipient\'s name"\nmaximum = 9',
        "'name'.*not text",
    ),
    "condition on no column": (
        'column = "transfer_stage"',
        'column = "stage"',
        "'transfer_year'.*'stage', which the sheet has not",
    ),
    "condition on no value": (
        'value = "transferred"',
        'value = "done"',
        "'transfer_stage' cannot be 'done'.*partly_transferred",
    ),
    "a reason in one language": (
        'unpublished_en = "it is for the data steward alone, for questions about the form"\n',
        "",
        "'office'.*unpublished_lt and unpublished_en go together",
    ),
    "help that does not fit": (
        'help_en = "The sum of what',
        f'help_en = "{"x" * 250}',
        "'requested'.*at most 250 fit",
    ),
}


@pytest.mark.parametrize(("right", "wrong", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_definition_is_refused_by_sheet_column_and_key(tmp_path: Path, right, wrong, said):
    text = FORM.read_text(encoding="utf-8")
    assert right in text
    copy = tmp_path / "form.toml"
    copy.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(FormError, match=re.compile(said, re.DOTALL)):
        read_form(copy)


def test_only_one_column_refers_to_competitions():
    referring = [
        (w.values[0].id, w.values[1].id) for w in COLUMNS if w.values[1].codes == COMPETITION
    ]
    assert referring == [("allocations", "programme")]
