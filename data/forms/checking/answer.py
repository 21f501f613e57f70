"""A checked form as bytes, to be handed over by a process that nobody need trust.

A line of JSON, then the marked copy. What is read back is what reports are made of and nothing
else: texts of known kinds of problems that can be said in both languages, a code, a year.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.forms.checking.findings import LIMIT
from data.forms.checking.problems import Both, Problem, Word, make
from data.forms.checking.report import Report

if TYPE_CHECKING:
    from pathlib import Path

_CELL = re.compile(r"([A-Z]{1,3}[1-9][0-9]{0,6}(:[A-Z]{1,3}[1-9][0-9]{0,6})?)?")
_CODE = re.compile(r"[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Checked:
    """What came of a form.

    Attributes:
        report: without the form's rows.
        marked: its marked copy as an .xlsx file, where one was asked for and can be made.
    """

    report: Report
    marked: bytes | None = None


def written(checked: Checked) -> bytes:
    """Return what came of a form as bytes."""
    report = checked.report
    said = {
        "municipality": report.municipality or "",
        "year": str(report.year or ""),
        "unreadable": report.unreadable,
        "version": report.version,
        "problems": [
            [each.code, each.sheet, each.cell, each.found, dict(each.details)]
            for each in report.problems
        ],
    }
    return b"\n".join([json.dumps(said).encode(), checked.marked or b""])


def read(answer: bytes, path: Path) -> Checked:
    """Read what came of a form.

    Args:
        answer: what `written` made, or anything at all.
        path: what the form is called.

    Raises:
        ValueError: it is something else.
    """
    head, _, marked = answer.partition(b"\n")
    try:
        said = json.loads(head)
        problems = tuple(_problem(*each) for each in said["problems"])
        report = Report(
            path=path,
            municipality=_fits(_CODE, said["municipality"]) or None,
            year=int(_fits(_YEAR, said["year"]) or 0) or None,
            problems=problems,
            rows=None,
            unreadable=said["unreadable"] is True,
            version=_text(said["version"]),
        )
    except (KeyError, TypeError, IndexError, RecursionError) as error:
        raise ValueError("not a checked form") from error
    if len(problems) > LIMIT + 1:
        raise ValueError("more problems than a report has")
    return Checked(report, marked or None)


def _problem(code: Any, sheet: Any, cell: Any, found: Any, details: Any) -> Problem:
    """Make a problem; its severity is its kind's, and it must be possible to say it."""
    words = {_text(name): _word(word) for name, word in details.items()}
    problem = make(_text(code), _text(sheet), _fits(_CELL, cell), _word(found), **words)
    for lang in ("lt", "en"):
        problem.text(lang)
    return problem


def _word(word: Any) -> Word:
    return Both(*map(_text, word)) if isinstance(word, list) else _text(word)


def _fits(pattern: re.Pattern[str], text: Any) -> str:
    """Return a text that is empty or looks so."""
    if _text(text) and not pattern.fullmatch(text):
        raise ValueError("not as it must be written")
    return _text(text)


def _text(text: Any) -> str:
    if not isinstance(text, str):
        raise TypeError("not a text")
    return text
