"""The empty form, opened again as a clerk's spreadsheet would open it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.forms.definition.codes import choices
from data.forms.definition.errors import FormError
from data.forms.definition.read import (
    FIRST_DATA_ROW,
    HEADER_ROW,
    HELP_ROW,
    LABEL_COLUMN,
    LISTS_SHEET,
    STAMP_CELL,
    VALUE_COLUMN,
    load_form,
    sheet,
)
from data.forms.writing.recipients import Recipient, recipients
from data.forms.writing.template import file_name, template_bytes, write_all, write_template
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

FORM = load_form()
TABLES = [each for each in FORM.sheets if each.layout == "table"]
VILNIUS = find_municipality("13")
KNOWN = (
    Recipient("190000005", "Pavyzdinė mokykla", "budgetary_institution", "education",
              "appropriation", "01 Švietimo programa"),
    Recipient("300000005", "Pavyzdinė asociacija", "ngo", "culture", "competition", None),
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("form") / file_name(VILNIUS, 2026)
    write_template(target, VILNIUS, 2026, KNOWN)
    return target


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)


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


def test_last_years_recipients_are_filled_in_in_the_words_of_the_drop_downs(book):
    page = book["Asignavimai"]
    names = [column.id for column in sheet("allocations").columns]
    rows = [
        {name: cell.value for name, cell in zip(names, row, strict=True) if cell.value is not None}
        for row in page.iter_rows(min_row=FIRST_DATA_ROW, max_col=len(names))
    ]
    assert rows == [
        {
            "code": "190000005",
            "name": "Pavyzdinė mokykla",
            "kind": "Biudžetinė įstaiga",
            "area": "Švietimas",
            "mode": "Asignavimas",
            "programme": "01 Švietimo programa",
        },
        {
            "code": "300000005",
            "name": "Pavyzdinė asociacija",
            "kind": "NVO",
            "area": "Kultūra",
            "mode": "Konkursas",
        },
    ]
    filled = page.iter_rows(min_row=FIRST_DATA_ROW, max_col=6)
    assert not any(cell.protection.locked for row in filled for cell in row if cell.value)


def test_the_same_form_is_the_same_bytes():
    assert template_bytes(VILNIUS, 2026, KNOWN) == template_bytes(VILNIUS, 2026, KNOWN)
    assert template_bytes(VILNIUS, 2026) != template_bytes(VILNIUS, 2027)


def test_a_recipient_of_no_known_kind_is_refused():
    odd = Recipient("300000005", "Pavyzdinė", "ngos", "culture", "competition", None)
    with pytest.raises(FormError, match=r"300000005.*'ngos'.*meant 'ngo'"):
        template_bytes(VILNIUS, 2026, [odd])


def test_a_year_that_the_form_does_not_take_is_refused():
    with pytest.raises(ValueError, match="2015 to 2100, got 26"):
        template_bytes(VILNIUS, 26)


def test_sixty_forms_are_written_each_for_its_municipality(tmp_path):
    written = write_all(tmp_path / "forms", 2026, lambda place: KNOWN[: int(place.code) % 3])
    assert [each.name for each in written] == [
        f"savivalda-forma-{place.code}-2026.xlsx" for place in municipalities()
    ]
    last = load_workbook(written[-1], read_only=True)["Forma"]
    assert last[f"{VALUE_COLUMN}{FIRST_DATA_ROW}"].value == municipalities()[-1].name_full_lt
    last.parent.close()


class TestRecipients:
    def test_each_line_of_the_year_before_is_given_once(self, store, tables):
        found = recipients(store, "13", 2025, demo=True)
        lines = tables.execute(
            "SELECT DISTINCT entity, area, mode, if(mode = 'competition', NULL, programme) "
            "FROM allocation WHERE municipality = '13' AND year = 2024"
        ).fetchall()
        keys = [(each.code, each.area, each.mode, each.programme) for each in found]
        assert len(set(keys)) == len(keys)
        assert set(keys) == set(lines)

    def test_invented_recipients_are_given_only_on_request(self, store):
        assert recipients(store, "13", 2025) == []

    def test_a_year_that_is_not_known_has_none(self, store):
        assert recipients(store, "13", 2040, demo=True) == []

    def test_a_merged_entity_is_given_under_its_successor(self, store, tables):
        closed, heir, municipality, year = tables.execute(
            "SELECT code, successor, municipality, year(closed_on) FROM entity "
            "WHERE successor IS NOT NULL"
        ).fetchone()
        codes = {each.code for each in recipients(store, municipality, year, demo=True)}
        assert heir in codes
        assert closed not in codes

    def test_they_fill_a_form(self, store, tmp_path):
        found = recipients(store, "13", 2026, demo=True)
        target = tmp_path / "form.xlsx"
        write_template(target, VILNIUS, 2026, found)
        page = load_workbook(target)["Asignavimai"]
        assert page.max_row == FIRST_DATA_ROW - 1 + len(found)


if shutil.which("soffice"):

    @pytest.fixture(scope="module", params=["xlsx", "ods"])
    def reopened(request, path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
        """The form as LibreOffice saves it after opening it."""
        work = tmp_path_factory.mktemp("office")
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        convert = ["--headless", "--convert-to", request.param, "--outdir", str(work), str(path)]
        subprocess.run(["soffice", profile, *convert], check=True, capture_output=True, timeout=180)
        return work / path.with_suffix(f".{request.param}").name

    def test_libreoffice_opens_the_form_and_keeps_it_whole(path, reopened):
        from python_calamine import CalamineWorkbook  # noqa: PLC0415

        before, after = (CalamineWorkbook.from_path(each) for each in (path, reopened))
        assert after.sheet_names == before.sheet_names
        for name in before.sheet_names:
            assert words_of(after, name) == words_of(before, name)

    def test_libreoffice_understands_drop_downs_and_locks(reopened):
        if reopened.suffix != ".xlsx":
            return
        book = load_workbook(reopened)
        for each in FORM.sheets:
            page = book[each.title]
            assert page.protection.sheet
            for column, label, value in cells(each):
                assert page[label].protection.locked
                if each.layout == "record":
                    assert not page[value].protection.locked
                else:
                    assert not dimension(page, value[0]).protection.locked
                if choices(column):
                    rule = rule_of(page, value)
                    assert offered(book, rule) == [code.label_lt for code in choices(column)]

    def words_of(book, name):
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        return [[value for value in row if value != ""] for row in rows if any(row)]
