"""Who answered: the state of every municipality's yearly form.

The states are written out, not drawn, so that the map of silence is known and another municipality
changes nobody's state. Who is not named here answered and was accepted.
"""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import TYPE_CHECKING

from data.demo.chance import stream

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_ASKED = {2015: "12 23 48 58 63 74", 2016: "23 58 74"}
NO_ANSWER = {
    2015: "38 41 56 79 86",
    2016: "38 43 56 65 79 86",
    2017: "33 41 54 79 85",
    2018: "43 54 57 85",
    2019: "33 67 85 89",
    2020: "36 54 72 87",
    2021: "49 65 85",
    2022: "57 94",
    2023: "33 86",
    2024: "71",
    2025: "43 75",
}
DECLARED_ZERO = {
    2015: "32 45 47 57 65 75 89",
    2016: "12 45 48 57 75 89",
    2017: "23 48 63 65 74",
    2018: "12 63 89",
    2019: "48 74",
    2020: "12 63",
    2022: "58",
}
RECEIVED = {2025: "59 82"}

SILENT = frozenset({"not_asked", "no_answer"})
"""States in which there is nothing to show: such a municipality-year is in no other table."""

SOURCE = "demo"
"""The source that answers for what is invented."""

FORM_VERSIONS = ((2015, "demo-1"), (2018, "demo-2"), (2022, "demo-3"))
"""The form's version and the first year of it."""


def state_of(municipality: str, year: int) -> str:
    """Return the submission state of a municipality-year."""
    named = {
        "not_asked": NOT_ASKED,
        "no_answer": NO_ANSWER,
        "declared_zero": DECLARED_ZERO,
        "received": RECEIVED,
    }
    for state, years in named.items():
        if municipality in years.get(year, "").split():
            return state
    return "accepted"


def row(municipality: str, year: int, rows: Iterable[tuple[object, ...]]) -> tuple[object, ...]:
    """Return the row of table submission; its checksum covers the municipality-year's rows."""
    state = state_of(municipality, year)
    version = [version for first, version in FORM_VERSIONS if first <= year][-1]
    if state in SILENT:
        return (municipality, year, state, None, version, None, True, None, False)
    opened = date(year + 1, 5 if state == "received" else 3, 1)
    arrived = opened + timedelta(days=int(stream(municipality, year, "arrival").random() * 61))
    return (municipality, year, state, arrived, version, checksum(rows), True, SOURCE, False)


def checksum(rows: Iterable[tuple[object, ...]]) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of rows, in their order."""
    text = "\n".join("\t".join(map(str, row)) for row in rows)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
