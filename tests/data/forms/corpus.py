"""Bad files: each is the good form with one fault, together with what the check must say of it.

A case is a name, a way to spoil a draft, and the problems that must be found: kind and place, no
more and no less.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.forms.definition.read import load_form
from tests.data.forms.drafts import PROGRAMME, Draft, Failed, Grid, allocation, at, good, place

Spoil = Callable[[Draft], None]
AMOUNTS = ("planned", "revised", "executed")
LAST = 10
"""Row of the good form's last recipient."""


@dataclass(frozen=True)
class Case:
    name: str
    spoil: Spoil
    expected: tuple[tuple[str, str], ...]

    def draft(self) -> Draft:
        draft = good()
        self.spoil(draft)
        return draft


def cases() -> list[Case]:
    return [
        *_wrong_types(), *_left_empty(), *_unknown_words(), *_entities(), *_out_of_bounds(),
        *_structure(), *_rows(), *_competitions(), *_totals(), *_traps(),
    ]  # fmt: skip


def _one(name: str, where: str, value: Any, code: str) -> Case:
    """A case that writes one cell and expects one problem there."""
    return Case(name, lambda draft: draft.put(where, value), ((code, where),))


def _wrong_types() -> list[Case]:
    found = []
    for column in AMOUNTS:
        where = at("allocations", column)
        found += [
            _one(f"{column}: words", where, "daug", "not_a_number"),
            _one(f"{column}: number and words", where, "apie 500", "not_a_number"),
            _one(f"{column}: thousands in words", where, "12 tūkst.", "not_a_number"),
            _one(f"{column}: groups of two", where, "12 34 56,00", "not_a_number"),
            _one(f"{column}: either thousands or a fraction", where, "1.234", "ambiguous_number"),
            _one(f"{column}: a comma and three digits", where, "1,234", "ambiguous_number"),
            _one(f"{column}: tenths of a cent", where, 100.123, "finer_than_cents"),
            _one(f"{column}: a day", where, date(2026, 5, 1), "not_a_number"),
            _one(f"{column}: true", where, True, "not_a_number"),
            _one(f"{column}: failed formula", where, Failed("#DIV/0!"), "formula_error"),
        ]
    users = at("allocations", "users")
    announced = at("competitions", "announced")
    filled_on = at("form", "filled_on")
    return [
        *found,
        _one("users: half a person", users, 10.5, "not_whole"),
        _one("users: words", users, "keli", "not_a_number"),
        _one("users: failed formula", users, Failed("#REF!"), "formula_error"),
        _one("announced: words", announced, "pavasarį", "not_a_date"),
        _one("announced: no such day", announced, "2026-02-30", "not_a_date"),
        _one("announced: month first", announced, "02/25/2026", "not_a_date"),
        _one("announced: two-digit year", announced, "01.03.26", "not_a_date"),
        _one("announced: a small number", announced, 12, "not_a_date"),
        _one("filled on: a year only", filled_on, 2027, "not_a_date"),
        _one("year: words", at("form", "year"), "šiemet", "not_a_year"),
        _one("year: two digits", at("form", "year"), 26, "not_a_year"),
        _one("year: a day", at("form", "year"), date(2026, 1, 1), "not_a_year"),
        _one("zero: perhaps", at("form", "declared_zero_competition"), "gal", "not_yes_or_no"),
        _one("council: a number", at("openness", "ngo_council"), 7, "not_yes_or_no"),
        _one("link: no address", at("openness", "link"), "žr. svetainėje", "not_a_link"),
        _one("link: mail", at("competitions", "link"), "mailto:a@b.lt", "contact_data"),
        _one("link: script", at("openness", "link"), "javascript:alert(1)", "not_a_link"),
        _one("share: words", at("openness", "ngo_share"), "pusė", "not_a_number"),
        _one("transfer year: words", at("services", "transfer_year"), "seniai", "not_a_year"),
        _one(
            "programme: too long", at("allocations", "programme"), "ilgai " * 100, "text_too_long"
        ),
    ]


def _left_empty() -> list[Case]:
    found = [
        _one(f"{sheet.id}.{column.id}: empty", at(sheet.id, column.id), None, "required")
        for sheet in load_form().sheets
        for column in sheet.columns
        if column.required
    ]
    conditional = ("meetings", "ngo_share", "link")
    found += [
        _one(f"openness.{column}: needed", at("openness", column), None, "required_when")
        for column in conditional
    ]
    empty = at("services", "transfer_year")
    return [*found, _one("services.transfer_year: needed", empty, None, "required_when")]


def _unknown_words() -> list[Case]:
    places = {
        "kind": at("allocations", "kind", LAST), "area": at("allocations", "area"),
        "mode": at("allocations", "mode", LAST), "financing": at("allocations", "financing"),
        "competition area": at("competitions", "area"), "service": at("services", "service"),
        "service area": at("services", "area"), "provider": at("services", "provider_kind"),
        "stage": at("services", "transfer_stage"),
    }  # fmt: skip
    wrong = [
        _one(f"{name}: {said}", where, said, "unknown_code")
        for name, where in places.items()
        for said in ("Nežinia", "K 7")
    ]
    municipality = at("form", "municipality")
    return [
        *wrong,
        _one("municipality: misspelt", municipality, "Vilnaius m. sav.", "unknown_municipality"),
        _one("municipality: town or district", municipality, "Vilnius", "ambiguous_municipality"),
        _one("municipality: a Cyrillic a", municipality, "Vilniаus m. sav.", "lookalike_letters"),
        _one("municipality: abroad", municipality, "Ryga", "unknown_municipality"),
    ]


def _entities() -> list[Case]:
    code, provider = at("allocations", "code"), at("services", "provider_code")
    found = []
    for name, where in (("recipient", code), ("provider", provider)):
        found += [
            _one(f"{name}: eight digits", where, "12411024", "entity_length"),
            _one(f"{name}: ten digits", where, 1241102460, "entity_length"),
            _one(f"{name}: words", where, "nežinomas", "entity_length"),
            _one(f"{name}: zeros", where, "000000000", "entity_zero"),
            _one(f"{name}: seven zeros", where, "0000000", "entity_zero"),
            _one(f"{name}: a fraction", where, "124110246.0", "entity_written"),
            _one(f"{name}: a VAT code", where, "LT124110246", "entity_written"),
            _one(f"{name}: an apostrophe", where, "'124110246", "entity_written"),
            _one(f"{name}: a Cyrillic O", where, "12411О246", "lookalike_letters"),
            _one(f"{name}: wrong check digit", where, 124110247, "entity_check_digit"),
            _one(f"{name}: digits swapped", where, "142110246", "entity_check_digit"),
            _one(f"{name}: personal code", where, "38901010003", "personal_code"),
            _one(f"{name}: personal code as a number", where, 38901010003, "personal_code"),
            _one(f"{name}: mistyped personal code", where, "38901010004", "personal_code"),
        ]
    told = "Išmokėta J. J., a. k. 389 0101 0003"
    return [
        *found,
        _one("programme: personal code", at("allocations", "programme"), told, "personal_code"),
        _one("name: personal code", at("allocations", "name"), "Ūkis 38901010003", "personal_code"),
        _one("office: personal code", at("form", "office"), "38901010003", "personal_code"),
    ]


def _out_of_bounds() -> list[Case]:
    found = []
    for column in AMOUNTS:
        where = at("allocations", column)
        found += [
            _one(f"{column}: minus", where, -5, "negative"),
            _one(f"{column}: minus in brackets", where, "(12,00)", "negative"),
            _one(f"{column}: absurd", where, 3_000_000_000, "above_maximum"),
            _one(f"{column}: beyond cents", where, 1e17, "above_maximum"),
        ]
    return [
        *found,
        _one("users: minus", at("allocations", "users"), -1, "negative"),
        _one("users: more than people", at("allocations", "users"), 9_000_000, "above_maximum"),
        _one("share: over a hundred", at("openness", "ngo_share"), 101, "above_maximum"),
        _one("share: minus", at("openness", "ngo_share"), "−5 %", "negative"),
        _one("meetings: daily and more", at("openness", "meetings"), 400, "above_maximum"),
        _one("year: before the form", at("form", "year"), 2014, "below_minimum"),
        _one("applications: minus", at("competitions", "applications"), -3, "negative"),
        _one("value: minus", at("services", "yearly_value"), "-100", "negative"),
    ]


def _structure() -> list[Case]:
    found = [
        Case(
            f"{sheet.id}: sheet missing",
            lambda draft, title=sheet.title: draft.grids.pop(title) and None,
            (("missing_sheet", ""),),
        )
        for sheet in load_form().sheets
    ]
    found += [_without_heading(*each) for each in _needed_columns()]
    return [
        *found,
        Case("sheet copied", _copy_sheet, (("duplicate_sheet", "'Asignavimai (2)'"),)),
        Case("sheet renamed", _rename_sheet, (("missing_sheet", ""),)),
        Case("column doubled", _double_column, (("duplicate_column", "Asignavimai!M4"),)),
        Case("field doubled", _double_field, (("duplicate_field", "Forma!A14"),)),
        Case("headings gone", _cut_headings, (("no_header", "Konkursai"),)),
        Case("other version", lambda d: d.put("Forma!A1", "Savivalda forma 9.9"),
             (("other_version", "Forma!A1"),)),
        Case("another workbook", _another_workbook, (("not_the_form", ""),)),
        Case("no rows", _no_rows, (("no_rows", "Asignavimai"),)),
    ]  # fmt: skip


def _needed_columns() -> list[tuple[str, str, str]]:
    """Sheet, column and the place of its heading, where a wrong heading is an error."""
    return [
        ("allocations", "area", "Asignavimai!D4"), ("allocations", "executed", "Asignavimai!J4"),
        ("competitions", "budget", "Konkursai!D4"), ("services", "provider_kind", "Paslaugos!C4"),
        ("form", "office", "Forma!A8"), ("form", "declared_total", "Forma!A11"),
        ("openness", "open_budget", "Atvirumas!A8"),
    ]  # fmt: skip


def _without_heading(sheet: str, column: str, where: str) -> Case:
    form = load_form().sheet(sheet)
    if form.layout == "record":
        return Case(f"{sheet}.{column}: label gone", lambda d: d.put(where, None),
                    (("missing_field", form.title),))  # fmt: skip
    return Case(
        f"{sheet}.{column}: heading gone", lambda d: d.put(where, None),
        (("missing_column", form.title),),
    )  # fmt: skip


def _copy_sheet(draft: Draft) -> None:
    draft.grids["Asignavimai (2)"] = draft.grids["Asignavimai"]


def _rename_sheet(draft: Draft) -> None:
    draft.grids["Savivaldybės pinigai"] = draft.grids.pop("Asignavimai")


def _double_column(draft: Draft) -> None:
    draft.put("Asignavimai!M4", "ĮVYKDYTA (EUR)")
    draft.put("Asignavimai!M5", 3)


def _double_field(draft: Draft) -> None:
    draft.grids["Forma"].row(14, ["Savivaldybė", "Kauno m. sav."])


def _cut_headings(draft: Draft) -> None:
    draft.grids["Konkursai"].row(4, [None] * 9)


def _another_workbook(draft: Draft) -> None:
    draft.grids = {"Lapas1": Grid({(1, 1): "Kita lentelė"}), "Lapas2": Grid({(1, 1): "Ir kita"})}


def _no_rows(draft: Draft) -> None:
    for row in range(5, LAST + 1):
        draft.grids["Asignavimai"].row(row, [None] * 11)
    for row in (5, 6):
        draft.grids["Konkursai"].row(row, [None] * 9)


def _rows() -> list[Case]:
    return [
        Case("recipient twice", lambda d: d.grids["Asignavimai"].row(6, allocation(
            1, name="Pavyzdinė biudžetinė įstaiga", kind="Biudžetinė įstaiga")),
            (("duplicate_row", "Asignavimai!A6"),)),
        Case("recipient twice in other words", _twice_in_other_words,
             (("duplicate_row", "Asignavimai!A6"),)),
        Case("competition twice", lambda d: d.put("Konkursai!A6", "k01"),
             (("unknown_competition", "Asignavimai!F8"), ("duplicate_row", "Konkursai!A6"))),
        Case("service twice", lambda d: d.put("Paslaugos!A6", "home_help"),
             (("duplicate_row", "Paslaugos!A6"),)),
        Case("one recipient of two kinds", _two_kinds, (("two_kinds", "Asignavimai!C10"),)),
        Case("funded more than applied", lambda d: d.put("Konkursai!F5", 6),
             (("funded_over_applications", "Konkursai!F5"),)),
    ]  # fmt: skip


def _twice_in_other_words(draft: Draft) -> None:
    again = allocation(
        1, name="PAVYZDINĖ  BIUDŽETINĖ ĮSTAIGA", kind="budgetary_institution", area="culture",
        programme=PROGRAMME.upper(), financing="municipal funds",
    )  # fmt: skip
    draft.grids["Asignavimai"].row(6, again)


def _two_kinds(draft: Draft) -> None:
    draft.put("Asignavimai!A10", "D13-0004")
    draft.put("Asignavimai!B10", "Pavyzdinė asociacija 4")
    draft.put("Asignavimai!C10", "Kita")


def _competitions() -> list[Case]:
    return [
        Case("unknown competition", lambda d: d.put("Asignavimai!F7", "K99"),
             (("unknown_competition", "Asignavimai!F7"), ("competition_sum", "Konkursai!H5"))),
        Case("competition's sum differs", lambda d: d.put("Konkursai!H6", 299.99),
             (("competition_sum", "Konkursai!H6"),)),
        Case("competition without winners", lambda d: d.grids["Konkursai"].row(
            7, ["K03", "Sportas", date(2026, 4, 1), 100, 1, 1, 100, 50, None]),
            (("competition_sum", "Konkursai!H7"),)),
        Case("competition's row is missing", lambda d: d.grids["Konkursai"].row(6, [None] * 9),
             (("unknown_competition", "Asignavimai!F8"),)),
    ]  # fmt: skip


def _totals() -> list[Case]:
    total, ngo = at("form", "declared_total"), at("form", "declared_total_ngo_competition")
    zero = at("form", "declared_zero_competition")
    return [
        _one("total a cent more", total, 200_002_950.86, "total_differs"),
        _one("total in thousands", total, 200_002.95, "total_differs"),
        _one("NGO total differs", ngo, 700, "ngo_total_differs"),
        _one("zero beside amounts", zero, "Taip", "zero_beside_amounts"),
        Case("only a plan", _only_planned, (("nothing_executed", "Asignavimai"),)),
        Case("a recipient left out", lambda d: d.grids["Asignavimai"].row(6, [None] * 11),
             (("total_differs", total),)),
    ]  # fmt: skip


def _only_planned(draft: Draft) -> None:
    for row in range(5, LAST + 1):
        draft.put(at("allocations", "executed", row), 0)
        draft.put(at("allocations", "users", row), None)
    for row in (5, 6):
        draft.put(at("competitions", "funded", row), 0)
        draft.put(at("competitions", "awarded", row), 0)
    for column in ("declared_total", "declared_total_ngo_competition"):
        draft.put(at("form", column), 0)
    draft.put(at("form", "declared_zero_competition"), "Taip")


def _traps() -> list[Case]:
    return [
        Case("hidden row", lambda d: d.grids["Asignavimai"].hidden.add(7),
             (("hidden_row", "Asignavimai!A7"),)),
        Case("hidden rows", lambda d: d.grids["Asignavimai"].hidden.update({5, 6, 9}),
             (("hidden_row", "Asignavimai!A5"), ("hidden_row", "Asignavimai!A9"))),
        Case("hidden competition", lambda d: d.grids["Konkursai"].hidden.add(6),
             (("hidden_row", "Konkursai!A6"),)),
        Case("merged names", _merge("Asignavimai", "B5", "B6"),
             (("merged_cells", "Asignavimai!B5:B6"),)),
        Case("merged headings", _merge("Asignavimai", "J4", "K4"),
             (("merged_cells", "Asignavimai!J4:K4"),)),
        Case("failed total", lambda d: d.put("Forma!B11", Failed("#VALUE!")),
             (("formula_error", "Forma!B11"),)),
        Case("failed name", lambda d: d.put("Asignavimai!B8", Failed("#N/A")),
             (("formula_error", "Asignavimai!B8"),)),
    ]  # fmt: skip


def _merge(title: str, first: str, last: str) -> Spoil:
    def spoil(draft: Draft) -> None:
        grid, area = draft.grids[title], (*place(first), *place(last))
        for row in range(area[0], area[2] + 1):
            for column in range(area[1], area[3] + 1):
                if (row, column) != area[:2]:
                    grid.cells.pop((row, column), None)
        grid.merged.append(area)

    return spoil
