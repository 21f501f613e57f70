"""The page on security says the truth: its tests are there, its limits are those of the code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from dashboard.config import Settings
from dashboard.pages.check import receiving
from dashboard.pages.check import routes as checking
from data.forms.checking import sent
from data.forms.reading import limits

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(r"(?m)^\| (V\d[^|]*) \| ([^|]+) \| ([^|]+) \|$", PAGE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")

# How many points of levels 1 and 2 each section has, counted from 1; those of level 3 lie between
# or after them and may be named as well.
POINTS = {
    "V1.1": "1-2", "V1.2": "1-9", "V1.3": "1-11", "V1.4": "1-3", "V1.5": "1-2",
    "V2.1": "1-3", "V2.2": "1-3", "V2.3": "1-4", "V2.4": "1-1",
    "V3.2": "1-2", "V3.3": "1-4", "V3.4": "1-6", "V3.5": "1-5", "V3.7": "1-2",
    "V4.1": "1-3", "V4.2": "1-1", "V4.3": "1-2", "V4.4": "1-4",
    "V5.1": "1-1", "V5.2": "1-3", "V5.3": "1-2", "V5.4": "1-3",
    "V12.1": "1-3", "V12.2": "1-2", "V12.3": "1-4",
    "V13.1": "1-1", "V13.2": "1-5", "V13.3": "1-2", "V13.4": "1-5",
    "V14.1": "1-2", "V14.2": "1-4", "V14.3": "1-3",
    "V15.1": "1-3", "V15.2": "1-3", "V15.3": "1-7",
    "V16.1": "1-1", "V16.2": "1-5", "V16.3": "1-4", "V16.4": "1-3", "V16.5": "1-3",
}  # fmt: skip
WHOLE = {"V6", "V7", "V8", "V9", "V10", "V11", "V17"}
"""Chapters that are told of in one row."""


def numbers(cell: str) -> list[str]:
    """The points of a row: `V1.2.6–8` are three."""
    found = []
    for part in cell.split(", "):
        begun, _, last = part.partition("–")
        section, _, first = begun.rpartition(".")
        if not last:
            found.append(begun)
            continue
        found += [f"{section}.{number}" for number in range(int(first), int(last) + 1)]
    return found


def test_every_point_is_told_once() -> None:
    told = [number for row in ROWS for number in numbers(row[0])]
    assert len(told) == len(set(told))
    wanted = {
        f"{section}.{number}"
        for section, bounds in POINTS.items()
        for number in range(1, int(bounds.partition("-")[2]) + 1)
    }
    assert (wanted | WHOLE) - set(told) == set()
    assert len(ROWS) == len(re.findall(r"(?m)^\| V\d", PAGE)), "each row has three cells"


def test_every_point_has_a_test_or_a_reason() -> None:
    without = [
        cell
        for cell, _, kept in ROWS
        if not NAMED.search(kept) and not kept.startswith("No test: ")
    ]
    assert without == []


def test_every_test_that_is_named_is_there() -> None:
    named = set(NAMED.findall(PAGE))
    assert len(named) > 80
    assert len(re.findall(r"`tests/[^`]*::[^`]*`", PAGE)) == len(NAMED.findall(PAGE))
    there = {}
    for path in sorted({path for path, _ in named}):
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        there[path] = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert [each for each in sorted(named) if each[1] not in there[each[0]]] == []


def test_limits_are_told_as_they_are() -> None:
    told = [
        f"{receiving.MOST_BYTES / 1e6:g} MB, {receiving.RECEIVING_S:g} s",
        f"{checking.INSIDE} at once, {checking.AT_ONCE} of them",
        f"{sent.LONGEST:g} s, {sent.MEMORY / 1e9:g} GB",
        (
            f"{limits.FILE_BYTES / 1e6:g} MB, unpacked {limits.UNPACKED_BYTES / 1e6:g} MB"
            f" in {limits.PARTS:,} parts"
        ),
        (
            f"{limits.ROWS:,} rows, {limits.COLUMNS} columns, {limits.CELLS:,} cells,"
            f" {limits.SHEETS} sheets"
        ),
        f"{Settings().rate_limit:,} questions a minute",
    ]
    assert [each for each in told if f"| {each}" not in PAGE] == []
