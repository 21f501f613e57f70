"""Forms are the same whenever they are written, with last year's recipients in them."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from data.forms.definition.errors import FormError
from data.forms.definition.read import FIRST_DATA_ROW, VALUE_COLUMN, sheet
from data.forms.writing.recipients import Recipient, recipients
from data.forms.writing.template import all_forms, template_bytes, write_forms, write_template
from geo.places import municipalities
from tests.data.forms.writing.opened import KNOWN, VILNIUS


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
    forms = all_forms(tmp_path / "forms", 2026, lambda place: KNOWN[: int(place.code) % 3])
    assert write_forms(forms) == []
    written = [*forms]
    assert [each.name for each in written] == [
        f"savivalda-forma-{place.code}-2026.xlsx" for place in municipalities()
    ]
    last = load_workbook(written[-1], read_only=True)["Forma"]
    assert last[f"{VALUE_COLUMN}{FIRST_DATA_ROW}"].value == municipalities()[-1].name_full_lt
    last.parent.close()


def test_a_form_that_is_there_filled_in_is_replaced_only_on_request(tmp_path):
    """The same empty form again is no loss; one that differs stops all of them."""
    paths = [tmp_path / f"{number}.xlsx" for number in range(3)]
    write_forms({paths[0]: b"empty", paths[1]: b"filled in"})
    forms = dict.fromkeys(paths, b"empty")
    with pytest.raises(FileExistsError, match=r"1\.xlsx; choose") as refused:
        write_forms(forms)
    assert "0.xlsx" not in str(refused.value)
    assert paths[1].read_bytes() == b"filled in"
    assert not paths[2].exists()
    assert write_forms(forms, overwrite=True) == [paths[1]]
    assert {path.read_bytes() for path in paths} == {b"empty"}


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
