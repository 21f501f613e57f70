"""A source of made-up transfers as Parquet files: any number, evenly over places and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from data.catalog import YEARS
from data.forms.values.identifiers import check_digit
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DESCRIPTION = """
title_lt = "Sugalvoti pavedimai"
title_en = "Made-up transfers"
publisher = "Bandymas"
url = "https://example.org/transfers"
licence_lt = "CC BY 4.0"
licence_en = "CC BY 4.0"
retrieved = 2026-11-20
kind = "real"
note_lt = "-"
note_en = "-"

[transfers]
at = "{at}"

[[absent]]
group = "competitions"
note_lt = "pavedimuose konkursų nėra"
note_en = "transfers tell of no competitions"
"""
RECIPIENTS = 400
"""Of each municipality; each is paid in two areas and for two programmes."""

_RECIPIENTS = "CREATE TEMP TABLE recipient (place VARCHAR, n INTEGER, code VARCHAR, name VARCHAR)"
_ROWS = """
    SELECT
        $place AS municipality,
        $year::INTEGER AS year,
        recipient.code,
        recipient.name,
        ['budgetary_institution', 'public_institution', 'ngo', 'other'][1 + n % 4] AS kind,
        ['sport', 'culture', 'social', 'education'][1 + (n + i // 7) % 2 + n % 3] AS area,
        ['appropriation', 'procurement'][1 + n % 2] AS mode,
        ['Švietimo programa', 'Kultūros programa'][1 + (i // 13) % 2] AS programme,
        ['municipal', 'state', 'eu'][1 + n % 3] AS financing,
        make_date($year::BIGINT, 1 + i % 12, 1 + i % 28) AS paid_on,
        (hash(i, $place, $year) % 900000 / 100)::DECIMAL(12, 2) + 1 AS amount
    FROM range($rows::BIGINT) AS numbers (i)
    JOIN recipient ON recipient.place = $place AND recipient.n = hash(i) % $recipients
"""


def write_source(
    folder: Path,
    rows: int,
    *,
    years: Sequence[int] = YEARS,
    places: int = 60,
    at: str = "parts",
) -> Path:
    """Write a source's description and its transfers.

    Args:
        folder: of the source, to be made; its name is the source's id.
        rows: how many transfers.
        years: of which.
        places: how many municipalities, in the order of their codes.
        at: where they lie, in the folder.

    Returns:
        The folder of the parts.
    """
    folder.mkdir(parents=True)
    (folder / "source.toml").write_text(DESCRIPTION.format(at=at), encoding="utf-8")
    codes = sorted(place.code for place in municipalities())[:places]
    keys = [(place, year) for place in codes for year in years]
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(_RECIPIENTS)
        for place in codes:
            there = [(place, n, *_recipient(place, n)) for n in range(RECIPIENTS)]
            connection.executemany("INSERT INTO recipient VALUES (?, ?, ?, ?)", there)
        for number, (place, year) in enumerate(keys):
            wanted = rows * (number + 1) // len(keys) - rows * number // len(keys)
            part = folder / at / f"municipality={place}" / f"year={year}"
            part.mkdir(parents=True)
            given = {"place": place, "year": year, "rows": wanted, "recipients": RECIPIENTS}
            found = connection.sql(_ROWS, params=given)
            found.select("* EXCLUDE (municipality, year)").to_parquet(str(part / "0.parquet"))
    return folder / at


def _recipient(place: str, number: int) -> tuple[str, str]:
    digits = f"3{place}{number:05d}"
    return f"{digits}{check_digit(digits)}", f"Sugalvotas gavėjas {place}-{number:03d}"
