"""Checks 600 filled-in forms and, in the same run, only reads them as a plain script would.

`python -m tests.bench.forms` prints both. The forms are the ones that municipalities get, filled in
and saved by a spreadsheet library. Reading them with pandas and openpyxl takes so long that a tenth
is read and the time multiplied; both start with warm imports.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import warnings
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
import pandas as pd
from openpyxl import load_workbook

from data.forms.writing.template import file_name, write_template
from geo.places import municipalities
from tests.bench.report import Row, table
from tests.data.forms.drafts import allocation, filled

if TYPE_CHECKING:
    from geo.places import Municipality
    from tests.data.forms.drafts import Draft

YEARS = range(2016, 2026)
ROWS = 150
PART = 10
"""One workbook of so many is read by the baseline."""

KINDS = ("Biudžetinė įstaiga", "Viešoji įstaiga", "NVO", "Kita")
NAMES = ("Pavyzdinė biudžetinė įstaiga", "Pavyzdinė viešoji įstaiga", "Pavyzdinė asociacija",
         "Pavyzdinė bendrovė")  # fmt: skip
DAYS = ((2, 1), (3, 15))
"""Month and day of a form's dates: its competitions were announced, it was filled in."""

AREAS = ("Sportas", "Kultūra", "Socialinė apsauga", "Švietimas", "Aplinkos apsauga")


def main() -> None:
    """Prints the table."""
    click.echo(table(run()))


def run(folder: Path | None = None, processes: int = 2) -> list[Row]:
    """Makes the forms, checks them, reads a part of them plainly.

    Args:
        folder: where to make them; a temporary one if None.
        processes: that check side by side; the baseline reads in one, as scripts do.
    """
    if folder is None:
        with TemporaryDirectory(prefix="savivalda-forms-") as made:
            return run(Path(made), processes)
    paths = [path for place in municipalities() for path in make(place, folder)]
    checked, found = check(folder, processes)
    if found:
        raise RuntimeError(f"{found} problems were found in good forms")
    part = paths[::PART]
    read = read_plainly(part) * len(paths) / len(part)
    what = f"check {len(paths)} forms; baseline: read {len(part)} with openpyxl, × {PART}"
    return [Row(what, "s", checked, read, most=60, most_ratio=0.2, digits=1)]


def check(folder: Path, processes: int) -> tuple[float, int]:
    """Seconds that the check of a folder's forms takes, and how many problems it finds."""
    command = [sys.executable, "-m", "tests.bench.check_forms", str(folder), str(processes)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, found = json.loads(done.stdout)
    return seconds, found


def make(place: Municipality, folder: Path, years: range = YEARS) -> list[Path]:
    """Writes a municipality's filled-in forms, the same in each year but for the dates."""
    first = folder / file_name(place, years[0])
    write_template(first, place, years[0])
    workbook = load_workbook(first)
    for title, grid in draft(place.code, years[0]).grids.items():
        for (row, column), value in grid.cells.items():
            if value is not None:
                workbook[title].cell(row, column).value = value
    workbook.save(first)
    return [first, *(_of_year(first, folder / file_name(place, y), years[0], y) for y in years[1:])]


def _of_year(source: Path, target: Path, before: int, year: int) -> Path:
    """Copies a form and changes its dates."""
    changes = {f"<v>{_serial(before, day)}</v>": f"<v>{_serial(year, day)}</v>" for day in DAYS}
    changes[f"<v>{before}</v>"] = f"<v>{year}</v>"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"}:
                for was, now in changes.items():
                    content = content.replace(was.encode(), now.encode())
            new.writestr(name, content)
    return target


def _serial(year: int, day: tuple[int, int]) -> int:
    """The number that a spreadsheet keeps for a month's day in a year."""
    return (date(year, *day) - date(1899, 12, 30)).days


def draft(code: str, year: int) -> Draft:
    """A form of 150 recipients, of whom every twelfth won one of three competitions."""
    rng = random.Random(f"{code} {year}")
    rows, won, total = [], dict.fromkeys(("K01", "K02", "K03"), 0), 0
    for number in range(1, ROWS + 1):
        cents = rng.randrange(100_000, 9_000_000)
        values: dict[str, object] = {
            "name": f"{NAMES[number % 4]} {number}", "kind": KINDS[number % 4],
            "area": rng.choice(AREAS), "planned": cents / 100, "revised": cents / 100,
            "executed": cents / 100,
        }  # fmt: skip
        if number % 12 == 2:
            name = list(won)[number // 12 % len(won)]
            values |= {"mode": "Konkursas", "programme": name, "area": "Kultūra"}
            won[name] += cents
        total += cents
        rows.append(allocation(number, code, **values))
    competitions = [
        [name, "Kultūra", date(year, 2, 1), cents / 100, 30, 10, cents / 100, cents / 100, None]
        for name, cents in won.items()
    ]
    services = [["Pagalba į namus", "Socialinė apsauga", "NVO", None, "Perduota", 2015, 5000]]
    sheets = {"allocations": rows, "competitions": competitions, "services": services}
    ngo = sum(won.values()) / 100
    return filled(sheets, total / 100, ngo, municipality=code, year=year)


def read_plainly(paths: list[Path]) -> float:
    """Seconds that it takes to read all sheets with pandas and openpyxl."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pd.read_excel(paths[0], engine="openpyxl", sheet_name=None)
        start = time.perf_counter()
        for path in paths:
            pd.read_excel(path, engine="openpyxl", sheet_name=None)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
