"""What a spreadsheet itself refuses while a clerk types: drop-downs, bounds, dates, code lengths.

It catches a slip at once; the check of the whole file stays the judge, because pasted cells pass
by these rules.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from data.forms.definition.codes import choices, choices_id
from data.forms.definition.model import (
    COMPETITION,
    FIRST_DATA_ROW,
    VALUE_COLUMN,
    Column,
    Form,
    Sheet,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

LAST_ROW = 1_048_576
"""The last row of a sheet: rules hold however long a table grows."""

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)

EntryRule = dict[str, Any]


def entry_rule(
    sheet: Sheet, column: Column, form: Form, lists: Mapping[str, str]
) -> EntryRule | None:
    """Return a column's data validation as xlsxwriter takes it, None where anything may stand.

    Args:
        sheet: where the column stands.
        column: the column.
        form: the form, to find the sheet of competitions.
        lists: ranges of the hidden sheet by the name of their list.
    """
    cell = first_cell(sheet, column)
    if choices(column):
        said = "Pasirinkite reikšmę iš sąrašo (rodyklė langelio dešinėje)."
        return _refuse({"validate": "list", "source": lists[choices_id(column) or ""]}, said)
    if column.codes == COMPETITION:
        # The list only helps: where the money came without a competition, a programme stands here.
        return {"validate": "list", "source": competition_range(form), "show_error": False}
    if column.type in {"amount", "share", "whole", "year"}:
        return _number(column)
    if column.type == "date":
        said = "Įrašykite datą: metai-mėnuo-diena, pvz., 2026-02-15."
        return _refuse(_between("date", EARLIEST, LATEST), said)
    if column.type == "entity":
        said = "Juridinio asmens kodas – 9 skaitmenys (senas – 7). Asmens kodo rašyti negalima."
        return _refuse(_formula(f"=OR(LEN(TRIM({cell}))=9,LEN(TRIM({cell}))=7)"), said)
    if column.type == "url":
        said = "Adresas prasideda https:// arba http://."
        return _refuse(_formula(f'=OR(LEFT({cell},8)="https://",LEFT({cell},7)="http://")'), said)
    return None


def competition_range(form: Form) -> str:
    """Return the cells in which the codes of this workbook's competitions are written."""
    found = form.competition_column
    if found is None:
        raise ValueError("the form has no sheet of competitions")
    where, column = found
    letter = letters(where, column)
    return f"='{where.title}'!${letter}${FIRST_DATA_ROW}:${letter}${FIRST_DATA_ROW + 199}"


def missing_rule(sheet: Sheet, column: Column) -> str | None:
    """Return a formula, true for a cell that must still be filled in; None where it need not be.

    A required cell of a table is missing only once something stands in its row.
    """
    empty = f"LEN(TRIM({first_cell(sheet, column)}))=0"
    if column.required and sheet.layout == "record":
        return f"={empty}"
    if column.required:
        row = f"{first_cell(sheet, sheet.columns[0])}:{first_cell(sheet, sheet.columns[-1])}"
        return f"=AND({empty},COUNTA({row})>0)"
    if column.required_when is None:
        return None
    other = sheet.column(column.required_when.column)
    label = next(c.label_lt for c in choices(other) if c.code == column.required_when.value)
    return f'=AND({empty},{first_cell(sheet, other)}="{label}")'


def first_cell(sheet: Sheet, column: Column) -> str:
    """Return the address of a column's first cell for a formula, fixed but for a table's row."""
    if sheet.layout == "record":
        return f"${VALUE_COLUMN}${FIRST_DATA_ROW + sheet.columns.index(column)}"
    return f"${letters(sheet, column)}{FIRST_DATA_ROW}"


def letters(sheet: Sheet, column: Column) -> str:
    """Return the letter of a table's column; no sheet of the form has more than 26."""
    return chr(ord("A") + sheet.columns.index(column))


def _number(column: Column) -> EntryRule:
    """Return the rule of a number between its bounds."""
    low, high = column.minimum, column.maximum
    said = f"Įrašykite skaičių nuo {low} iki {high:,}".replace(",", " ")
    if column.type == "amount":
        said += " – sumą eurais ir centais, be žodžių ir ženklų."
        return _refuse(_between("decimal", low, high), said)
    if column.type == "share":
        return _refuse(_between("decimal", low, high), f"{said} – procentais.")
    if column.type == "year":
        said = f"Įrašykite metus keturiais skaitmenimis, nuo {low} iki {high}"
    return _refuse(_between("integer", low, high), f"{said}.")


def _between(kind: str, low: object, high: object) -> EntryRule:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


def _formula(formula: str) -> EntryRule:
    return {"validate": "custom", "value": formula}


def _refuse(rule: EntryRule, said: str) -> EntryRule:
    """Let the rule stop whoever breaks it, and say what to do instead."""
    return rule | {"error_title": "Netinkama reikšmė", "error_message": said, "ignore_blank": True}
