"""A name that holds a person's name is told from one that does not."""

from __future__ import annotations

import duckdb
import pytest

from data.forms.values.names import INDIVIDUAL, WITHHELD, kept_name

PERSONS = [
    "Petraičio IĮ", "IĮ „Petraitis“", "B.Babarskienės IĮ Šakotis", "J. Petraičio I. Į.",
    "Jono Petraičio individuali įmonė", "INDIVIDUALI ĮMONĖ „ADA“", "Ada, individualioji įmonė",
    "Kampas, E. Petraitienės firma", "V. Petraičio gamybinė-komercinė įmonė",
]  # fmt: skip
OTHERS = [
    "Vilniaus J. Basanavičiaus gimnazija", "Savivaldybės įmonė „Atliekos“", "UAB „Įmonė“",
    "Įgūdžių centras, VšĮ", "Asociacija „II pasaulis“", "I. Kanto fondas", "Rūtos MB",
]  # fmt: skip


@pytest.mark.parametrize("name", PERSONS)
def test_an_individual_enterprise_loses_its_name(name: str) -> None:
    assert kept_name(name) == WITHHELD


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_entity_keeps_its_name(name: str) -> None:
    assert kept_name(name) == name


def test_the_database_sees_them_alike() -> None:
    names = PERSONS + OTHERS
    found = duckdb.execute(
        "SELECT regexp_matches(name, $pattern) FROM (SELECT unnest($names) AS name)",
        {"pattern": INDIVIDUAL, "names": names},
    ).fetchall()
    assert [person for (person,) in found] == [kept_name(name) == WITHHELD for name in names]
