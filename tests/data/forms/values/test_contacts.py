"""Addresses and telephone numbers are told from amounts, codes and days."""

from __future__ import annotations

import pytest

from data.forms.values.contacts import is_office_address
from data.forms.values.identifiers import MASK, masked, private_kind


@pytest.mark.parametrize(
    "text",
    [
        "rašyti jonas.jonaitis@gmail.com", "+370 612 34567", "8 612 34567", "(8 5) 211 2000",
        "8-5-211-2000", "0 612 34567", "+48 22 123 45 67", "tel. 212345", "Mob.: 861234567",
        "skambinti 8 61234567.", "0037061234567",
    ],
)  # fmt: skip
def test_addresses_and_numbers_are_known_and_starred_out(text: str) -> None:
    assert private_kind(text) == "contact_data"
    assert MASK in masked(text)
    assert not any(sign in masked(text) for sign in ("gmail", "34567", "2000", "2345"))


@pytest.mark.parametrize(
    "text",
    [
        "8 612 345,67", "861 234 567", "8612345.67", "812 345 678,00 Eur", "124110246", "0,8",
        "finansai@example.org", "https://www.facebook.com/@savivaldybe", "2026-08-15 10:30",
        "https://a.lt/8-612-34567", "08.5.1-ESFA-V-405", "01 02 03 04 05", "LT12 1000 0111 0100",
        "K-8 2026", "nuo 2020 iki 2026", "@", "2025-8-612", "telefonų knyga 2026",
    ],
)  # fmt: skip
def test_amounts_codes_days_and_links_are_nobodys(text: str) -> None:
    assert private_kind(text) is None
    assert masked(text) == text


def test_nine_digits_are_a_number_only_where_words_belong() -> None:
    assert private_kind("861234567", words=True) == "contact_data"
    assert private_kind("861234567") is None


def test_an_office_has_one_address_that_not_everybody_can_have() -> None:
    for text in ("finansai@vilnius.lt", "finansu.skyrius@savivaldybe.example.org"):
        assert is_office_address(text)
    for text in ("jonas@gmail.com", "a@yahoo.co.uk", "J. J. <j@vilnius.lt>", "8 5 211 2000", "x@y"):
        assert not is_office_address(text)
