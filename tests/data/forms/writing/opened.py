"""Where things stand in an opened form, and by which rules."""

from __future__ import annotations

import pytest
from openpyxl.utils import get_column_letter

from data.forms.definition.read import (
    FIRST_DATA_ROW,
    HEADER_ROW,
    LABEL_COLUMN,
    VALUE_COLUMN,
    load_form,
)
from data.forms.writing.recipients import Recipient
from geo.finding import find_municipality

FORM = load_form()
TABLES = [each for each in FORM.sheets if each.layout == "table"]
VILNIUS = find_municipality("13")
KNOWN = (
    Recipient("190000005", "Pavyzdinė mokykla", "budgetary_institution", "education",
              "appropriation", "01 Švietimo programa"),
    Recipient("300000005", "Pavyzdinė asociacija", "ngo", "culture", "competition", None),
)  # fmt: skip


def cells(each):
    """Address of each column's heading, or label, and of its first value."""
    for place, column in enumerate(each.columns):
        if each.layout == "record":
            row = FIRST_DATA_ROW + place
            yield column, f"{LABEL_COLUMN}{row}", f"{VALUE_COLUMN}{row}"
        else:
            letter = get_column_letter(place + 1)
            yield column, f"{letter}{HEADER_ROW}", f"{letter}{FIRST_DATA_ROW}"


ALL_CELLS = [
    pytest.param(each, column, label, value, id=f"{each.id}.{column.id}")
    for each in FORM.sheets
    for column, label, value in cells(each)
]


def rule_of(page, address):
    found = [rule for rule in page.data_validations.dataValidation if address in rule.sqref]
    assert len(found) <= 1
    return found[0] if found else None


def offered(book, rule):
    name, area = rule.formula1.lstrip("=").rsplit("!", 1)
    return [row[0].value for row in book[name.strip("'")][area.replace("$", "")]]


def dimension(page, letter):
    """The style of a whole column; neighbours alike are written as one."""
    place = ord(letter) - ord("A") + 1
    return next(d for d in page.column_dimensions.values() if d.min <= place <= d.max)
