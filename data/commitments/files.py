"""Reads the files of action plans and refuses a wrong one with its line and column.

The database would refuse most of it too, but people edit these files by hand, and are told where to
look.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from data.catalog import resolve
from data.commitments.columns import COLUMNS, KEYS, PAIRS
from data.commitments.file_days import day_mistakes
from data.commitments.kinds import among, cell_check
from data.commitments.mistakes import FileRow, Files, Mistake
from data.errors import CatalogError, SourceError, suggestion

if TYPE_CHECKING:
    from pathlib import Path

    from data.commitments.kinds import CellCheck

PLANS = "commitments"
"""The source, a folder of data/sources, that holds these files."""

SHOWN = 10
"""How many mistakes an error lists."""


def read_files(folder: Path) -> Files:
    """Read the files of action plans.

    Args:
        folder: holds the files of data.plans.columns.COLUMNS.

    Returns:
        Rows by file; empty cells are empty texts.

    Raises:
        SourceError: a file is missing or wrong; names file, line and column of the first mistakes.
    """
    files = {
        name: _read(folder / f"{name}.csv", tuple(columns)) for name, columns in COLUMNS.items()
    }
    wrong = [
        f"{folder / name}.csv, line {line}, column {column}: {what}"
        for name in COLUMNS
        for line, column, what in sorted(_mistakes(name, files))
    ]
    if wrong:
        more = f"\nand {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
        raise SourceError("\n".join(wrong[:SHOWN]) + more)
    return files


def _read(path: Path, columns: tuple[str, ...]) -> list[FileRow]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            if sorted(header) != sorted(columns):
                raise SourceError(f"{path}, line 1: must have the columns {', '.join(columns)}")
            return [_row(path, header, reader.line_num, cells) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceError(f"{path} cannot be read: {error}") from error


def _row(path: Path, header: list[str], line: int, cells: list[str]) -> FileRow:
    if len(cells) != len(header):
        raise SourceError(
            f"{path}, line {line}: must have {len(header)} cells like the first line, "
            f"has {len(cells)}"
        )
    return FileRow(line, dict(zip(header, cells, strict=True)))


def _mistakes(name: str, files: Files) -> list[Mistake]:
    """Return everything wrong in a file."""
    found: list[Mistake] = []
    for column, kind in COLUMNS[name].items():
        check = _check(kind.removesuffix("?"), files)
        for line, cells in files[name]:
            value = cells[column]
            if not value and not kind.endswith("?"):
                found.append((line, column, "is empty"))
            elif value and (what := check(value)):
                found.append((line, column, what))
    found += _repeated(name, files[name]) + _without_pair(name, files)
    if "working_lt" in COLUMNS[name]:
        found += _untitled(files[name])
    if name == "commitment_status":
        found += day_mistakes(files)
    return found + _unmeasured(files[name]) if name == "commitment_indicator" else found


def _repeated(name: str, rows: list[FileRow]) -> list[Mistake]:
    key, seen, found = KEYS[name], dict[tuple[str, ...], int](), []
    for line, cells in rows:
        first = seen.setdefault(tuple(cells[column] for column in key), line)
        if first != line:
            found.append((line, key[0], f"line {first} has the same {', '.join(key)}"))
    return found


def _without_pair(name: str, files: Files) -> list[Mistake]:
    found = []
    for where, (first, second), other in PAIRS:
        known = {(cells[first], cells[second]) for _, cells in files[other]}
        for line, cells in files[name] if name == where else ():
            pair = cells[first], cells[second]
            if all(pair) and pair not in known:
                there = [two for one, two in known if one == pair[0]]
                what = f"{pair[1]!r} is not one of {first} {pair[0]!r}"
                found.append((line, second, what + suggestion(pair[1], sorted(there))))
    return found


def _untitled(rows: list[FileRow]) -> list[Mistake]:
    """Note what lacks a title in a language, or has one of ours where the source has its own."""
    found = []
    for line, cells in rows:
        for code in ("lt", "en"):
            title, ours = cells[f"title_{code}"], cells[f"working_{code}"]
            if bool(title) == bool(ours):
                what = (
                    "must be empty, the source has a title" if ours else "is empty, as is the title"
                )
                found.append((line, f"working_{code}", what))
    return found


def _unmeasured(rows: list[FileRow]) -> list[Mistake]:
    """Note promises of what the atlas does not measure so."""
    found = []
    for line, cells in rows:
        try:
            resolve(cells["indicator"], cells["unit"], cells["area"])
        except CatalogError as error:
            column = {"indicator": "indicator", "unit": "unit"}.get(error.kind, "area")
            found.append((line, column, str(error)))
    return found


def _check(kind: str, files: Files) -> CellCheck:
    word, _, other = kind.partition(" ")
    if word != "of":
        return cell_check(kind)
    first = next(iter(COLUMNS[other]))
    return among([cells[first] for _, cells in files[other]])
