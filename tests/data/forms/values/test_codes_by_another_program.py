"""Codes are told apart as python-stdnum tells them apart, which others keep."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stdnum.lt import asmens, pvm

from data.forms.values.identifiers import (
    is_entity_code,
    is_personal_code,
    masked,
    resembles_personal_code,
)

BORN = st.dates(date(1800, 1, 1), date(2099, 12, 31))


def first_digits(born: date, sex: int, serial: int) -> str:
    """Ten digits of a personal code: sex and century, birthday, serial number."""
    return f"{2 * (born.year // 100 - 18) + sex}{born:%y%m%d}{serial:03d}"


@given(BORN, st.integers(1, 2), st.integers(0, 999))
def test_one_last_digit_makes_a_personal_code(born: date, sex: int, serial: int) -> None:
    codes = [f"{first_digits(born, sex, serial)}{digit}" for digit in range(10)]
    assert [is_personal_code(code) for code in codes] == [asmens.is_valid(code) for code in codes]
    assert all(resembles_personal_code(code) for code in codes)


@given(st.from_regex(r"[1-6][0-9]{10}", fullmatch=True))
def test_no_birthday_no_personal_code(code: str) -> None:
    if code[3:5] != "00" and code[5:7] != "00":
        assert is_personal_code(code) == asmens.is_valid(code)
        assert (masked(code) != code) == resembles_personal_code(code)


@given(st.from_regex(r"[0-9]{7}1[0-9]", fullmatch=True))
def test_the_code_of_a_legal_entity_is_that_of_its_vat_number(code: str) -> None:
    """A legal entity's VAT number is its digits with a one before the last."""
    assert is_entity_code(code) == pvm.is_valid(code)
