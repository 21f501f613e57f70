"""Takes in a filled-in form of statuses: checked whole, added whole, nothing overwritten."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from data.commitments.columns import COLUMNS
from data.commitments.files import read_files
from data.commitments.form import statuses_form
from data.commitments.known import known_from
from data.commitments.rules import rules
from data.durable import locked, write_whole
from data.forms.checking.check import check_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from data.commitments.mistakes import Files
    from data.forms.checking.filled import Value
    from data.forms.checking.report import Report

NONE = "nėra"
"""What stands as evidence where the assessor says that there is none."""

_SAID_SO = frozenset({"nėra", "nera", "ne", "none", "no"})


def check_statuses(path: Path, folder: Path, today: date) -> Report:
    """Check a filled-in form of statuses against the files of action plans.

    Args:
        path: a workbook or a CSV file.
        folder: the files of action plans.
        today: a status of a later day is refused.

    Returns:
        Every problem, each with its cell; the rows too if nothing blocks.

    Raises:
        SourceError: the files of action plans are wrong themselves.
    """
    files = read_files(folder)
    return check_file(path, form=statuses_form(files), rules=rules(known_from(files), today))


def add_statuses(path: Path, folder: Path, today: date) -> Report:
    """Check a form and, if nothing blocks, add its rows to commitment_status.csv.

    Sources that are not in plan_document.csv yet are added there. What stood in the files stays as
    it is, byte by byte.

    Returns:
        The report of the check.

    Raises:
        SourceError: the files of action plans are wrong themselves; nothing was changed.
        OSError: a file cannot be written.
    """
    with locked(folder):
        report = check_statuses(path, folder, today)
        if report.rows is not None:
            _add(report.rows["form"], folder, today)
    return report


def _add(rows: list[dict[str, Value]], folder: Path, today: date) -> None:
    files = read_files(folder)
    documents, added = _documents(rows, files, today)
    statuses = [_status(row, documents[str(row["url"])]) for row in rows]
    # Documents first: one that nothing rests on harms nobody, if the power fails in between.
    _append(folder / "plan_document.csv", added)
    _append(folder / "commitment_status.csv", statuses)


def _documents(
    rows: Iterable[Mapping[str, Value]], files: Files, today: date
) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Return the ids of documents by address, and those that are new."""
    known = {row.cells["url"]: row.cells["document"] for row in files["plan_document"]}
    added = []
    for row in rows:
        url = str(row["url"])
        if url not in known:
            day = row["observed_on"] or "undated"
            known[url] = _new_id(f"{row['assessor']}-{day}", set(known.values()))
            told = {"title": row["source_title"], "publisher": row["publisher"], "url": url}
            added.append({"document": known[url], **_texts(told), "retrieved": today.isoformat()})
    return known, added


def _new_id(wanted: str, taken: set[str]) -> str:
    number, found = 1, wanted
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found


def _status(row: Mapping[str, Value], document: str) -> dict[str, str]:
    told = {name: row[name] for name in COLUMNS["commitment_status"] if name in row}
    evidence = str(row["evidence"])
    told["evidence"] = NONE if evidence.casefold().strip(" .") in _SAID_SO else evidence
    return {**_texts(told), "document": document}


def _texts(values: Mapping[str, Value]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _append(path: Path, rows: list[dict[str, str]]) -> None:
    """Add rows at the end of a file, whole or not at all."""
    if not rows:
        return
    before = path.read_bytes()
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    text = io.StringIO(newline="")
    csv.DictWriter(text, header, restval="", lineterminator="\n").writerows(rows)
    gap = b"" if before.endswith(b"\n") else b"\n"
    write_whole(path, before + gap + text.getvalue().encode())
