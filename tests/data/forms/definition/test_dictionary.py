"""The dictionary tells of every column and value, and the copy in the repository is current."""

from __future__ import annotations

import pytest

from data.forms.definition.codes import choices
from data.forms.definition.dictionary import (
    README,
    code_lists,
    dictionary,
    entries,
    to_markdown,
    words,
)
from data.forms.definition.read import load_form


def test_the_readme_is_current():
    told = README.read_text(encoding="utf-8")
    assert told == to_markdown("en"), "run: python -m data.forms.definition.dictionary"


@pytest.mark.parametrize("language", ["lt", "en"])
def test_every_column_is_told_in_order(language):
    told = [entry.id for entry in dictionary(language)]
    assert told == [column.id for sheet in load_form().sheets for column in sheet.columns]


@pytest.mark.parametrize("language", ["lt", "en"])
def test_nothing_is_left_empty_but_units_and_lists(language):
    for entry in dictionary(language):
        assert all((entry.sheet, entry.heading, entry.type, entry.required, entry.help))


def test_the_languages_have_the_same_words():
    lt, en = words("lt"), words("en")
    assert lt.keys() == en.keys()
    assert lt["types"].keys() == en["types"].keys()


def test_a_number_is_told_with_its_bounds_and_unit():
    share = next(e for e in dictionary("en") if e.id == "ngo_share")
    assert (share.type, share.unit) == ("share, 0 to 100", "%")
    year = next(e for e in dictionary("lt") if e.id == "transfer_year")
    assert year.type == "metai, nuo 1990 iki 2100"


def test_when_a_column_is_required_is_told_in_words():
    services = load_form().sheet("services")
    told = {
        language: next(e for e in entries(services, language) if e.id == "transfer_year").required
        for language in ("lt", "en")
    }
    assert told == {
        "lt": "kai Perdavimo etapas – Perduota",
        "en": "when Stage of transfer is Handed over",
    }


@pytest.mark.parametrize("language", ["lt", "en"])
def test_every_value_that_can_be_chosen_is_told_with_both_its_words(language):
    text = to_markdown(language)
    for sheet in load_form().sheets:
        for column in sheet.columns:
            if column.type == "municipality":
                continue
            for code in choices(column):
                assert f"| `{code.code}` | {code.label_lt} | {code.label_en} |" in text
    assert all(f"### `{name}`" in text for name in code_lists())
