"""Numbers, dates and words are read as people write them, and nothing is guessed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.forms.values import texts as values
from data.forms.values.identifiers import (
    check_digit,
    holds_personal_code,
    is_demo_code,
    is_entity_code,
    is_personal_code,
    masked,
    written_code,
)
from data.forms.values.letters import as_latin, lookalikes
from data.forms.values.texts import Misread

CENTS = st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
SPACES = (" ", "\u00a0", "\u202f", "\u2009")


def written(amount: Decimal, group: str, mark: str) -> str:
    """An amount with groups of three, as a program of some country writes it."""
    return f"{amount:,.2f}".replace(",", "_").replace(".", mark).replace("_", group)


@given(CENTS, st.sampled_from([*SPACES, "'", "’", ""]), st.sampled_from(",."))
def test_an_amount_is_read_whatever_separates_its_thousands(
    amount: Decimal, group: str, mark: str
) -> None:
    assert values.read_amount(written(amount, group, mark)) == amount


@given(CENTS)
def test_a_dot_and_a_comma_together_tell_which_is_which(amount: Decimal) -> None:
    assert values.read_amount(written(amount, ".", ",")) == amount
    assert values.read_amount(written(amount, ",", ".")) == amount


@given(CENTS.filter(bool), st.sampled_from(["−{}", "-{}", "– {}", "({})", "{}-", "€ -{}", "-{} €"]))
def test_a_minus_is_seen_wherever_it_stands(amount: Decimal, pattern: str) -> None:
    assert values.read_amount(pattern.format(abs(amount))) == -abs(amount)


@given(CENTS, st.sampled_from(["{} €", "€{}", "{}\u00a0Eur", "EUR {}", " {} eur. ", "{} eurų"]))
def test_the_currency_may_stand_beside_it(amount: Decimal, pattern: str) -> None:
    assert values.read_amount(pattern.format(amount)) == amount


@given(st.decimals(-(10**10), 10**10, places=2, allow_nan=False, allow_infinity=False))
def test_a_spreadsheets_number_keeps_its_cents_exactly(amount: Decimal) -> None:
    assert values.read_amount(float(amount)) == amount


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=50))
def test_the_dust_of_a_spreadsheets_sum_is_not_part_of_the_amount(cents: list[int]) -> None:
    assert values.read_amount(sum(cent / 100 for cent in cents)) == Decimal(sum(cents)) / 100


@pytest.mark.parametrize("off", [0.000_000_9, -0.000_000_9, 1e-10])
def test_the_dust_of_binary_sums_is_no_fraction_of_a_cent(off: float) -> None:
    assert values.read_amount(1234.56 + off) == Decimal("1234.56")


@pytest.mark.parametrize("off", [0.000_001_1, -0.000_001_1, 0.000_1, 0.000_9, 0.004])
def test_what_is_more_than_dust_is_finer_than_cents(off: float) -> None:
    with pytest.raises(Misread, match="finer_than_cents"):
        values.read_amount(1234.56 + off)


@given(st.text(max_size=30) | st.floats() | st.integers() | st.booleans() | st.dates())
def test_whatever_stands_there_is_a_value_or_misread(raw: object) -> None:
    readers = (
        values.read_amount, values.read_whole, values.read_share, values.read_date,
        values.read_year, values.read_yes, values.read_url, values.read_text,
    )  # fmt: skip
    for read in readers:
        with suppress(Misread):
            read(raw)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1 234,50", "1234.50"), ("1.234,50 €", "1234.50"), ("1234.5", "1234.50"),
        ("1,234.50", "1234.50"), ("1.234.567", "1234567"), (" 12 ", "12"), (",5", "0.5"),
        ("0,12", "0.12"), ("1234,5", "1234.5"), ("+7", "7"), ("0", "0"), ("-0,00", "0"),
    ],
)  # fmt: skip
def test_examples_of_amounts(text: str, meant: str) -> None:
    assert values.read_amount(text) == Decimal(meant)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.234", "ambiguous_number"), ("12,345", "ambiguous_number"),
        ("0,123", "finer_than_cents"), ("1234,567", "finer_than_cents"),
        (1.005, "finer_than_cents"),
        ("12 34", "not_a_number"), ("1.23.456", "not_a_number"), ("5,", "not_a_number"),
        ("1e5", "not_a_number"), ("٣", "not_a_number"), ("--5", "not_a_number"),
        (True, "not_a_number"), (float("inf"), "not_a_number"), (1e16, "above_maximum"),
    ],
)  # fmt: skip
def test_what_is_no_clear_amount_is_refused(text: str | float, reason: str) -> None:
    with pytest.raises(Misread, match=reason):
        values.read_amount(text)


@given(DAYS)
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    texts = [
        day.isoformat(), f"{day:%Y.%m.%d}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day:%Y %m %d}",
        f"{day:%d/%m/%Y}", f"{number}.{month}.{year}", f"{number}-{month}-{year}",
        f"{day.isoformat()} 00:00:00", f" {day.isoformat()}\u00a0", f"{day:%Y-%m-%d} 13:30",
        f"{day:%Y-%m-%d}T07:05:59.123Z", f"{day:%d.%m.%Y} 9:05",
        f"{year}–{month:02}–{number:02}",
    ]  # fmt: skip
    for text in texts:
        assert values.read_date(text) == day
    assert values.read_date(day) == day
    assert values.read_date(datetime(year, month, number, 13, 30)) == day  # noqa: DTZ001


@given(DAYS)
def test_a_serial_number_is_the_day_that_a_spreadsheet_shows(day: date) -> None:
    serial = float((day - date(1899, 12, 30)) / timedelta(days=1))
    assert values.read_date(serial) == values.read_date(serial + 0.75) == day


def test_with_the_year_last_the_day_comes_first() -> None:
    assert values.read_date("01/03/2026") == date(2026, 3, 1)
    assert values.read_date("2026 m. gegužės 12 d.") == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("raw", "other"),
    [
        ("3/1/2025", date(2025, 3, 1)), ("03-01-2025", date(2025, 3, 1)), ("3.1.2025", None),
        ("3/3/2025", None), ("25/3/2025", None), ("2025-03-01", None), (date(2025, 1, 3), None),
    ],
)  # fmt: skip
def test_a_day_that_can_be_read_in_two_ways_is_known(raw: object, other: date | None) -> None:
    assert values.other_reading(raw) == other  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "raw",
    ["03/25/2026", "2026-02-30", "26-03-01", "2026-03", "vakar", "", 12, 1e9, True,
     "2026-03/01", "1800-01-01", "2026-03-01 25:00"],
)  # fmt: skip
def test_what_is_no_day_is_refused(raw: object) -> None:
    with pytest.raises(Misread, match="not_a_date"):
        values.read_date(raw)  # type: ignore[arg-type]


def test_yes_and_no_in_two_languages_and_signs() -> None:
    assert all(map(values.read_yes, ["taip", "TAIP ", "Yes", "x", "X", "+", "yra", "1", 1.0, True]))
    assert not any(map(values.read_yes, ["ne", "Ne.", "no", "nėra", "NERA", 0, "0", False]))
    for raw in ("gal", "", "2", 7):
        with pytest.raises(Misread, match="not_yes_or_no"):
            values.read_yes(raw)


def test_whole_numbers_and_years() -> None:
    assert [values.read_whole(raw) for raw in ("12", 12.0, "1 234", "1.234", "12,0")] == [
        12, 12, 1234, 1234, 12,
    ]  # fmt: skip
    assert [values.read_year(raw) for raw in (2026, 2026.0, "2026", "2026 m.", " 2026")] == [
        2026
    ] * 5
    with pytest.raises(Misread, match="not_whole"):
        values.read_whole("12,5")


def test_shares_and_links() -> None:
    assert values.read_share("12,5 %") == values.read_share("12.5 proc.") == Decimal("12.5")
    assert values.read_share("55,5555") == Decimal("55.5555")
    assert values.read_share("55,555 %") == Decimal("55.555")
    assert values.read_url("www.pavyzdys.lt") == "https://www.pavyzdys.lt"


def test_a_lone_dash_is_as_good_as_nothing() -> None:
    assert all(map(values.is_empty, ["", "  ", "\u00a0", "-", "–", " — ", None]))
    assert not any(map(values.is_empty, ["0", 0, False, "x", "ne"]))


@pytest.mark.parametrize("code", ["124110246", "188659752", "111109233", "110053842", "302767152"])
def test_codes_published_by_their_owners_are_valid(code: str) -> None:
    assert is_entity_code(code)


@given(st.integers(10**7, 10**8 - 1), st.integers(1, 9))
def test_only_one_last_digit_of_a_legal_entity_code_is_right(number: int, off: int) -> None:
    digit = check_digit(str(number))
    assert is_entity_code(f"{number}{digit}")
    assert not is_entity_code(f"{number}{(digit + off) % 10}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("124110246.0", ("fraction", "124110246")), ("124110246,00", ("fraction", "124110246")),
        ("1,24110246E+08", ("power", "124110246")), ("1.24110246e8", ("power", "124110246")),
        ("LT124110246", ("vat", "124110246")), ("lt 124110246", ("vat", "124110246")),
        ("LT100001919017", ("vat", "")), ("LT124110247", ("vat", "")),
        ("'124110246", ("quotes", "124110246")), ("„124110246“", ("quotes", "124110246")),
        ("į. k. 124 110 246", ("signs", "124110246")), ("124110246*", ("signs", "124110246")),
        ("12411024", None), ("1241102460", None), ("nežinomas", None),
        ("124110246 arba 188659752", None),
    ],
)  # fmt: skip
def test_a_code_is_told_from_what_is_written_around_it(text: str, told: object) -> None:
    assert written_code(text) == told


def test_letters_that_only_look_like_latin_ones_are_known() -> None:
    assert lookalikes("Аsociacija 12О3") == "АО"
    assert lookalikes("K\u039f1") == "\u039f"
    assert lookalikes("VšĮ Žolė, „Мир“") == ""
    assert as_latin("К01") == "K01"


def test_demonstration_codes_are_no_real_codes() -> None:
    assert is_demo_code("D13-0007")
    assert not is_entity_code("D13-0007")


def test_personal_codes_are_known_wherever_they_stand_and_starred_out() -> None:
    assert is_personal_code("38901010003")
    assert not is_personal_code("38901010004")
    assert not is_personal_code("38913010003")
    for text in (
        "38901010003", "a. k. 389 0101 0003.", "J. J. (389-01010003)", "3.89.01.01.0003",
        "389\n0101\n0003", "389  0101 – 0003", "12 34 38901010003", "3 8 9 0 1 0 1 0 0 0 3",
        "389\u200b01010003",
    ):  # fmt: skip
        assert holds_personal_code(text)
        assert "0101" not in masked(text)
    for text in ("LT12 1000 0111 0100 1000", "37 061 234 567,00", "2026-03-01 124110246"):
        assert not holds_personal_code(text)
        assert masked(text) == text


def test_texts_that_differ_in_case_marks_and_spaces_fold_to_one() -> None:
    assert values.fold(" Šiaulių  m. SAV.") == values.fold("siauliu m sav")
    assert values.fold("Planuota, € *") == "planuota €"
