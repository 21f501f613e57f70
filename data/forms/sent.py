"""A form that was sent by somebody: checked apart from everything else, and never written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from data.forms.apart import Died, apart
from data.forms.checking import NOTHING_KNOWN, check_content, named, unreadable

if TYPE_CHECKING:
    from data.forms.context import Context
    from data.forms.problems import Lang
    from data.forms.report import Report

LONGEST = 10.0
"""Seconds after which a form is given up."""

MEMORY = 1_000_000_000
"""Bytes that its process may take; reading needs a third of that at the most."""


@dataclass(frozen=True)
class Checked:
    """What came of a form.

    Attributes:
        report: without the form's rows.
        marked: its marked copy as an .xlsx file, where one was asked for and can be made.
    """

    report: Report
    marked: bytes | None = None


def check_sent(
    content: bytes,
    name: str,
    *,
    context: Context = NOTHING_KNOWN,
    mark: Lang | None = None,
    longest: float = LONGEST,
    memory: int = MEMORY,
) -> Checked:
    """Check a form in a process of its own.

    Args:
        content: the file.
        name: what it is called.
        context: what is known beforehand.
        mark: language of a marked copy, None if none is wanted.
        longest: seconds after which it is given up.
        memory: bytes that its process may take.

    Returns:
        Its report, whatever happens: one that takes too long or ends its process gets a report
        that says so.
    """
    try:
        work = partial(_check, content, name, context, mark)
        return apart(work, longest=longest, memory=memory)
    except TimeoutError:
        return Checked(unreadable(named(name), "too_slow"))
    except Died:
        return Checked(unreadable(named(name), "reader_died"))


def _check(content: bytes, name: str, context: Context, mark: Lang | None) -> Checked:
    report = replace(check_content(content, name, context=context), rows=None)
    if mark is None or report.unreadable:
        return Checked(report)
    from data.forms.marking import marked_content  # noqa: PLC0415 - openpyxl is slow to import

    return Checked(report, marked_content(report, content, mark))
