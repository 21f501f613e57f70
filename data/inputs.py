"""Everything that goes into a build, gathered as CSV files that are named like their tables.

One road for all of it: places, code lists, the catalogue, descriptions of sources and
demonstration figures become CSV files too, so that one loader with one set of errors is enough.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import TYPE_CHECKING

from data.catalog import INDICATORS, PRICE_YEAR, YEARS
from data.demo.generate import write_demo
from data.errors import SourceError
from data.sources import read_sources
from geo.places import County, Municipality, counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
DEFAULT_FOLDER = HERE / "sources"
CODES = HERE / "codes"


def gather(work: Path, *, demo: bool, sources: Path = DEFAULT_FOLDER) -> list[Path]:
    """Write what is not CSV yet into a folder and list every file to load.

    Args:
        work: a folder to make.
        demo: whether to generate demonstration figures.
        sources: folder of folders, each with a source.toml and its CSV files.

    Returns:
        CSV files, UTF-8 with a header; the stem is the table's name, and each stem is there once.

    Raises:
        SourceError: a description or a file is not as it must be.
    """
    work.mkdir()
    _write(work / "county.csv", _names(County), map(astuple, counties()))
    _write(work / "municipality.csv", _names(Municipality), map(astuple, municipalities()))
    _write(work / "code.csv", ("list", "code", "label_lt", "label_en", "position"), _codes())
    _write(work / "reporting_year.csv", ("year", "price_base"), _years())
    _write(work / "indicator.csv", _INDICATOR, _indicators())
    _write_sources(work / "source.csv", sources, demo=demo)
    if demo:
        write_demo(work)
    return _unique([*sorted(sources.glob("*/*.csv")), *sorted(work.glob("*.csv"))])


def checksum(files: Iterable[Path]) -> str:
    """Return the SHA-256 of the files' names and contents, hexadecimal."""
    total = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.name):
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


_INDICATOR = ("indicator", "group", "by_area", "rate", "share", "declarable")


def _indicators() -> Iterable[Sequence[object]]:
    for known in INDICATORS.values():
        share = "percent" in known.units
        yield known.id, known.group, known.by_area, known.rate, share, known.declarable


def _years() -> Iterable[Sequence[object]]:
    return ((year, year == PRICE_YEAR) for year in YEARS)


def _codes() -> Iterable[Sequence[object]]:
    for path in sorted(CODES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for position, row in enumerate(csv.DictReader(file), start=1):
                if list(row) != ["code", "label_lt", "label_en"]:
                    raise SourceError(f"{path} must have the columns code, label_lt, label_en")
                yield path.stem, *row.values(), position


def _write_sources(path: Path, folder: Path, *, demo: bool) -> None:
    described = [asdict(source) for source in read_sources(folder)]
    kept = [row for row in described if demo or row["kind"] != "demo"]
    _write(path, tuple(kept[0]), (row.values() for row in kept))


def _unique(files: list[Path]) -> list[Path]:
    seen: dict[str, Path] = {}
    for path in files:
        if path.stem in seen:
            raise SourceError(f"two files for the table {path.stem!r}: {seen[path.stem]}, {path}")
        seen[path.stem] = path
    return files


def _names(kind: type[County | Municipality]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _write(path: Path, columns: Sequence[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
