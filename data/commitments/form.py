"""The form of statuses: form.toml with the commitments that a folder of action plans knows."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from data.commitments.files import read_files
from data.forms.definition.model import Code
from data.forms.definition.read import read_form
from data.forms.writing.lists import write_lists
from data.forms.writing.table import write_table
from data.forms.writing.workbook import FormWorkbook

if TYPE_CHECKING:
    from data.commitments.mistakes import Files
    from data.forms.definition.model import Column, Form

NAME = "Savivaldos būklių forma"
"""What the form's stamp begins with."""

_FORM = Path(__file__).with_name("form.toml")
_LONGEST = 60
"""Characters of a commitment in the drop-down."""


def statuses_form(files: Files) -> Form:
    """Return the form for the commitments of these files.

    Raises:
        FormError: form.toml is not as it must be.
    """
    form = read_form(_FORM)
    (sheet,) = form.sheets
    known = tuple(_choice(row.cells) for row in files["commitment"])
    columns = tuple(_of_known(column, known) for column in sheet.columns)
    return replace(form, name=NAME, sheets=(replace(sheet, columns=columns),))


def write_statuses_form(target: Path, folder: Path, year: int) -> None:
    """Write the empty form of statuses.

    Args:
        target: the .xlsx file to write, overwritten if it is there.
        folder: the files of action plans.
        year: fixes the creation date, so that the same form is the same bytes.

    Raises:
        SourceError: the files of action plans are wrong.
    """
    form = statuses_form(read_files(folder))
    stream = BytesIO()
    book = FormWorkbook(stream, title=form.stamp, stamp=form.stamp, year=year)
    for sheet in form.sheets:
        book.workbook.add_worksheet(sheet.title)
    lists = write_lists(book, form)
    for sheet in form.sheets:
        write_table(book, form, sheet, lists, ())
    book.workbook.close()
    target.write_bytes(stream.getvalue())


def _of_known(column: Column, known: tuple[Code, ...]) -> Column:
    if column.id != "commitment":
        return column
    return replace(column, type="code", codes="commitment", values=known)


def _choice(cells: dict[str, str]) -> Code:
    """Return a commitment as the drop-down shows it: its id and as much of its title as fits."""
    lt, en = (cells[f"title_{code}"] or cells[f"working_{code}"] for code in ("lt", "en"))
    return Code(
        cells["commitment"], *(_short(f"{cells['commitment']} {title}") for title in (lt, en))
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
