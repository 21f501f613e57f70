"""What is odd is remarked on, what is wrong blocks, and all of it is said at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from data.forms.checking.check import check_file
from data.forms.checking.context import Context, KnownEntity
from data.forms.checking.problems import euros
from tests.data.forms.checking.checks import DEMO, check, found
from tests.data.forms.drafts import Draft, Failed, at, good
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_hints_name_what_was_perhaps_meant(tmp_path: Path) -> None:
    draft = good()
    known = {"124110246": KnownEntity("Registrų centras")}
    for where, value in {
        "Asignavimai!A10": 124110264, "Asignavimai!C9": "Viešoji istaga",
        "Asignavimai!D9": "Konkursas", "Asignavimai!I4": "Patikslintas planaas, €",
        "Asignavimai!H9": "1.234", "Forma!B5": "Vilnaus m. sav.",
    }.items():  # fmt: skip
        draft.put(where, value)
    report = check(draft, tmp_path, Context(demo=True, entities=known))
    hints = {problem.place: problem.hint("lt") for problem in report.problems}
    assert "124110246" in hints["Asignavimai!A10"]
    assert "Viešoji įstaiga" in hints["Asignavimai!C9"]
    assert "Skyrimo būdas" in hints["Asignavimai!D9"]
    assert "I4 „Patikslintas planaas, €“" in hints["Asignavimai"]
    assert "1 234" in hints["Asignavimai!H9"]
    assert "Vilniaus m. sav." in hints["Forma!B5"]


@pytest.mark.parametrize(
    ("said", "lithuanian", "english"),
    [
        ("Vilnaus m. sav.", "Gal Vilniaus m. sav.?", "Is it Vilnius City?"),
        ("Kauno rajuono sav.", "", ""),
        ("Kauna rajonas", "Gal Kauno r. sav.?", "Is it Kaunas District?"),
        ("Neringos miesto", "Gal Neringos sav.?", "Is it Neringa?"),
        ("Klaipeida", "Gal Klaipėdos m. sav. arba Klaipėdos r. sav.?",
         "Is it Klaipėda City or Klaipėda District?"),
        ("Ryga", "", ""),
        ("Šakių m. sav.", "Gal Šakių r. sav.?", "Is it Šakiai District?"),
        ("Molėtu miesto", "Gal Molėtų r. sav.?", "Is it Molėtai District?"),
        ("Molėta miesto", "", ""),
    ],
)  # fmt: skip
def test_a_municipality_is_suggested_only_if_name_and_kind_are_near(
    said: str, lithuanian: str, english: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put("Forma!B5", said)
    (problem,) = check(draft, tmp_path).problems
    assert (problem.hint("lt"), problem.hint("en")) == (lithuanian, english)


@pytest.mark.parametrize(
    ("said", "told", "meant"),
    [
        ("124110246.0", "trupmeninė", "Gal 124110246?"),
        ("'124110246", "apostrofu", "Gal 124110246?"),
        ("LT124110246", "PVM", "Gal 124110246? Patikrinkite registre"),
        ("kodas 124110246", "ne vien", "Gal 124110246?"),
        ("12411О246", "О (kirilicos raidė)", "Gal 124110246?"),
    ],
)  # fmt: skip
def test_of_a_code_is_said_what_stands_around_it_and_what_was_meant(
    said: str, told: str, meant: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put("Asignavimai!A10", said)
    (problem,) = check(draft, tmp_path).problems
    assert told in problem.text("lt")
    assert problem.hint("lt").startswith(meant)


@pytest.mark.parametrize(
    ("where", "value", "advice"),
    [
        ("Asignavimai!H5", "12 tūkst.", "Rašykite eurais, ne tūkstančiais, ir be žodžių."),
        ("Asignavimai!K5", "12 tūkst.", "Visą skaičių rašykite skaitmenimis, be žodžių."),
        ("Asignavimai!H5", "1 000*",
         "Ištrinkite išnašos ženklą: langelyje turi likti tik skaičius."),
        ("Konkursai!E5", "apie 5", "Langelyje palikite tik skaičių."),
        ("Asignavimai!H5", 3e9, "Patikrinkite, ar rašote eurais ir ar nepraleistas kablelis."),
        ("Asignavimai!K5", 9e6, "Patikrinkite, ar neįrašytas nereikalingas skaitmuo."),
        ("Atvirumas!B7", 101, "Patikrinkite, ar tai procentai, o ne suma ar kiekis."),
        ("Asignavimai!H5", -5, "Grąžintas lėšas atimkite iš sumos, o ne rašykite su minusu."),
        ("Asignavimai!K5", -5, ""),
    ],
)  # fmt: skip
def test_advice_is_what_the_columns_type_allows(
    where: str, value: object, advice: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put(where, value)
    (problem,) = check(draft, tmp_path).problems
    assert problem.hint("lt") == advice


def test_demonstration_codes_are_only_for_the_demonstration(tmp_path: Path) -> None:
    report = check(good(), tmp_path, Context())
    assert {code for code, _ in found(report)} == {"entity_demo"}
    assert report.rows is None


@pytest.mark.parametrize("told", ["context", "name"])
def test_a_form_of_another_municipality_or_year_is_refused(told: str, tmp_path: Path) -> None:
    name = "form.xlsx" if told == "context" else "savivalda-forma-19-2025.xlsx"
    expected = Context(demo=True, municipality="19", year=2025) if told == "context" else DEMO
    report = check_file(write_xlsx(good(), tmp_path / name), context=expected)
    assert found(report) == [("wrong_municipality", "Forma!B5"), ("wrong_year", "Forma!B6")]


def warning(where: str, value: object, code: str) -> tuple[Callable[[Draft], None], str, str]:
    return (lambda draft: draft.put(where, value)), code, where


WARNINGS = [
    warning("Asignavimai!I6", 1000, "executed_over_revised"),
    warning("Asignavimai!B6", "UAB Pavyzdys", "kind_contradicts_name"),
    warning("Konkursai!D5", 400, "awarded_over_budget"),
    warning("Konkursai!G5", 400, "awarded_over_requested"),
    warning("Konkursai!C5", date(2023, 5, 1), "date_unlikely"),
    warning("Forma!A1", None, "no_stamp"),
    warning("Atvirumas!B7", 0.5, "share_fraction"),
    warning("Paslaugos!D5", "1234567", "entity_old"),
    warning("Atvirumas!B7", 55.5555, "share_rounded"),
    warning("Konkursai!C5", "3/1/2026", "date_two_ways"),
    warning("Asignavimai!B7", "Pavyzdinė asociacijа 3", "lookalike_text"),
    warning("Asignavimai!B9", "Jonas Pramanytis, individuali veikla", "private_recipient"),
]
ELSEWHERE = {"Asignavimai!I6": "Asignavimai!J6", "Asignavimai!B6": "Asignavimai!C6",
             "Konkursai!D5": "Konkursai!H5", "Konkursai!G5": "Konkursai!H5"}  # fmt: skip


@pytest.mark.parametrize(("spoil", "code", "where"), WARNINGS, ids=[each[1] for each in WARNINGS])
def test_what_is_odd_is_remarked_on_and_does_not_block(
    spoil: Callable[[Draft], None], code: str, where: str, tmp_path: Path
) -> None:
    draft = good()
    spoil(draft)
    report = check(draft, tmp_path)
    assert found(report) == [(code, ELSEWHERE.get(where, where))]
    assert report.rows is not None
    assert (report.clean, report.exit_code) == (True, 0)


def test_a_kind_that_the_legal_form_does_not_allow_blocks(tmp_path: Path) -> None:
    known = {
        "D13-0001": KnownEntity("A", legal_form="950"),
        "D13-0004": KnownEntity("B", kind="other"),
        "D13-0006": KnownEntity("C", legal_form="310"),
    }
    report = check(good(), tmp_path, Context(demo=True, entities=known))
    assert found(report) == [
        ("kind_changed", "Asignavimai!C8"), ("kind_contradicts_form", "Asignavimai!C10"),
    ]  # fmt: skip
    assert not report.clean


KINDS = ("Biudžetinė įstaiga", "Viešoji įstaiga", "NVO", "Kita")
BY_FORM = {
    "310": {"Kita"},  # a company
    "570": {"Viešoji įstaiga", "NVO"},  # a public institution
    "630": {"NVO", "Kita"},  # an association
    "640": {"NVO", "Kita"},  # a charity and sponsorship fund
    "950": {"Biudžetinė įstaiga"},  # a budgetary institution
    "580": {*KINDS},  # a form that is not judged
}
BY_NAME = {
    "UAB Pavyzdys": BY_FORM["310"],
    "VšĮ „Pavyzdys“": BY_FORM["570"],
    "Pavyzdžio asociacija": BY_FORM["630"],
    "Pavyzdžio paramos fondas": BY_FORM["640"],
    "Biudžetinė įstaiga „Pavyzdys“": BY_FORM["950"],
    "Pavyzdžio klubas": {*KINDS},
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", BY_FORM)
def test_each_legal_form_allows_its_kinds(form: str, kind: str, tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!B10", "Pavyzdys")
    draft.put("Asignavimai!C10", kind)
    known = {"D13-0006": KnownEntity("Pavyzdys", legal_form=form)}
    report = check(draft, tmp_path, Context(demo=True, entities=known))
    wrong = [("kind_contradicts_form", "Asignavimai!C10")]
    assert found(report) == ([] if kind in BY_FORM[form] else wrong)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", BY_NAME)
def test_a_name_that_tells_the_legal_form_is_taken_at_its_word(
    name: str, kind: str, tmp_path: Path
) -> None:
    draft = good()
    draft.put("Asignavimai!B10", name)
    draft.put("Asignavimai!C10", kind)
    odd = [("kind_contradicts_name", "Asignavimai!C10")]
    assert found(check(draft, tmp_path)) == ([] if kind in BY_NAME[name] else odd)


def test_jumps_on_the_year_before_are_remarked_on(tmp_path: Path) -> None:
    before = {("13", 2025, "D13-0001"): Decimal(30_000_000), ("13", 2025, "D13-0002"): Decimal(10)}
    context = Context(demo=True, totals={("13", 2025): Decimal(30_000_000)}, received=before)
    report = check(good(), tmp_path, context)
    assert found(report) == [("jump_total", "Forma!B11"), ("jump_entity", "Asignavimai!J5")]
    assert "6,7" in report.problems[1].text("lt")
    assert "30,000,000.00" in report.problems[1].expected("en")
    assert report.problems[0].shown("lt") == euros(Decimal("200002950.85")).lt
    assert report.clean


def test_a_zero_that_holds_is_declared_and_one_that_is_not_is_asked_for(tmp_path: Path) -> None:
    draft = good()
    for row in (7, 8):
        draft.grids["Asignavimai"].row(row, [None] * 11)
    for row in (5, 6):
        draft.grids["Konkursai"].row(row, [None] * 9)
    draft.put(at("form", "declared_total"), 200_002_200.6)
    draft.put(at("form", "declared_total_ngo_competition"), 0)
    assert found(check(draft, tmp_path)) == [("zero_not_declared", "Forma!B10")]
    draft.put(at("form", "declared_zero_competition"), "Taip")
    assert found(check(draft, tmp_path)) == []


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    draft = good()
    spoiled = {"Asignavimai!H5": "daug", "Asignavimai!D7": "Sparta", "Forma!B7": "vakar",
               "Konkursai!E5": -1, "Paslaugos!F5": None, "Atvirumas!B9": "nėra"}  # fmt: skip
    for where, value in spoiled.items():
        draft.put(where, value)
    report = check(draft, tmp_path)
    order = ["Forma!B7", "Asignavimai!H5", "Asignavimai!D7", "Konkursai!E5", "Paslaugos!F5",
             "Atvirumas!B9"]  # fmt: skip
    assert [problem.place for problem in report.problems] == order


def test_a_column_that_older_forms_had_is_no_more_than_remarked_on(tmp_path: Path) -> None:
    older = good()
    older.put("Asignavimai!L4", "Pastaba")
    older.put("Asignavimai!L5", "Sujungta įstaiga")
    report = check(older, tmp_path)
    assert found(report) == [("unknown_column", "Asignavimai!L4")]
    assert report.clean
    assert report.rows == check(good(), tmp_path).rows


def test_a_form_with_no_end_of_problems_is_cut_short(tmp_path: Path) -> None:
    draft = good()
    for row in range(5, 2000):
        draft.grids["Asignavimai"].row(row, ["x", None, "x", "x", "x", None, "x", "x", "x", "x"])
    report = check(draft, tmp_path)
    assert len(report.problems) == 10_001
    assert "too_many_problems" in {problem.code for problem in report.problems}


def test_a_formula_that_nobody_computed_is_shown(tmp_path: Path) -> None:
    draft = good()
    draft.put("Asignavimai!H5", Failed(""))
    (problem,) = check(draft, tmp_path).problems
    assert (problem.code, problem.shown("lt")) == ("formula_error", "=1/0")


def test_a_personal_code_is_never_echoed(tmp_path: Path) -> None:
    draft = good()
    places = ("Asignavimai!A5", "Asignavimai!L6", "Asignavimai!M4", "Forma!B8", "Konkursai!A5")
    for number, where in enumerate(places):
        draft.put(where, "38901010003" if number % 2 else "a. k. 389 0101 0003")
    report = check(draft, tmp_path)
    assert {p.place for p in report.problems if p.code == "personal_code"} == set(places)
    said = "".join(
        text
        for problem in report.problems
        for lang in ("lt", "en")
        for text in (
            problem.shown(lang),
            problem.text(lang),
            problem.expected(lang),
            problem.hint(lang),
        )
    )
    assert "0101" not in said
    assert report.rows is None
