"""The empty form, opened again as a clerk's spreadsheet would open it."""

from __future__ import annotations

import pytest

from data.forms.definition.codes import choices
from data.forms.definition.read import (
    FIRST_DATA_ROW,
    HEADER_ROW,
    HELP_ROW,
    LISTS_SHEET,
    STAMP_CELL,
    sheet,
)
from tests.data.forms.writing.opened import (
    ALL_CELLS,
    FORM,
    TABLES,
    cells,
    dimension,
    offered,
    rule_of,
)


def test_the_sheets_stand_in_order_and_the_lists_are_hidden(book):
    assert book.sheetnames == [*(each.title for each in FORM.sheets), LISTS_SHEET]
    assert [page.sheet_state for page in book] == ["visible"] * 5 + ["hidden"]
    assert book.active.title == "Forma"


def test_version_municipality_and_year_are_filled_in(book):
    page = book["Forma"]
    found = {column.id: page[value].value for column, _, value in cells(sheet("form"))}
    assert page[STAMP_CELL].value == "Savivalda forma 1.0"
    assert found.pop("municipality") == "Vilniaus miesto savivaldybė"
    assert found.pop("year") == 2026
    assert set(found.values()) == {None}


@pytest.mark.parametrize(("each", "column", "label", "value"), ALL_CELLS)
def test_a_heading_has_its_words_unit_mark_and_a_comment(book, each, column, label, value):
    cell = book[each.title][label]
    assert cell.value == column.heading
    assert column.help_lt in cell.comment.text
    assert column.help_en in cell.comment.text


@pytest.mark.parametrize(("each", "column", "label", "value"), ALL_CELLS)
def test_help_stands_beside_the_heading(book, each, column, label, value):
    page = book[each.title]
    beside = f"C{value[1:]}" if each.layout == "record" else f"{label[0]}{HELP_ROW}"
    assert page[beside].value == column.help_lt
    assert page["A2"].value == each.help_lt


@pytest.mark.parametrize(("each", "column", "label", "value"), ALL_CELLS)
def test_what_is_to_be_filled_in_is_open_and_all_else_is_locked(book, each, column, label, value):
    page = book[each.title]
    assert page.protection.sheet
    assert page.protection.password is None
    assert page[label].protection.locked
    if each.layout == "record":
        assert not page[value].protection.locked
    else:
        assert not dimension(page, value[0]).protection.locked
        assert all(page[f"{value[0]}{row}"].protection.locked for row in range(1, FIRST_DATA_ROW))


def test_sheets_cannot_be_added_removed_or_renamed(book):
    assert book.security.lockStructure


@pytest.mark.parametrize(("each", "column", "label", "value"), ALL_CELLS)
def test_a_drop_down_offers_exactly_the_codes(book, each, column, label, value):
    rule = rule_of(book[each.title], value)
    if choices(column):
        assert rule.type == "list"
        assert offered(book, rule) == [code.label_lt for code in choices(column)]
        assert rule.showErrorMessage
        assert rule.error
    elif column.codes:
        assert rule.formula1 == "'Konkursai'!$A$5:$A$204"
        assert not rule.showErrorMessage  # a programme may stand here too


@pytest.mark.parametrize(("each", "column", "label", "value"), ALL_CELLS)
def test_numbers_dates_codes_and_addresses_are_checked_while_typing(
    book, each, column, label, value
):
    kinds = {
        "amount": "decimal", "share": "decimal", "whole": "whole", "year": "whole",
        "date": "date", "entity": "custom", "url": "custom",
    }  # fmt: skip
    if column.type not in kinds:
        return
    rule = rule_of(book[each.title], value)
    assert rule.type == kinds[column.type]
    assert rule.showErrorMessage
    assert rule.error
    if column.minimum is not None:
        assert (rule.formula1, rule.formula2) == (str(column.minimum), str(column.maximum))


@pytest.mark.parametrize("each", TABLES, ids=lambda each: each.id)
def test_the_rules_of_a_table_hold_to_its_last_row(book, each):
    page = book[each.title]
    for _, _, value in cells(each):
        near, far = rule_of(page, value), rule_of(page, f"{value[0]}1048576")
        assert near is far


@pytest.mark.parametrize(("each", "column", "label", "value"), ALL_CELLS)
def test_a_missing_value_is_marked_where_it_is_required(book, each, column, label, value):
    marked = [part.sqref for part in book[each.title].conditional_formatting if value in part.sqref]
    assert bool(marked) == (column.required or column.required_when is not None)


@pytest.mark.parametrize("each", FORM.sheets, ids=lambda each: each.id)
def test_headings_stay_in_sight_and_a_page_is_as_wide_as_the_sheet(book, each):
    page = book[each.title]
    assert page.freeze_panes.endswith(str(FIRST_DATA_ROW))
    assert page.page_setup.orientation == "landscape"
    assert page.page_setup.fitToHeight == 0
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert "Savivalda forma 1.0" in page.oddFooter.left.text
    if each.layout == "table":
        assert page.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"


@pytest.mark.parametrize("each", FORM.sheets, ids=lambda each: each.id)
def test_only_the_sheets_own_help_is_merged(book, each):
    assert [str(area) for area in book[each.title].merged_cells.ranges] == ["A2:C2"]
