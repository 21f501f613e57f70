"""Checks a filled-in form to the cell: a file goes in, a report comes out, nothing is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.forms.checking.context import Context
from data.forms.checking.fields import name_fields
from data.forms.checking.filled import Filled
from data.forms.checking.findings import Findings, TooMany
from data.forms.checking.locating import check_stamp, locate
from data.forms.checking.personal import note_personal_data
from data.forms.checking.problems import make
from data.forms.checking.records import read_record
from data.forms.checking.report import Report
from data.forms.checking.rules import RULES
from data.forms.checking.tables import read_table
from data.forms.definition.read import load_form
from data.forms.reading import Unreadable, read_book, read_content
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from data.forms.checking.filled import FilledSheet
    from data.forms.checking.mapping import ColumnMap
    from data.forms.checking.problems import Problem
    from data.forms.definition.model import Form
    from data.forms.reading import RawBook

    FormRule = Callable[[Filled, Context, Findings], None]

NOTHING_KNOWN = Context()
_NAMED = re.compile(r"(?<![0-9])([0-9]{2})[-_. ](20[0-9]{2})(?![0-9])")


def check_file(
    path: str | Path,
    *,
    context: Context = NOTHING_KNOWN,
    column_map: ColumnMap | None = None,
    form: Form | None = None,
    rules: Sequence[FormRule] = RULES,
) -> Report:
    """Check a filled-in form.

    Args:
        path: a workbook, a CSV file of one sheet, or a folder of CSV files named like the sheets.
        context: what is known beforehand. Where it expects no municipality or year, a name such as
            ``savivalda-forma-13-2026.xlsx`` tells them.
        column_map: what the file calls its columns, from `data.forms.checking.mapping.read_map`.
        form: another form than the standard one.
        rules: that form's, which look at more than one cell.

    Returns:
        Every problem; the rows too if nothing blocks. A file that cannot be read gives a report
        with one problem, never an exception.
    """
    path = Path(path)
    try:
        book = read_book(path)
    except Unreadable as error:
        return unreadable(path, error.reason, **error.values)
    return check_book(book, path, context=context, column_map=column_map, form=form, rules=rules)


def check_content(content: bytes, name: str, *, context: Context = NOTHING_KNOWN) -> Report:
    """Check a form of which there is only the content, such as one that came over the network.

    Args:
        content: the file.
        name: what it is called; nothing is looked for there.
        context: what is known beforehand; see `check_file`.
    """
    label = named(name)
    try:
        book = read_content(content, label)
    except Unreadable as error:
        return unreadable(label, error.reason, **error.values)
    return check_book(book, label, context=context)


def named(name: str) -> Path:
    """Return a file's name as another computer gives it, without the folders in it."""
    return Path(Path(name.replace("\\", "/")).name or "?")


def check_book(
    book: RawBook,
    path: Path,
    *,
    context: Context = NOTHING_KNOWN,
    column_map: ColumnMap | None = None,
    form: Form | None = None,
    rules: Sequence[FormRule] = RULES,
) -> Report:
    """Check what was read from a file; see `check_file`."""
    form = form or load_form()
    context = _told_by_name(context, path.stem)
    findings, parts = Findings(), {}
    try:
        parts = _read_parts(book, form, context, column_map or {}, findings)
        for rule in rules:
            rule(Filled(parts), context, findings)
    except TooMany:
        pass
    filled = Filled(parts)
    blocked = any(problem.severity == "error" for problem in findings.problems)
    head = filled.record("form")
    return Report(
        path=path,
        municipality=head[1].get("municipality", str) if head else None,
        year=head[1].get("year", int) if head else None,
        problems=_sorted(name_fields(findings.problems, parts), book),
        rows=None if blocked else filled.plain(),
        unreadable=False,
        version=form.version,
        places={} if blocked else {name: part.places() for name, part in parts.items()},
    )


def unreadable(path: Path, reason: str, **words: str) -> Report:
    """Return the report of a file that could not be read."""
    found = words.pop("found", "")
    problem = make(reason, found=found, **words)
    return Report(path, None, None, (problem,), None, True, load_form().version)


def _read_parts(
    book: RawBook, form: Form, context: Context, mapped: ColumnMap, findings: Findings
) -> dict[str, FilledSheet]:
    note_personal_data(book, mapped, findings)
    sheets = locate(book, form, mapped, findings)
    if sheets:
        check_stamp(book, form, sheets, findings)
    parts: dict[str, FilledSheet] = {}
    for name, raw in sheets.items():
        sheet = form.sheet(name)
        read = read_record if sheet.layout == "record" else read_table
        part = read(sheet, raw, context, mapped, findings)
        if part is not None:
            parts[name] = part
    return parts


def _told_by_name(context: Context, stem: str) -> Context:
    """Fill in what is expected from the file's name, where nothing else tells it."""
    told = _NAMED.search(stem)
    if not told or told[1] not in {place.code for place in municipalities()}:
        return context
    municipality = context.municipality or told[1]
    return replace(context, municipality=municipality, year=context.year or int(told[2]))


def _sorted(problems: list[Problem], book: RawBook) -> tuple[Problem, ...]:
    """Order problems as a reader meets them: whole file, then sheet by sheet, row by row."""
    order: Mapping[str, int] = {raw.name: place for place, raw in enumerate(book.sheets)}

    def key(problem: Problem) -> tuple[int, int, int, str]:
        found = re.match(r"([A-Z]+)([0-9]+)", problem.cell)
        row, column = (int(found[2]), found[1]) if found else (0, "")
        return order.get(problem.sheet, -1), row, len(column), column

    return tuple(sorted(problems, key=key))
