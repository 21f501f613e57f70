"""A made-up historical table of any length: all municipalities, many years, headings of its own."""

from __future__ import annotations

import csv
import random
from functools import cache
from itertools import islice, product
from typing import TYPE_CHECKING

from data.catalog import YEARS
from data.forms.definition.codes import code_list
from data.forms.values.identifiers import check_digit
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADINGS = (
    "Savivaldybė", "Metai", "Įmonės kodas", "Įmonė", "Tipas", "Sritis", "Būdas", "Programa",
    "Šaltinis", "Planas", "Patikslinta", "Suma",
)  # fmt: skip
COLUMNS = (
    "municipality", "year", "code", "name", "kind", "area", "mode", "programme", "financing",
    "planned", "revised", "executed",
)  # fmt: skip
PROGRAMMES = ("Švietimo programa", "Kultūros ir meno programa", "Socialinė parama", "Kita veikla")


def write_map(path: Path) -> Path:
    """Write the map of its columns."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("sheet", "heading", "column"))
        for heading, column in zip(HEADINGS, COLUMNS, strict=True):
            sheet = "form" if column in {"municipality", "year"} else "allocations"
            writer.writerow((sheet, heading, column))
    return path


def write_table(path: Path, rows: int) -> Path:
    """Write so many rows, evenly over municipalities and years, money as people write it."""
    keys = [(place.name_full_lt, year) for year in YEARS for place in municipalities()]
    chance = random.Random(11)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(HEADINGS)
        for n, (place, year) in enumerate(keys):
            wanted = rows * (n + 1) // len(keys) - rows * n // len(keys)
            for row in islice(_rows(n % 60), wanted):
                executed = chance.randrange(10_000, 90_000_000)
                planned = executed + 100 * chance.randrange(50_000)
                money = (_money(planned), _money(planned), _money(executed))
                writer.writerow((place, year, *row, *money))
    return path


@cache
def _recipients(place: int) -> list[tuple[str, str, str]]:
    kinds = [code.label_lt for code in code_list("recipient_kind")]
    found = []
    for n in range(400):
        digits = f"3{place:02d}{n:05d}"
        code = f"{digits}{check_digit(digits)}"
        found.append((code, f"Istorinis gavėjas {place}-{n:03d}", kinds[n % len(kinds)]))
    return found


def _rows(place: int) -> Iterator[tuple[str, ...]]:
    areas = [code.label_lt for code in code_list("policy_area")]
    modes = [code.label_lt for code in code_list("award_mode") if code.code != "competition"]
    sources = [code.label_lt for code in code_list("financing")]
    for area, mode, source, programme in product(areas, modes, sources, PROGRAMMES):
        for recipient in _recipients(place):
            yield (*recipient, area, mode, programme, source)


def _money(cents: int) -> str:
    return f"{cents // 100:,}".replace(",", " ") + f",{cents % 100:02d}"
