"""A copy of a form in which every cell with a problem is coloured and says what is wrong.

Workbooks of Excel keep their looks; of other kinds a plain workbook is made from what was read.
Personal data are starred out in the copy, and nothing that came as text becomes a formula.
"""

from __future__ import annotations

import io
import warnings
from collections import defaultdict
from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from data.forms.checking.copies import UNSEALED, sealed
from data.forms.checking.problems import report_words
from data.forms.checking.texts import summary
from data.forms.reading import read_book, read_content
from data.forms.values.identifiers import MASK, masked, private_kind
from data.forms.values.texts import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from data.catalog import Lang
    from data.forms.checking.problems import Problem
    from data.forms.checking.report import Report
    from data.forms.reading import RawBook

_COLOURS = {"error": "FFF4B6B1", "warning": "FFFFE08A"}
_LONGEST = 2_000
_FEWER = "***"
"""Stars in remarks: a mended copy comes back, and its remarks hide nothing that it still holds."""

PERSONAL = frozenset({"personal_code", "contact_data", "private_contact"})
"""Kinds of problems that are told by what the cell holds."""
_WITH_LOOKS = frozenset({"xlsx", "xlsm"})
_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


def mark(report: Report, source: Path, target: Path, lang: Lang = "lt") -> None:
    """Write a marked copy of a checked file.

    Args:
        report: its report.
        source: the file that was checked.
        target: where the copy goes, an .xlsx file.
        lang: language of the comments.

    Raises:
        Unreadable: the file cannot be read, so there is nothing to mark.
    """
    target.write_bytes(marked_bytes(report, source, lang))


def marked_bytes(report: Report, source: Path, lang: Lang = "lt") -> bytes:
    """Return a marked copy of a checked file as an .xlsx file's content; see `mark`."""
    book = read_book(source)  # judges the file anew: it may not be the one that was checked
    looks = source.read_bytes() if book.kind in _WITH_LOOKS else b""
    return _marked(report, book, looks, lang)


def marked_content(report: Report, content: bytes, lang: Lang = "lt") -> bytes:
    """Return a marked copy of a form of which there is only the content; see `mark`."""
    return _marked(report, read_content(content, report.path), content, lang)


def _marked(report: Report, book: RawBook, content: bytes, lang: Lang) -> bytes:
    """With the looks of a workbook of Excel; without them where those cannot be read or written."""
    if book.kind in _WITH_LOOKS:
        with suppress(Exception):  # each part that we did not judge fails in a way of its own
            return _marked_in(_opened(content), report, lang)
    return _marked_in(_made(book), report, lang)


def _marked_in(workbook: Any, report: Report, lang: Lang) -> bytes:
    for sheet in workbook.worksheets:
        _hide_personal_data(sheet, report)
    cells: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in report.problems:
        if problem.cell and problem.sheet[:31] in workbook.sheetnames:
            cells[problem.sheet, problem.cell].append(problem)
    for (name, place), problems in cells.items():
        _mark_cell(workbook[name[:31]], place, problems, lang)
    _list_all(workbook, report, lang)
    workbook.properties.identifier = UNSEALED.decode()
    stream = io.BytesIO()
    workbook.save(stream)
    return sealed(stream.getvalue())


def _opened(content: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # parts that are not copied, such as drawings
        return load_workbook(io.BytesIO(content), keep_links=False)


def _made(book: RawBook) -> Any:
    workbook = Workbook()
    workbook.remove(workbook.active)
    for raw in book.sheets:
        name = "".join(sign if sign.isprintable() else "-" for sign in raw.name)
        sheet = workbook.create_sheet(name.translate(_SHEET_NAME)[:31])
        for row, cells in enumerate(raw.rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value not in {None, ""}:
                    _write(sheet.cell(row, column), value)
    return workbook


def _write(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        cell.value = "".join(sign for sign in value if sign.isprintable() or sign in "\n\t")
        cell.data_type = "s"  # never a formula
    else:
        cell.value = value


def _hide_personal_data(sheet: Any, report: Report) -> None:
    """Star out what a cell or its comment must not hold; an address where one belongs stays."""
    noted = {
        problem.cell
        for problem in report.problems
        if problem.code in PERSONAL and problem.sheet[:31] == sheet.title
    }
    for row in sheet.iter_rows():
        for cell in row:
            value, comment = cell.value, cell.comment
            if isinstance(value, (str, int, float)) and not isinstance(value, bool):
                text = text_of(value)
                if len(text) > 6 and (
                    cell.coordinate in noted or private_kind(text) == "personal_code"
                ):
                    _write(cell, masked(text))
            if comment and private_kind(comment.text, words=True):
                cell.comment = Comment(masked(comment.text), "")


def _mark_cell(sheet: Any, place: str, problems: list[Problem], lang: Lang) -> None:
    first = place.partition(":")[0]
    worst = "error" if any(each.severity == "error" for each in problems) else "warning"
    cell = sheet[first]
    cell.fill = PatternFill("solid", start_color=_COLOURS[worst], end_color=_COLOURS[worst])
    protection = copy(cell.protection)
    protection.locked = False
    cell.protection = protection
    said = "\n".join(_said(each, lang) for each in problems).replace(MASK, _FEWER)
    cell.comment = Comment(said[:_LONGEST], "Savivalda", width=340, height=180)


def _said(problem: Problem, lang: Lang) -> str:
    words = report_words(lang)
    text = f"{words[problem.severity]}. {problem.message(lang)}"
    expected, hint = problem.expected(lang), problem.hint(lang)
    if expected:
        text += f"\n{words['expected']}: {expected}"
    return f"{text}\n{hint}" if hint else text


def _list_all(workbook: Any, report: Report, lang: Lang) -> None:
    """Add a sheet, in front, that lists every problem: some have no cell to be marked at."""
    words = report_words(lang)
    name = words["marked_sheet"]
    if name in workbook.sheetnames:  # a copy that is marked again
        workbook.remove(workbook[name])
    sheet = workbook.create_sheet(name, 0)
    sheet.append([summary(report, lang)])
    sheet.append([words["legend"]])
    sheet.append([words[key] for key in ("place", "problem", "found", "expected", "hint")])
    for problem in report.problems:
        said = (
            problem.message(lang), problem.shown(lang), problem.expected(lang), problem.hint(lang),
        )  # fmt: skip
        row = sheet.max_row + 1
        for column, text in enumerate((problem.place or words["whole_file"], *said), start=1):
            _write(sheet.cell(row, column), text.replace(MASK, _FEWER))
    for letter, width in zip("ABCDE", (22, 60, 30, 50, 50), strict=True):
        sheet.column_dimensions[letter].width = width
    workbook.active = 0
