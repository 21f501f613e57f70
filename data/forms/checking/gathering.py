"""Finds the forms in what somebody points to: files, folders, folders within folders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.forms.checking.copies import is_untouched_copy
from data.forms.reading.sniff import WORKBOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_TABLES = (".csv", ".tsv")
_OF_PROGRAMS = (".", "~$")
"""How names begin that spreadsheet programs and file managers make for themselves."""


@dataclass(frozen=True)
class Gathered:
    """What was found.

    Attributes:
        forms: files, and folders of CSV files; each once.
        left_out: files of folders that are no forms, marked copies that nobody mended too.
    """

    forms: tuple[Path, ...]
    left_out: tuple[Path, ...]

    @property
    def copies(self) -> tuple[Path, ...]:
        """Marked copies among what was left out."""
        return tuple(path for path in self.left_out if path.suffix.casefold() in WORKBOOKS)


def gather(paths: Iterable[Path]) -> Gathered:
    """Find the forms.

    A path that is no folder is a form, whatever it is called. A folder that holds CSV files and no
    workbooks is one form, a file for each sheet; in any other folder each workbook and CSV file is
    one, and its folders are looked into.
    """
    forms: dict[Path, None] = {}
    left_out: list[Path] = []
    for path in paths:
        if path.is_dir():
            _look_into(path, forms, left_out)
        else:
            forms[path] = None
    return Gathered(tuple(forms), tuple(left_out))


def _look_into(folder: Path, forms: dict[Path, None], left_out: list[Path]) -> None:
    inside = sorted(path for path in folder.iterdir() if not path.name.startswith(_OF_PROGRAMS))
    kinds = {path.suffix.casefold() for path in inside}
    whole = bool(kinds & {*_TABLES}) and not kinds & {*WORKBOOKS}
    if whole:
        forms[folder] = None
    for path in inside:
        kind = path.suffix.casefold()
        if path.is_dir() and not path.is_symlink():
            _look_into(path, forms, left_out)
        elif kind not in {*WORKBOOKS, *_TABLES} or is_untouched_copy(path):
            left_out.append(path)
        elif not whole:
            forms[path] = None
